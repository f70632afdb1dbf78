"""Moving: the dialog that moves this machine's work to a team's shared database.

May import: ``services``, ``domain``, ``ui.background``, ``ui`` kit, ``errors``, ``words``.
"""
