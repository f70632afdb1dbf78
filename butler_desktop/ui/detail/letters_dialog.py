"""Letters dialog: which letter, what it still lacks with the way there, as PDF or Word file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.letters import LetterOffer
from butler_desktop.services.letters import LetterFormat, LettersView
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said, translate
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.combo_field import ComboField
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.kit.hint import Hint
from butler_desktop.ui.kit.text import Link, Text
from butler_desktop.words import Words

CONFIDENCE = {
    "high": Words("高", "high"),
    "medium": Words("中", "medium"),
    "low": Words("低", "low"),
}


class LettersDialog(Dialog):
    """``wanted`` carries the offer and the LetterFormat; ``place_chosen`` the field to go to."""

    wanted = Signal(object, object)
    place_chosen = Signal(str)

    def __init__(self, view: LettersView, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", cancel=translate("LettersDialog", "Close"), parent=parent, width=560)
        title = self.tr("Draft a letter")
        self.setWindowTitle(title)
        self.title.setText(title)
        self._offers = {offer.template.id: offer for offer in view.offers}
        choices = [(id_, said(offer.words)) for id_, offer in self._offers.items()]
        self.which = ComboField(self.tr("Letter"), choices)
        self.hint = Text("", Role.BODY, "text_2", wrap=True)
        self.source = Text("", Role.META, "text_3", wrap=True)
        self.links: list[Link] = []
        self._lacks = QWidget()
        self._column = VBox(self._lacks, gap=4)
        self.body.addWidget(self.which)
        self.body.addWidget(self.hint)
        self.body.addWidget(self._lacks)
        self.body.addWidget(self.source)
        self.body.addStretch(1)
        self.word = self.add_button(self.tr("Draft as Word…"))
        self.word.clicked.connect(lambda: self._tell(LetterFormat.DOCX))
        self.acted.connect(lambda: self._tell(LetterFormat.PDF))
        self.which.committed.connect(self._show_chosen)
        own = view.of_kind(kind)
        first = own[0] if own else next(iter(view.offers), None)
        self.which.set_value(first.template.id if first else None)
        self._show_chosen()

    @property
    def offer(self) -> LetterOffer | None:
        """The letter that is chosen."""
        return self._offers.get(self.which.value() or "")

    def _show_chosen(self, *_: object) -> None:
        offer = self.offer
        is_ready = offer is not None and offer.is_ready
        self.set_act(self.tr("Draft as PDF…"), enabled=is_ready)
        self.word.setEnabled(is_ready)
        self.hint.setText(said(offer.hint) if offer else "")
        self.hint.setVisible(bool(self.hint.text()) and (offer is None or offer.refused is None))
        self.source.setText(self._source(offer) if offer else "")
        if offer is not None and offer.refused is not None:
            self.strip.show_message("amber", said(offer.refused))
        else:
            self.strip.clear()
        self._show_lacks(offer)

    def _source(self, offer: LetterOffer) -> str:
        template = offer.template
        told = self.tr("Source %1 · confidence %2 · %3")
        told = told.replace("%1", template.source)
        told = told.replace("%2", said(CONFIDENCE[template.confidence]))
        return told.replace("%3", template.as_of.isoformat())

    def _show_lacks(self, offer: LetterOffer | None) -> None:
        """Each field that is missing, as a link to it."""
        while (item := self._column.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self.links = []
        lacks = offer.lacks if offer and offer.refused is None else ()
        self._lacks.setVisible(bool(lacks))
        if lacks:
            told = self.tr("It can be made when these fields are filled in:")
            self._column.addWidget(Hint("triangle-alert", told, "amber"))
        for lack in lacks:
            link = Link(said(lack.words), Role.BODY)
            link.clicked.connect(lambda place=lack.place: self._go(place))
            self.links.append(link)
            line = QWidget()
            row = HBox(line, sides=(20, 0, 0, 0))
            row.addWidget(link)
            row.addStretch(1)
            self._column.addWidget(line)

    def _go(self, place: str) -> None:
        self.accept()
        self.place_chosen.emit(place)

    def _tell(self, form: LetterFormat) -> None:
        if self.offer is not None and self.offer.is_ready:
            self.wanted.emit(self.offer, form)
