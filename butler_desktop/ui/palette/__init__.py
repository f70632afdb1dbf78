"""The palette: one field for everything that can be found or done, over the window.

May import: ``services``, ``domain``, ``ui`` and its kit, ``errors``, ``words``.
"""
