"""The kit: the widgets every page is built from, one per module.

A kit widget takes plain values, sends signals and knows no service, no
database and no page. It asks ``look()`` for colours while painting, so that a
switch of theme or zoom needs no rebuilding.

May import: Qt, ``words``, ``domain.stage``, ``resources`` and the look
(``ui.theme``, ``ui.look``, ``ui.fonts``, ``ui.measure``, ``ui.i18n``).
"""
