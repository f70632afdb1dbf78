"""Palette desk: asks what fits, keeps the acts of the chosen record, and does what is chosen."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer

from butler_desktop.domain.locator import Scope
from butler_desktop.domain.transition import Transition
from butler_desktop.errors import ButlerError
from butler_desktop.services.locator import Found, locate, next_act
from butler_desktop.ui.background import Background
from butler_desktop.ui.i18n import language, said
from butler_desktop.ui.kit.found_text import FoundText
from butler_desktop.ui.palette.acts import RecordDoer, acts_on
from butler_desktop.ui.palette.commands import Command
from butler_desktop.ui.palette.entry import Entry, Heading, Line
from butler_desktop.ui.palette.found_lines import FoundLines, found_text, read_as
from butler_desktop.ui.palette.palette import Palette
from butler_desktop.ui.palette.subject import FilingSubject, Subject

LOCATE, NEXT = "locate", "next"
REST_MS = 60
"""How long the choice must rest on a filing before more is asked of it: arrows go through many."""


class PaletteDesk(QObject):
    """Fills one palette.

    ``current`` tells the record on the screen, ``general`` what needs no record.
    """

    def __init__(
        self,
        palette: Palette,
        background: Background,
        lines: FoundLines,
        doer: RecordDoer,
        *,
        current: Callable[[], Subject | None],
        general: Callable[[], Sequence[Command]],
    ) -> None:
        super().__init__(palette)
        self.palette, self.lines = palette, lines
        self._background, self._doer = background, doer
        self._current, self._general = current, general
        self._commands: tuple[Command, ...] = ()
        self._asked_acts: tuple[Command, ...] = ()
        self._found: Found | None = None
        self._subject: Subject | None = None
        self._next: dict[str, Transition | None] = {}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._ask_next)
        palette.asked.connect(self._ask)
        palette.chosen_changed.connect(self._follow_choice)
        palette.tabbed.connect(self._tab)
        palette.run.connect(self.run)
        palette.closed.connect(self._forget)

    def open(self, text: str = "") -> None:
        """Opens the palette; without a word typed it offers the acts on what is shown."""
        self._next.clear()
        self.palette.open_box(text)

    def run(self, entry: Entry) -> None:
        """Closes the palette and does what the line says."""
        self.palette.close_box()
        entry.deed()

    # asking

    def _ask(self, text: str, held: str) -> None:
        shown = self._current()
        self._commands = tuple(self._general())
        self._asked_acts = self._acts_on(shown)
        words = tuple(
            (said(command.words), command.words.zh, command.words.en)
            for command in (*self._asked_acts, *self._commands)
        )
        args = (text, held, words)
        self._background.ask(
            self, locate, *args, then=self._arrived, failed=self._failed, topic=LOCATE
        )

    def _arrived(self, found: Found) -> None:
        self._found = found
        lines = self.lines.records(found)
        first = next((line.subject for line in lines if isinstance(line, Entry)), None)
        self._set_subject(first if self._is_for_records else self._current())
        self._show()

    def _failed(self, error: ButlerError) -> None:
        self._found = None
        self.palette.show_lines((), nothing=error.said(language()))

    def _forget(self) -> None:
        self._rest.stop()
        for topic in (LOCATE, NEXT):
            self._background.forget(self, topic)
        self._found = self._subject = None

    @property
    def _is_for_records(self) -> bool:
        query = self._found.query if self._found is not None else None
        return query is not None and bool(query.words) and query.scope is not Scope.COMMANDS

    # the record that acts are on

    def _follow_choice(self, entry: Entry) -> None:
        if entry.subject is not None and entry.subject != self._subject:
            self._set_subject(entry.subject)
            self._show(chosen=entry.id)

    def _set_subject(self, subject: Subject | None) -> None:
        self._subject = subject
        self._rest.start()

    def _ask_next(self) -> None:
        """Asks for the next act of the filing on which the choice came to rest."""
        subject = self._subject
        if isinstance(subject, FilingSubject) and subject.id not in self._next:
            then = partial(self._know_next, subject.id)
            # Gone meanwhile, the record has no act: the list that is asked next leaves it out.
            failed = partial(self._know_next, subject.id, None)
            self._background.ask(
                self, next_act, subject.id, then=then, failed=lambda _: failed(), topic=NEXT
            )

    def _know_next(self, filing_id: str, row: Transition | None) -> None:
        self._next[filing_id] = row
        chosen = self.palette.list.current
        if self._subject is None or self._subject.id != filing_id or self.palette.waits:
            return
        if self._is_for_records:
            self._show(chosen=chosen.id if chosen is not None else "")
        elif row is not None:
            self.palette.ask_again()

    def _acts_on(self, subject: Subject | None) -> tuple[Command, ...]:
        if subject is None:
            return ()
        return tuple(acts_on(subject, self._next.get(subject.id), self._doer))

    def _tab(self, forward: bool) -> None:
        """From a record to its acts, and back."""
        if self._subject is not None:
            acts = [act.entry(FoundText("")).id for act in self._acts_on(self._subject)]
            wanted = acts[:1] if forward else [self._subject.id]
            any(self.palette.list.choose(id_) for id_ in wanted)

    # lines

    def _show(self, *, chosen: str = "") -> None:
        if self._found is None:
            return
        found = self._found
        lines = self.lines.records(found)
        name = self._subject.name if self._subject is not None else ""
        heading = Heading(self.tr("On “%1”").replace("%1", name))
        lines += _grouped(heading, self._acts(found))
        heading = Heading(self.tr("Places and commands"))
        lines += _grouped(heading, self._offered(found, self._commands, len(self._asked_acts)))
        nothing = self.tr("Nothing is found.")
        self.palette.show_lines(lines, chosen=chosen, read_as=read_as(found), nothing=nothing)

    def _acts(self, found: Found) -> list[Entry]:
        """The acts on the chosen record; where commands are looked for, those that fit."""
        if not self._is_for_records:
            return self._offered(found, self._asked_acts, 0)
        acts = self._acts_on(self._subject)
        return [act.entry(FoundText(said(act.words))) for act in acts]

    @staticmethod
    def _offered(found: Found, commands: Sequence[Command], first: int) -> list[Entry]:
        """Those of ``commands`` that fit; ``first`` is where they begin among all asked for."""
        return [
            commands[command.place - first].entry(found_text(command.words))
            for command in found.commands
            if 0 <= command.place - first < len(commands)
        ]


def _grouped(heading: Heading, entries: Sequence[Entry]) -> list[Line]:
    return [heading, *entries] if entries else []
