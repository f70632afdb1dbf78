"""Use cases: one plain function for each act or question, with the Work first.

A service loads, lets the domain decide, saves; it commits nothing itself. A
service that takes long (a packet, an import) takes the Workspace instead and
opens short Works, so that nobody waits for it.

May import: ``documents``, ``sync``, ``storage``, ``domain``, ``resources``,
``errors``, ``words``.
"""
