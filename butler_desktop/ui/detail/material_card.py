"""Material card: the papers of one group: head with done and needed, rows, folded ones."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from butler_desktop.domain.verdict import Verdict
from butler_desktop.services.materials_view import MaterialRow, MaterialRows
from butler_desktop.ui.detail.fold_button import FoldButton
from butler_desktop.ui.detail.material_row import SIDE, MaterialRowView
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit import paint
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.hint import Hint
from butler_desktop.ui.look import look
from butler_desktop.ui.measure import CARD_RADIUS, px
from butler_desktop.ui.theme import colour

_HEAD = 26


class _Head(QWidget):
    """The group's name at the left, how far it is at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = self._status = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_words(self, title: str, status: str) -> None:
        self._title, self._status = title, status
        self.setAccessibleName(f"{title} {status}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(_HEAD))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = look().theme, QPainter(self)
        painter.fillRect(1, self.height() - 1, self.width() - 2, 1, colour(theme.border))
        spot = QRect(px(SIDE), 0, self.width() - 2 * px(SIDE), self.height())
        paint.words(painter, spot, Role.META, theme.text_2, self._title)
        paint.words(painter, spot, Role.META, theme.text_2, self._status, paint.RIGHT)
        painter.end()


class MaterialCard(QWidget):
    """One group of papers. Rows that nobody asks for are folded away behind its foot."""

    changed_rows = Signal()
    """Rows came, went, were folded or unfolded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: dict[str, MaterialRowView] = {}
        self._unfolded = self._only_unfinished = False
        self._group: MaterialRows | None = None
        self._head = _Head()
        self._stack = VBox(sides=(0, 0, 0, 0))
        self._foot = QWidget()
        self._not_needed = Hint("minus", "", "text_3")
        self._not_needed.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._fold = FoldButton()
        self._fold.clicked.connect(self._turn_fold)
        foot = HBox(self._foot, sides=(SIDE, 2, 4, 2), gap=8)
        foot.addWidget(self._not_needed, 1)
        foot.addWidget(self._fold)
        outer = VBox(self, sides=(0, 0, 0, 1))
        outer.addWidget(self._head)
        outer.addLayout(self._stack)
        outer.addWidget(self._foot)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_group(self, group: MaterialRows) -> list[MaterialRowView]:
        """Show the group anew; returns the row views that were made for it."""
        self._group = group
        status = f"{group.done}/{group.needed}"
        if group.not_needed:
            status = self.tr("{count}, {spared} not needed").format(
                count=status, spared=group.not_needed
            )
        self._head.show_words(said(group.words), status)
        self.setAccessibleName(said(group.words))
        wanted = {row.kind for row in group.rows}
        for kind in [kind for kind in self._shown if kind not in wanted]:
            gone = self._shown.pop(kind)
            self._stack.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        made = []
        for place, row in enumerate(group.rows):
            view = self._shown.get(row.kind)
            if view is None:
                view = self._shown[row.kind] = MaterialRowView(row)
                made.append(view)
            view.show_row(row)
            self._stack.removeWidget(view)
            self._stack.insertWidget(place, view)
        self._arrange()
        return made

    def show_only_unfinished(self, only: bool) -> None:
        """Leave out the papers that leave nothing to do."""
        self._only_unfinished = only
        self._arrange()

    def unfold(self, kind: str) -> None:
        """See to it that the paper can be seen."""
        view = self._shown.get(kind)
        if view is not None and self._is_folded(view.row):
            self._unfolded = True
            self._arrange()

    def views(self) -> list[MaterialRowView]:
        """The rows that can be seen, from the top."""
        rows = self._group.rows if self._group else ()
        return [self._shown[row.kind] for row in rows if not self._is_hidden(row)]

    def all_views(self) -> list[MaterialRowView]:
        """All rows, folded ones too."""
        return list(self._shown.values())

    def view(self, kind: str) -> MaterialRowView | None:
        """The row of one paper, seen or not."""
        return self._shown.get(kind)

    def _is_folded(self, row: MaterialRow) -> bool:
        return row.is_folded and not self._unfolded

    def _is_hidden(self, row: MaterialRow) -> bool:
        if self._only_unfinished:
            return row.is_done
        return self._is_folded(row)

    def _arrange(self) -> None:
        rows = self._group.rows if self._group else ()
        for row in rows:
            self._shown[row.kind].setHidden(self._is_hidden(row))
        folded = [row for row in rows if row.is_folded]
        self._foot.setHidden(not folded or self._only_unfinished)
        self._tell_folded(folded)
        seen = self.views()
        for view in seen:
            view.set_last(view is seen[-1] and self._foot.isHidden())
        self.setHidden(not seen and self._foot.isHidden())
        self.changed_rows.emit()

    def _tell_folded(self, folded: list[MaterialRow]) -> None:
        """The first that is not needed with its reason, and how many more there are."""
        spared = next((row for row in folded if row.verdict is Verdict.NOT_NEEDED), None)
        told = 1 if spared is not None and not self._unfolded else 0
        words = ""
        if spared is not None and told:
            words = self.tr("{name} – not needed: {reason}").format(
                name=said(spared.words), reason=said(spared.reason)
            )
        self._not_needed.show_hint("minus" if words else "", words)
        self._not_needed.setToolTip(words)
        more = len(folded) - told
        self._fold.setVisible(more > 0)
        if self._unfolded:
            says = self.tr("Fold what is not asked for")
        elif told:
            says = self.tr("%n more folded", "", more)
        else:
            says = self.tr("%n folded", "", more)
        self._fold.show_words(says, unfolded=self._unfolded)

    def _turn_fold(self) -> None:
        self._unfolded = not self._unfolded
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = look().theme, QPainter(self)
        radius = px(CARD_RADIUS)
        paint.box(painter, self.rect(), theme.surface, None, radius)
        outline = QPainterPath()
        outline.addRoundedRect(self.rect(), radius, radius)
        painter.setClipPath(outline)
        painter.fillRect(self._head.geometry(), colour(theme.sunken))
        painter.setClipping(False)
        paint.box(painter, self.rect(), None, theme.border, radius)
        painter.end()
