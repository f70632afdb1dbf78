"""The rules of the service: frozen values and pure functions.

What lives here: orders, filings and their state tables, the filing form,
materials, packets, clocks, checks, the journal's changes. Nothing here asks
for the time, the user, a file, a socket, a database or a window; ``Work``
hands over ``now``, ``actor`` and ``rulebook``.

May import: ``errors`` and ``words`` (and pure libraries).
"""
