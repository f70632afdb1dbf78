"""The page of policy and knowledge: what each province wants, to be read and searched.

May import the kit, services, domain and words; never storage, nor other pages.
"""
