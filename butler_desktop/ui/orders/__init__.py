"""The orders: their list with the four counts, the page of one order, entry by hand and by file.

May import: ``services``, ``domain``, ``ui`` kit, ``errors``, ``words``.
"""
