"""The pages of the packet, one module for each part of it.

Each has ``compose(flow, given)``, which sets its blocks into the flow.

May import: ``documents`` (layout, tables, text), ``domain``, ``errors``.
"""
