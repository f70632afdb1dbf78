"""What the acts of the state table ask for: the inputs that several rows share."""

from dataclasses import replace

from butler_desktop.domain.face_failure import FACE_FAILURES
from butler_desktop.domain.sms_check import EVERYBODY, ROLE_WORDS
from butler_desktop.domain.telling import OCCASION_WORDS, Occasion
from butler_desktop.domain.transition import Input, InputKind
from butler_desktop.words import Words

NOTE = Input("note", Words("沟通内容", "What was said"), InputKind.LONG_TEXT)
AT = Input("at", Words("时间", "Time"), InputKind.TIME)
COMMENT = Input("comment", Words("说明", "Comment"), InputKind.LONG_TEXT, required=True)
PROMISE = (
    Input("promise_at", Words("约定回电", "Promised call"), InputKind.TIME),
    Input("promise_note", Words("约定事项", "What was promised")),
)
CHANNELS = (
    ("paper", Words("纸质签章", "Signed paper")),
    ("pdf", Words("PDF 回传", "PDF returned")),
    ("phone", Words("电话", "Telephone")),
    ("console", Words("控制台", "Console")),
    ("email", Words("邮件", "E-mail")),
    ("wechat", Words("微信", "WeChat")),
)
BY_WORD = ("phone", "wechat", "email", "console")
"""The channels by which somebody is told something."""
CHANNEL_WORDS = dict(CHANNELS)
HOW = Input("how", Words("方式", "How"), InputKind.CHOICE, True, CHANNELS)
TOLD_HOW = replace(HOW, choices=tuple(it for it in CHANNELS if it[0] in BY_WORD))
WHO = Input("who", Words("答复人", "Who answered"))
EVIDENCE = Input("evidence", Words("凭证", "Evidence"))
RETURNED_HOW = replace(HOW, required=False)
FACE_REASON = Input(
    "reason",
    Words("未通过的原因", "Why it failed"),
    InputKind.CHOICE,
    required=True,
    choices=tuple((code, it.words) for code, it in FACE_FAILURES.items()),
)
WHOLE, DELTA = "whole", "delta"
SCOPE = Input(
    "scope",
    Words("确认包", "Packet"),
    InputKind.CHOICE,
    choices=(
        (WHOLE, Words("完整", "Whole")),
        (DELTA, Words("只含确认后的改动", "Only what changed since")),
    ),
)
OCCASION = Input(
    "message",
    Words("告知事项", "Of what"),
    InputKind.CHOICE,
    True,
    tuple((str(it), words) for it, words in OCCASION_WORDS.items() if it is not Occasion.REMINDER),
)
"""A reminder has an act of its own: silence may count after it."""
PERSON = Input(
    "person",
    Words("谁", "Who"),
    InputKind.CHOICE,
    choices=(*ROLE_WORDS.items(), (EVERYBODY, Words("全部", "All"))),
)
ONE_PERSON = replace(PERSON, choices=tuple(ROLE_WORDS.items()))
"""Whose number; need not be said where only one waits."""
MARKS = Input("marks", Words("要改的地方", "What to correct"), InputKind.PLACES, required=True)
DEADLINE = Input("deadline", Words("确认截止时间", "Deadline"), InputKind.TIME, required=True)
