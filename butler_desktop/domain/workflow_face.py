"""The state table's rows of the face verification."""

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.transition import Action as A
from butler_desktop.domain.transition import Guard as G
from butler_desktop.domain.transition import Input, InputKind, Transition
from butler_desktop.domain.vocabulary import Party
from butler_desktop.domain.workflow_inputs import AT, FACE_REASON, NOTE, PROMISE
from butler_desktop.words import Words


def _face_verification(sources: tuple[S, ...], rank: int) -> Transition:
    """Possible any time after the content is known, needed at submission (process.md A11)."""
    return Transition(
        A.RECORD_FACE_VERIFICATION,
        sources,
        None,
        Party.CUSTOMER,
        Words("登记人脸核验", "Record the face verification"),
        Words("人脸核验通过", "Face verified"),
        inputs=(AT, Input("expires_at", Words("有效至", "Valid until"), InputKind.TIME)),
        rank=rank,
        source="4.1",
    )


FACE_ROWS: tuple[Transition, ...] = (
    _face_verification(
        (
            S.COLLECTING,
            S.PREPARING,
            S.INTERNAL_REVIEW,
            S.AWAITING_CONFIRMATION,
            S.RETURNED_BY_CUSTOMER,
            S.READY_TO_SUBMIT,
            S.REWORK,
        ),
        rank=0,
    ),
    _face_verification((S.CONFIRMED, S.AWAITING_FACE_VERIFICATION), rank=2),
    Transition(
        A.RECORD_FACE_FAILURE,
        (S.CONFIRMED, S.AWAITING_FACE_VERIFICATION),
        None,
        Party.CUSTOMER,
        Words("登记核验未通过", "Record a failed verification"),
        Words("人脸核验未通过", "Face verification failed"),
        guards=(G.FACE_NOT_VERIFIED,),
        inputs=(FACE_REASON, AT, NOTE, *PROMISE),
        is_secondary=True,
        source="process.md 5; HW-KB",
    ),
    Transition(
        A.AWAIT_FACE_VERIFICATION,
        (S.CONFIRMED,),
        S.AWAITING_FACE_VERIFICATION,
        Party.SYSTEM,
        Words("等待人脸核验", "Wait for the face verification"),
        Words("等待人脸核验", "Waiting for the face verification"),
        guards=(G.FACE_NOT_VERIFIED,),
        by_hand=False,
        source="4.1",
    ),
)
