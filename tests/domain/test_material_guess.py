import pytest

from butler_desktop.domain.material_guess import likely_kind
from butler_desktop.words import Words

PAPERS = [
    (kind, Words(zh, ""))
    for kind, zh in (
        ("sponsor_cert", "营业执照"),
        ("legal_rep_id", "法定代表人证件"),
        ("subject_pic_id_front", "主体负责人证件 人像面"),
        ("subject_pic_id_back", "主体负责人证件 国徽面"),
        ("auth_subject", "主体负责人授权书"),
        ("service_pic_id_front", "网站负责人证件 人像面"),
        ("service_pic_id_back", "网站负责人证件 国徽面"),
        ("auth_service", "网站负责人授权书"),
        ("domain_cert", "域名证书"),
        ("domain_realname", "域名实名认证截图"),
        ("filing_commitment", "备案承诺书"),
        ("app_icon", "APP 图标"),
    )
]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("营业执照副本.jpg", "sponsor_cert"),
        ("business-licence.jpg", "sponsor_cert"),
        ("id-front.jpg", "subject_pic_id_front"),
        ("身份证反面.jpg", "subject_pic_id_back"),
        ("网站负责人身份证人像面.jpg", "service_pic_id_front"),
        ("网站负责人身份证国徽面.jpg", "service_pic_id_back"),
        ("网站负责人授权书（盖章）.pdf", "auth_service"),
        ("域名证书 chenxi.png", "domain_cert"),
        ("domain-certificate.png", "domain_cert"),
        ("实名认证截图.png", "domain_realname"),
        ("备案承诺书", "filing_commitment"),
        ("App图标.PNG", "app_icon"),
        ("微信图片_20260318.jpg", None),
        ("IMG_1234.jpg", None),
        (".jpg", None),
        ("", None),
    ],
)
def test_a_name_tells_what_it_can(name: str, kind: str | None) -> None:
    assert likely_kind(name, PAPERS) == kind


def test_of_equals_the_first_wins() -> None:
    missing_last = [("a", Words("授权书", "")), ("b", Words("授权书", ""))]
    assert likely_kind("授权书.pdf", missing_last) == "a"
    assert likely_kind("授权书.pdf", reversed(missing_last)) == "b"
