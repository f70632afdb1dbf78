"""The settings page: language, colours, the butler's name, where the data lies.

May import: ``settings``, ``services``, ``domain``, ``ui.background``, ``ui`` kit,
``errors``, ``words``.
"""
