"""The first run: what an empty workspace shows.

May import: ``services``, ``domain``, ``ui`` kit, ``errors``, ``words``.
"""
