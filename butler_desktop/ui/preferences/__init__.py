"""The settings page: language, colours, the butler's name, where the data lies.

May import: ``settings``, ``domain``, ``ui`` kit, ``errors``, ``words``.
"""
