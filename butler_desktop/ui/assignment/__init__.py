"""Assignment: claiming what nobody is in charge of, and handing over to another butler.

May import the kit, services, domain and words; never storage.
"""
