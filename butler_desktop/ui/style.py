"""Style: Fusion, with the few things drawn our way that no rule of a style sheet can draw.

Fields, combo boxes, check boxes, arrows, the plain buttons of Qt's own
dialogs, and the focus ring. Kit widgets paint themselves; this style is for
Qt's own.
"""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QWidget,
)

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit import check_mark, icons, paint
from butler_desktop.ui.kit.line_field import Edit
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import CONTROL, RADIUS, px

_State = QStyle.StateFlag
_ARROWS = {
    QStyle.PrimitiveElement.PE_IndicatorArrowDown: "chevron-down",
    QStyle.PrimitiveElement.PE_IndicatorArrowUp: "chevron-up",
    QStyle.PrimitiveElement.PE_IndicatorArrowLeft: "chevron-left",
    QStyle.PrimitiveElement.PE_IndicatorArrowRight: "chevron-right",
    QStyle.PrimitiveElement.PE_IndicatorSpinDown: "chevron-down",
    QStyle.PrimitiveElement.PE_IndicatorSpinUp: "chevron-up",
}
_CHECKS = (
    QStyle.PrimitiveElement.PE_IndicatorCheckBox,
    QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck,
)


class ButlerStyle(QProxyStyle):
    """Fusion in our own dress."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        state, rect = option.state, option.rect
        enabled, focus = bool(state & _State.State_Enabled), bool(state & _State.State_HasFocus)
        theme = look().theme
        if element is QStyle.PrimitiveElement.PE_PanelLineEdit:
            finding = widget.property("finding") if widget is not None else None
            writable = enabled and not (isinstance(widget, Edit) and widget.locked)
            if not (isinstance(widget, QLineEdit) and not widget.hasFrame()):
                paint.field(
                    painter, rect, theme, focus=focus, state=finding or None, enabled=writable
                )
        elif element in _CHECKS or element is QStyle.PrimitiveElement.PE_IndicatorRadioButton:
            round_one = element is QStyle.PrimitiveElement.PE_IndicatorRadioButton
            check_mark.draw(
                painter,
                rect,
                theme,
                on=bool(state & _State.State_On),
                part=bool(state & _State.State_NoChange),
                enabled=enabled,
                focus=focus
                and element is not QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck,
                radio=round_one,
            )
        elif element in _ARROWS:
            ink = theme.text_2 if enabled else theme.text_3
            icons.draw_in(painter, rect, _ARROWS[element], px(icons.TEXT), ink)
        elif element is QStyle.PrimitiveElement.PE_PanelButtonCommand:
            pressed = bool(state & (_State.State_Sunken | _State.State_MouseOver)) and enabled
            fill = theme.hover if pressed else theme.raised
            paint.box(painter, rect, fill, theme.border_strong, px(RADIUS))
            if focus:
                paint.focus_ring(painter, rect, theme, px(RADIUS))
        elif element is QStyle.PrimitiveElement.PE_FrameFocusRect:
            return  # each control draws its own ring
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element is QStyle.ControlElement.CE_ComboBoxLabel and isinstance(
            option, QStyleOptionComboBox
        ):
            theme = look().theme
            ink = theme.text if option.state & _State.State_Enabled else theme.text_2
            area = option.rect.adjusted(px(9), 0, -px(28), 0)
            if not option.editable:
                paint.words(painter, area, Role.BODY, ink, option.currentText)
        else:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control is not QStyle.ComplexControl.CC_ComboBox:
            super().drawComplexControl(control, option, painter, widget)
            return
        theme, rect = look().theme, option.rect
        enabled = bool(option.state & _State.State_Enabled)
        finding = widget.property("finding") if widget is not None else None
        focus = bool(option.state & _State.State_HasFocus)
        paint.field(painter, rect, theme, focus=focus, state=finding or None, enabled=enabled)
        size = px(icons.CONTROL)
        spot = QRect(rect.right() + 1 - size - px(8), rect.top(), size, rect.height())
        ink = theme.text_2 if enabled else theme.text_3
        icons.draw_in(painter, spot, "chevron-down", size, ink)

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        found = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]
        if kind in (
            QStyle.ContentsType.CT_LineEdit,
            QStyle.ContentsType.CT_ComboBox,
            QStyle.ContentsType.CT_PushButton,
            QStyle.ContentsType.CT_SpinBox,
        ):
            found.setHeight(max(px(CONTROL), size.height() + px(6)))
        return found

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        own = {
            QStyle.PixelMetric.PM_IndicatorWidth: 16,
            QStyle.PixelMetric.PM_IndicatorHeight: 16,
            QStyle.PixelMetric.PM_ExclusiveIndicatorWidth: 16,
            QStyle.PixelMetric.PM_ExclusiveIndicatorHeight: 16,
            QStyle.PixelMetric.PM_SmallIconSize: 16,
            QStyle.PixelMetric.PM_CheckBoxLabelSpacing: 8,
            QStyle.PixelMetric.PM_RadioButtonLabelSpacing: 8,
        }.get(metric)
        return px(own) if own is not None else super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        data: QStyleHintReturn | None = None,
    ) -> int:
        if hint is QStyle.StyleHint.SH_ComboBox_Popup:
            return 0  # the list opens under the field
        if hint is QStyle.StyleHint.SH_Menu_SubMenuPopupDelay:
            return 150
        return super().styleHint(hint, option, widget, data)
