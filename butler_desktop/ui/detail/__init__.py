"""The detail: everything about one filing, and the one next thing to do for it.

What lives here: the pane (head, stepper, next action, tabs), one module per
tab, the cards in which acts are filled in, and the editors of the form. The
pane asks ``filing_view`` and hands what it reads to the tabs; a tab paints it
and asks for acts by signals. Nothing is painted from what an act returned.

May import: the kit and the look, ``ui.background``, ``services``, ``domain``,
``errors``, ``words``. No other page.
"""
