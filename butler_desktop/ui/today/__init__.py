"""The page of the day: calls that wait, what is to be done, what has changed, what was kept.

May import the kit, services, domain and words; never storage, nor other pages.
"""
