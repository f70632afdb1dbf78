"""Found lines: what the locator found, as lines of the palette."""

from collections.abc import Callable
from datetime import datetime

from butler_desktop.domain.filing_states import STATES
from butler_desktop.domain.locator import Scope
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.services.locator import Found, FoundFiling, FoundOrder, Shown
from butler_desktop.ui.due_text import due_text
from butler_desktop.ui.i18n import said, translate
from butler_desktop.ui.kit.found_text import FoundText
from butler_desktop.ui.palette.entry import DOT, Deed, Entry, Heading, Line
from butler_desktop.ui.palette.subject import of_filing_row, of_order_row
from butler_desktop.words import Words

GAP = FoundText(" " * 4)
NAMED = {
    "service_name": Words("网站名称 ", "site "),
    "customer": Words("客户 ", "customer "),
    "order_number": Words("订单 ", "order "),
    "phone": Words("电话 ", "phone "),
    "contact_name": Words("联系人 ", "contact "),
}
"""Before a fact that does not stand in the line otherwise."""

Opening = Callable[[str], None]


class FoundLines:
    """Makes lines; ``now`` and the rulebook say clocks and provinces."""

    def __init__(
        self, now: Callable[[], datetime], open_filing: Opening, open_order: Opening
    ) -> None:
        self._now, self._open_filing, self._open_order = now, open_filing, open_order
        self._rulebook: Rulebook | None = None

    def know(self, rulebook: Rulebook) -> None:
        """Say provinces and clocks by these rules."""
        self._rulebook = rulebook

    def records(self, found: Found) -> list[Line]:
        """The filings and the orders, each under its heading."""
        lines: list[Line] = []
        for name, entries, count in (
            (translate("Palette", "Filings"), self._filings(found), found.filing_count),
            (translate("Palette", "Orders"), self._orders(found), found.order_count),
        ):
            if entries:
                lines += [
                    Heading(name, _rest(len(entries), count, is_more=found.is_more)),
                    *entries,
                ]
        return lines

    def _filings(self, found: Found) -> list[Entry]:
        return [self._filing(one) for one in found.filings]

    def _orders(self, found: Found) -> list[Entry]:
        return [self._order(one) for one in found.orders]

    def _filing(self, found: FoundFiling) -> Entry:
        row, rules = found.row, self._rulebook
        province = rules.provinces.named(row.province) if rules else None
        where = [FoundText(said(province.short_words))] if province else []
        facts = [_found(shown) for shown in found.facts]
        due = due_text(row.due, self._now(), rules.calendar) if rules else None
        return Entry(
            row.id,
            (found_text(found.name),),
            _deed(self._open_filing, row.id),
            (*facts[:2], *where, *facts[2:]),
            stage=STATES[row.state].stage,
            due=due,
            subject=of_filing_row(row),
        )

    def _order(self, found: FoundOrder) -> Entry:
        row = found.row
        first = [found_text(found.number), GAP, found_text(found.name)]
        for shown in found.facts:
            first += [FoundText(DOT), _found(shown)]
        sites = translate("Palette", "Sites %1").replace("%1", str(row.ordered))
        left = translate("Palette", "left %1").replace("%1", str(row.remaining))
        return Entry(
            row.id,
            tuple(first),
            _deed(self._open_order, row.id),
            icon="receipt-text",
            note=f"{sites}{DOT}{left}",
            subject=of_order_row(row),
        )


def read_as(found: Found) -> str:
    """How what was typed was read, where that is not plain."""
    if found.query.scope is Scope.COMMANDS:
        return translate("Palette", "Commands only")
    if found.query.scope is Scope.NUMBERS:
        return translate("Palette", "Numbers only")
    marked = [filing.name for filing in found.filings] + [order.name for order in found.orders]
    marked += [command.words for command in found.commands]
    word = found.query.words[0] if found.query.is_initials else ""
    if word and any(_is_spelt(shown, word) for shown in marked):
        return translate("Palette", "Pinyin initials %1").replace("%1", word)
    return ""


def found_text(shown: Shown) -> FoundText:
    """A text with what was found of it."""
    return FoundText(shown.text, shown.spans)


def _is_spelt(shown: Shown, word: str) -> bool:
    """Whether a part was found by its initials: it does not read as what was typed."""
    return any(shown.text[start:end].lower() != word for start, end in shown.spans)


def _found(shown: Shown) -> FoundText:
    """The same, with its name before it where the line does not tell what it is."""
    name = said(NAMED[shown.key]) if shown.key in NAMED else ""
    ahead = len(name)
    return FoundText(name + shown.text, tuple((a + ahead, b + ahead) for a, b in shown.spans))


def _rest(shown: int, count: int, *, is_more: bool) -> str:
    """How many fit, where not all of them are shown."""
    if count <= shown:
        return ""
    told = translate("Palette", "first %1 of %2").replace("%1", str(shown))
    return told.replace("%2", f"{count}+" if is_more else str(count))


def _deed(opening: Opening, id_: str) -> Deed:
    return lambda: opening(id_)
