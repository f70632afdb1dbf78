"""The pages of the packet, one module each; ``PAGES`` is their order.

A page is a function from the content to flowables. May import: ``documents``'
type and tables, ``domain``, ``errors``, ``words``.
"""
