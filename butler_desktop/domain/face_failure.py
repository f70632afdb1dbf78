"""Face failures: why a face verification did not pass, and what the person does otherwise.

Source: process.md 5 (HW-KB): light, background, angle, and data that differ from the ID card.
The rest is practice.
"""

from dataclasses import dataclass

from butler_desktop.words import Words


@dataclass(frozen=True, slots=True)
class FaceFailure:
    """One reason: what was wrong, and what to ask the customer for. Both are told to people."""

    words: Words
    cure: Words


FACE_FAILURES: dict[str, FaceFailure] = {
    "light": FaceFailure(
        Words("光线过暗或过亮", "Too dark or too bright"),
        Words("请在光线均匀处重做", "do it again in even light"),
    ),
    "background": FaceFailure(
        Words("背景不是白色", "The background is not white"),
        Words("请在白墙或白幕布前重做", "do it again before a white wall"),
    ),
    "angle": FaceFailure(
        Words("角度不正或有遮挡", "Not facing the camera, or covered"),
        Words("请摘下眼镜和帽子，正对镜头重做", "take off glasses and hat and face the camera"),
    ),
    "data": FaceFailure(
        Words("姓名或证件号码与证件不符", "Name or number differ from the ID card"),
        Words("请核对证件后改正备案信息", "compare the ID card and correct the form"),
    ),
    "person": FaceFailure(
        Words("不是服务负责人本人", "Another person than the one in charge"),
        Words("须由服务负责人本人重做", "the service person in charge must do it"),
    ),
    "expired": FaceFailure(
        Words("二维码或链接已过期", "The code or link had expired"),
        Words("请用新发的二维码或链接重做", "use the new code or link"),
    ),
    "other": FaceFailure(
        Words("其他原因", "Another reason"),
        Words("请按平台提示重做", "do as the platform says"),
    ),
}


def failure_note(code: str, said: str) -> str:
    """The line of the contact log, in Chinese as all that is said to customers."""
    failure = FACE_FAILURES[code]
    told = f"人脸核验未通过：{failure.words.zh}，{failure.cure.zh}"
    return f"{told}。{said}" if said else told
