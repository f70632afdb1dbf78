"""Style sheet: the few Qt widgets that are dressed by rules, from the theme's tokens.

Only what a painter of ours does not draw: menus, tooltips, scroll bars, the
buttons of Qt's own dialogs. Lengths follow the zoom.
"""

from butler_desktop.ui.measure import px
from butler_desktop.ui.theme import Theme

_RULES = """
QToolTip {{
    background: {t.raised}; color: {t.text}; border: 1px solid {t.border_strong};
    padding: {p4}px {p8}px;
}}
QMenu {{
    background: {t.raised}; color: {t.text}; border: 1px solid {t.border_strong};
    padding: {p4}px;
}}
QMenu::item {{
    padding: {p5}px {p24}px {p5}px {p10}px; border-radius: {p4}px; min-height: {p18}px;
}}
QMenu::item:selected {{ background: {t.hover}; }}
QMenu::item:disabled {{ color: {t.text_3}; }}
QMenu::icon {{ padding-left: {p8}px; }}
QMenu::separator {{ height: 1px; background: {t.border}; margin: {p4}px {p8}px; }}
QComboBox {{ combobox-popup: 0; }}
QLineEdit:no-frame {{ background: transparent; }}
QDialogButtonBox QPushButton {{
    background: {t.raised}; color: {t.text}; border: 1px solid {t.border_strong};
    border-radius: {p6}px; padding: 0 {p13}px; min-height: {p28}px;
}}
QDialogButtonBox QPushButton:hover {{ background: {t.hover}; }}
QDialogButtonBox QPushButton:focus {{ border: 2px solid {t.focus}; }}
QScrollBar {{ background: transparent; border: 0; margin: 0; }}
QScrollBar:vertical {{ width: {p10}px; }}
QScrollBar:horizontal {{ height: {p10}px; }}
QScrollBar::handle {{ background: {t.border_strong}; border-radius: {p3}px; margin: {p2}px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {t.field_line}; }}
QScrollBar::handle:vertical {{ min-height: {p32}px; }}
QScrollBar::handle:horizontal {{ min-width: {p32}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
"""


def text(theme: Theme) -> str:
    """The style sheet for ``theme`` at the zoom in force."""
    lengths = {f"p{n}": px(n) for n in (2, 3, 4, 5, 6, 8, 10, 13, 18, 24, 28, 32)}
    return _RULES.format(t=theme, **lengths)
