"""The windows: everything that a butler sees and touches, and the only home of Qt.

What lives here: the look (theme, fonts, style, kit of widgets) and one
package per page. A page asks services through ``Background`` and paints what
it read back; pages do not know each other, the main window joins them.

May import: ``services``, ``domain``, ``settings``, ``resources``, ``errors``,
``words``. Never ``storage`` or ``documents``.
"""
