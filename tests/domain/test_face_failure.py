"""Face failures: logged with their reason and what to do, as often as they happen."""

import pytest

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.face_failure import FACE_FAILURES
from butler_desktop.domain.facts import Facts
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.transition import Action as A
from butler_desktop.errors import Refused
from tests.domain.test_advance import do, facts, in_state


def failed(known: Facts, reason: str, note: str = "") -> Dossier:
    return do(known, A.RECORD_FACE_FAILURE, reason=reason, note=note)


@pytest.mark.parametrize("reason", FACE_FAILURES)
def test_a_failure_is_logged_with_why_and_what_to_do(reason: str) -> None:
    after = failed(in_state(S.AWAITING_FACE_VERIFICATION), reason)
    assert after.filings[0].state is S.AWAITING_FACE_VERIFICATION
    failure = FACE_FAILURES[reason]
    logged = after.contacts[-1].note
    assert logged == f"人脸核验未通过：{failure.words.zh}，{failure.cure.zh}"


def test_each_failure_stays_on_record_with_the_agreed_next_try() -> None:
    first = failed(in_state(S.AWAITING_FACE_VERIFICATION), "background")
    again = do(facts(first), A.RECORD_FACE_FAILURE, reason="light", promise_at="2026-03-20 18:00")
    assert [it.promise_at is not None for it in again.contacts[-2:]] == [False, True]
    told = failed(facts(again), "other", "平台维护").contacts
    assert told[-1].note.endswith("请按平台提示重做。平台维护")
    assert told[:-1] == again.contacts


def test_a_failure_needs_a_known_reason() -> None:
    with pytest.raises(Refused, match="background"):
        failed(in_state(S.AWAITING_FACE_VERIFICATION), "weather")


def test_who_is_verified_cannot_fail() -> None:
    known = facts(do(in_state(S.AWAITING_FACE_VERIFICATION), A.RECORD_FACE_VERIFICATION))
    with pytest.raises(Refused):
        failed(known, "light")
