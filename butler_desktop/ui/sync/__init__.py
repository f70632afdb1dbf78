"""Sync as the butler sees it: the rounds, the panel under the pill, conflicts, the receipt.

A replica is synced by itself; here stands what it tells and what it asks.

May import: the kit, ``ui.background``, services, domain, errors, ``words``.
"""
