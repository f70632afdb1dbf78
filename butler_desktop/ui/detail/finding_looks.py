"""What the rows of findings and questions say, and what can be done about each."""

from butler_desktop.domain.asked_question import AskedQuestion
from butler_desktop.domain.checks import ERROR, INFO, Finding
from butler_desktop.domain.correction import places
from butler_desktop.domain.time_words import near_moment_text
from butler_desktop.domain.transition import Action
from butler_desktop.domain.waiver import Waiver
from butler_desktop.services.filing_view import FilingView
from butler_desktop.ui.detail.finding_row import RowLook
from butler_desktop.ui.i18n import said, translate

FIX, GO, KEEP, AGREE, WITHDRAW, AGAIN = "fix", "go", "keep", "agree", "withdraw", "again"
ANSWER = "answer:"
LOOKS = {ERROR: ("circle-x", "red"), INFO: ("info", "blue")}
DOUBT = ("triangle-alert", "amber")
DOT = " ・ "
MATERIAL = "material:"


def grade(severity: str) -> str:
    """How grave a finding is, in a word."""
    if severity == ERROR:
        return translate("FindingLooks", "Must be corrected")
    if severity == INFO:
        return translate("FindingLooks", "For information")
    return translate("FindingLooks", "Doubtful")


class FindingLooks:
    """The looks for one filing as it was read."""

    def __init__(self, view: FilingView) -> None:
        self._view = view
        known = places(view.filing.particulars, view.rulebook, view.materials)
        self._names = {place: said(words) for place, words in known.items()}
        self._asked = {it.place: it for it in view.questions}
        self._rules = {it.id: it for it in view.rulebook.province_rules}
        offers = (view.primary, view.secondary, *view.others)
        self.may_act = any(
            it is not None and it.row.action is Action.WAIVE_FINDING and not it.lacks
            for it in offers
        )
        """Whether who looks may answer, and let pass."""

    def asked(self, finding: Finding) -> AskedQuestion | None:
        """The question that a finding is about."""
        return self._asked.get(finding.place)

    def name(self, place: str) -> str:
        """Where a place stands: 网站 ・ 网站名称, 材料 ・ 营业执照."""
        name = self._names.get(place, "")
        if name and place.startswith(MATERIAL):
            return translate("FindingLooks", "Papers") + DOT + name
        return name

    def finding(self, finding: Finding) -> RowLook:
        """What is to be mended, or let pass with the reason."""
        icon, tint = LOOKS.get(finding.severity, DOUBT)
        asked = self.asked(finding)
        place = asked.look_at if asked else finding.place
        buttons: list[tuple[str, str]] = []
        if finding.fix is not None and self._view.is_editable:
            buttons.append((FIX, said(finding.fix.words)))
        elif place and self._view.is_editable:
            buttons.append((GO, translate("FindingLooks", "Go and fill in")))
        words = self._note(finding)
        if finding.requested is not None:
            words = self._requested(finding.requested)
        if self.may_act:
            if asked is not None:
                buttons.insert(0, (AGAIN, translate("FindingLooks", "Look again")))
            buttons += self._keeping(finding)
        return RowLook(
            place=place,
            icon=icon,
            tint=tint,
            title=said(finding.message),
            chip=grade(finding.severity),
            link=self.name(place),
            words=words,
            rule=self.rule(finding),
            tip=self._sources(finding),
            buttons=tuple(buttons),
        )

    def question(self, finding: Finding, asked: AskedQuestion) -> RowLook:
        """What is to be looked up, answered with one click."""
        tint = LOOKS.get(finding.severity, DOUBT)[1]
        answers: tuple[tuple[str, str], ...] = ()
        links: tuple[tuple[str, str], ...] = ()
        day = ""
        if self.may_act:
            answers = tuple((ANSWER + it.id, said(it.words)) for it in asked.question.answers)
            links = tuple(self._keeping(finding))
            if asked.question.asks_day:
                day = translate("FindingLooks", "Day on the paper")
        return RowLook(
            place=asked.look_at,
            icon="circle-question-mark",
            tint=tint,
            title=said(finding.message),
            chip=translate("FindingLooks", "To look up"),
            link=self.name(asked.look_at),
            rule=self.rule(finding),
            tip=self._sources(finding),
            buttons=answers,
            links=links,
            day=day,
        )

    def kept(self, finding: Finding, waiver: Waiver) -> RowLook:
        """What somebody let pass: who, when and why."""
        who = f"{waiver.by} + {waiver.second}" if waiver.second else waiver.by
        when = said(near_moment_text(waiver.at, self._view.now))
        act = ((WITHDRAW, translate("FindingLooks", "Withdraw")),) if self.may_act else ()
        place = self.place_of(finding)
        return RowLook(
            place=place,
            icon="circle-check",
            tint="grey",
            title=said(finding.message),
            chip=translate("FindingLooks", "Let pass"),
            link=self.name(place),
            words=waiver.reason + DOT + who + DOT + when,
            rule=self.rule(finding),
            tip=self._sources(finding),
            links=act,
            is_done=True,
        )

    def answered(self, asked: AskedQuestion) -> RowLook:
        """What was looked up, by whom and when."""
        noted = asked.noted
        given = asked.question.answer(noted.answer) if noted else None
        answer = said(given.words) if given else (noted.answer if noted else "")
        parts = (answer, noted.words, noted.checked_on, noted.by) if noted else ()
        again = ((AGAIN, translate("FindingLooks", "Look again")),) if self.may_act else ()
        return RowLook(
            place=asked.look_at,
            icon="circle-check",
            tint="green",
            title=said(asked.words),
            chip=answer,
            link=self.name(asked.look_at),
            rule=DOT.join(it for it in parts[1:] if it),
            links=again,
            is_done=True,
        )

    def place_of(self, finding: Finding) -> str:
        """Where a finding is mended: a question's, at what it is about."""
        asked = self.asked(finding)
        return asked.look_at if asked else finding.place

    def rule(self, finding: Finding) -> str:
        """规则 W07 ・ 湖北 ・ 2026-11-22."""
        rule = translate("FindingLooks", "Rule %1").replace("%1", finding.rule)
        ruled = self._rules.get(finding.ruled_by)
        province = self._view.rulebook.provinces.named(ruled.province) if ruled else None
        everywhere = translate("FindingLooks", "All provinces")
        where = said(province.short_words) if province else everywhere
        return DOT.join((rule, where, finding.as_of.isoformat()))

    def _keeping(self, finding: Finding) -> list[tuple[str, str]]:
        if finding.is_firm:
            return []
        requested = finding.requested
        if requested is None:
            return [(KEEP, translate("FindingLooks", "Let pass…"))]
        acts = [(WITHDRAW, translate("FindingLooks", "Withdraw"))]
        is_own = self._view.is_signed_in and requested.by == self._view.actor
        return acts if is_own else [*acts, (AGREE, translate("FindingLooks", "Agree…"))]

    def _requested(self, waiver: Waiver) -> str:
        told = translate("FindingLooks", "%1 wants to let it pass: %2. A second person must agree.")
        return told.replace("%1", waiver.by).replace("%2", waiver.reason)

    def _note(self, finding: Finding) -> str:
        """What else is known of the province's rule."""
        ruled = self._rules.get(finding.ruled_by)
        return said(ruled.note) if ruled else ""

    def _sources(self, finding: Finding) -> str:
        """What the rule rests on, by name."""
        keys = [it.strip() for it in finding.source.split(",")]
        known = self._view.rulebook.sources
        named = [f"{key}: {known[key]}" if key in known else key for key in keys]
        confidence = translate("FindingLooks", "Confidence: %1").replace("%1", finding.confidence)
        return "\n".join((*named, confidence))
