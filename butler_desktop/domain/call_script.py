"""Call scripts: what the butler says on the telephone, step by step, with this filing's facts.

The texts to be sent are in ``domain.message``; this is what is talked through.
Sources: process.md 4 (SMS) and 5 (face verification).
"""

from collections.abc import Iterable

from butler_desktop.domain.filing import Filing
from butler_desktop.domain.masking import masked_name, masked_phone
from butler_desktop.domain.sms_check import TRIES, SmsCheck
from butler_desktop.domain.telling import Occasion
from butler_desktop.domain.time_words import full_moment_text

SCRIPTED = (Occasion.FACE, Occasion.SMS)
"""What is talked through on the telephone."""


def call_script(
    occasion: Occasion, filing: Filing, checks: Iterable[SmsCheck], hours: int
) -> tuple[str, ...]:
    """The steps, in Chinese; none for what is not talked through.

    ``hours`` is how long a face verification counts. Names and numbers are
    masked; no number of an identity card is said: the person reads his own.
    """
    if occasion is Occasion.FACE:
        return _face(filing, hours)
    return _sms(filing, tuple(checks)) if occasion is Occasion.SMS else ()


def _face(filing: Filing, hours: int) -> tuple[str, ...]:
    who = masked_name(filing.particulars.service_pic.name or "")
    return (
        f"确认接电话的是服务负责人{who}本人；不是本人的，请本人来做，别人不能代替。",
        "请准备本人有效身份证，核对姓名、证件号与备案信息一致。",
        "找一处光线充足的地方，身后为白色或浅色墙面，不戴帽子、墨镜、口罩。",
        "打开我发的链接或小程序，允许使用摄像头，正对镜头，按提示眨眼、转头。",
        "没通过时先看提示：光线、背景、角度、姓名证件是否一致，再试一次。",
        f"完成后请告诉我。结果 {hours} 小时内有效，过期要重新做。",
    )


def _sms(filing: Filing, checks: tuple[SmsCheck, ...]) -> tuple[str, ...]:
    sent = filing.sms_sent_at
    since = f"（{full_moment_text(sent).zh} 发出）" if sent else ""
    waiting = [it for it in checks if it.verified_at is None]
    whose = "；".join(
        f"{it.words.zh} {masked_name(it.name)} {masked_phone(it.mobile)}" for it in waiting
    )
    steps = [
        f"管局的核验短信{since}是否收到？没收到的，先看被拦截的短信和短信箱是否已满。",
        "请打开短信里工信部的网址，不要把验证码告诉任何人，包括我。",
        "依次填写：6 位验证码、手机号、本人证件号码的后 6 位。",
        f"输错不要反复试：错满 {TRIES} 次后再错即被退回，须重新提交。",
        "从发出起 24 小时内完成；我稍后再打来确认是否成功。",
    ]
    return (f"需要核验的：{whose}。", *steps) if whose else tuple(steps)
