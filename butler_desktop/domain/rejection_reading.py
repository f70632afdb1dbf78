"""Rejection reading: which fields and papers an authority's text is about. It only proposes.

Authorities write freely, but about the same few things. Each sentence is read
by itself: whom it is about, then what of him; what asks for something stands
behind the error as the suggestion. Sources: TC-REJ, HW-KB (lists of usual
reasons), L33-12 (reasons must be stated).
"""

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass

SUBJECT_PIC = ("主体负责人", "主办者负责人", "主办单位负责人", "主体联系人")
SERVICE_PIC = (
    *("网站负责人", "服务负责人", "APP负责人", "应用负责人", "小程序负责人"),
    *("网站联系人", "网站管理员"),
)
LEGAL_REP = ("法定代表人", "法人代表", "企业法人", "单位法人", "法人")

# What of a person, by the words for it; the first that fits a sentence decides.
OF_PERSON: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("应急",), ("form:{who}.emergency_phone",)),
    (("邮箱", "邮件地址", "电子邮件"), ("form:{who}.email",)),
    (("办公电话", "座机"), ("form:{who}.office_phone",)),
    (
        ("手机", "电话", "号码无法接通", "联系方式", "无人接听", "空号", "停机", "联系不上"),
        ("form:{who}.mobile",),
    ),
    (("授权",), ("material:auth_{role}", "material:auth_both")),
    (("人脸", "核验照", "幕布", "半身照", "拍照"), ("material:face_photo",)),
    (("有效期", "过期", "到期", "失效"), ("form:{who}.id_valid_to",)),
    (
        (
            "照片",
            "扫描件",
            "复印件",
            "图片",
            "不清晰",
            "模糊",
            "正反面",
            "人像面",
            "国徽面",
            "影像",
        ),
        ("material:{who}_id", "material:{who}_id_front", "material:{who}_id_back"),
    ),
    (("证件号", "身份证号", "身份证信息", "证件信息"), ("form:{who}.id_number",)),
    (("姓名", "名字", "人名"), ("form:{who}.name",)),
    (("身份证", "证件"), ("form:{who}.id_number",)),
)

# What else, by the words for it; all that fit a sentence count, longer words first.
OF_FILING: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        (
            "网站名称",
            "服务名称",
            "网站名",
            "APP名称",
            "应用名称",
            "小程序名称",
            "名称不规范",
            "网站的名称",
        ),
        ("form:service.service_name",),
    ),
    (("商标",), ("material:trademark_or_explanation", "form:service.service_name")),
    (("服务内容", "网站内容", "栏目"), ("form:service.service_contents",)),
    (("网站用途", "建站用途"), ("form:service.site_usage",)),
    (("语言",), ("form:service.languages",)),
    (
        ("域名证书",),
        ("material:domain_cert", "form:service.domain_registrant_name"),
    ),
    (
        ("域名实名", "实名认证", "未实名"),
        ("form:service.domain_realname_on", "material:domain_realname"),
    ),
    (
        ("域名所有者", "域名持有者", "域名注册人", "域名所有人", "注册者", "域名持有人"),
        ("form:service.domain_registrant_name",),
    ),
    (("域名已过期", "域名过期", "域名到期", "域名有效期"), ("form:service.domain_expires_on",)),
    (("域名注册商", "注册服务机构"), ("form:service.domain_registrar",)),
    (("解析", "网站能够访问", "网站可访问", "已开通访问", "提前开通"), ("form:service.dns_state",)),
    (("首页网址", "首页地址"), ("form:service.home_url",)),
    (("前置审批", "许可证", "批准文件", "审批文件", "批文"), ("material:pre_approval_doc",)),
    (("经营性", "ICP证"), ("form:service.is_commercial",)),
    (("建设方案",), ("material:construction_plan",)),
    (("服务器IP", "IP地址", "接入IP"), ("form:access.ip_ranges",)),
    (("服务器放置", "机房"), ("form:access.server_locations",)),
    (("通信地址", "通讯地址", "联系地址", "办公地址"), ("form:subject.mailing_address",)),
    (
        ("证件住所", "营业执照住所", "注册地址", "执照地址", "证件地址", "住所"),
        ("form:subject.certificate_address",),
    ),
    (
        ("主办者名称", "单位名称", "主办单位名称", "企业名称", "公司名称", "主体名称"),
        ("form:subject.sponsor_name",),
    ),
    (("主办者性质", "单位性质", "主办单位性质", "主体性质"), ("form:subject.sponsor_kind",)),
    (
        ("统一社会信用代码", "营业执照号", "执照编号", "主体证件号", "信用代码"),
        ("form:subject.certificate_number",),
    ),
    (
        ("执照有效期", "执照已过期", "营业期限", "执照过期"),
        ("form:subject.certificate_valid_to", "material:sponsor_cert"),
    ),
    (("吊销", "注销", "经营异常", "登记状态"), ("form:subject.registry_status",)),
    (("投资人", "主管单位", "上级单位"), ("form:subject.superior_unit",)),
    (("经营范围",), ("form:subject.business_scope",)),
    (
        ("营业执照", "主体证件", "单位证件", "主办者证件", "组织机构代码证", "法人证书"),
        ("material:sponsor_cert",),
    ),
    (("承诺书",), ("material:filing_commitment", "material:authenticity_commitment")),
    (("真实性核验单", "核验单"), ("material:verification_form",)),
    (("居住证", "暂住证", "居住证明"), ("material:residence_proof",)),
    (("情况说明", "说明函"), ("material:sealed_statement",)),
    (("手持",), ("material:holding_photo",)),
    (("图标", "ICON", "icon"), ("material:app_icon",)),
    (("备注",), ("form:service.service_remark",)),
    (("备案类型",), ("form:filing_kind",)),
    (("区县", "行政区划", "所属地区"), ("form:district_code",)),
    (("包名", "公钥", "签名", "MD5"), ("form:service.platforms",)),
    (("域名",), ("form:service.domain",)),
)
HIDES = {
    "form:service.domain": "form:service.",
    "material:sponsor_cert": "form:subject.",
}
"""A general place that says nothing more once a finer one of its kind was found."""

SENTENCE = re.compile(r"[\n；;。！!]+|(?<![\d（(])(?=[（(]?\d{1,2}[)）、.．](?!\d))")
NUMBER = re.compile(r"^\s*[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）、.．:：]\s*")
ASKS = re.compile(r"[，,:：]?\s*(?=(?:建议|请|应|需|须|烦请|麻烦|务必|重新|改为|更换))")


@dataclass(frozen=True, slots=True)
class RejectionReason:
    """One sentence of the text: the error, what is asked for, and the places it is about."""

    error: str
    suggestion: str
    places: tuple[str, ...]


def read_rejection(text: str, known: Container[str]) -> tuple[RejectionReason, ...]:
    """The reasons in an authority's text, with those of the ``known`` places they are about."""
    found = []
    for part in SENTENCE.split(text):
        sentence = NUMBER.sub("", part).strip(" ，,、\t\r")
        if sentence:
            error, suggestion = _parted(sentence)
            found.append(RejectionReason(error, suggestion, _places(sentence, known)))
    return tuple(found)


def proposed_marks(reasons: Iterable[RejectionReason]) -> tuple[str, ...]:
    """The places of all reasons, each once."""
    return tuple(dict.fromkeys(place for reason in reasons for place in reason.places))


def _parted(sentence: str) -> tuple[str, str]:
    """The error, and what is asked for; a sentence that only asks is the error itself."""
    found = next((it for it in ASKS.finditer(sentence) if it.start() > 1), None)
    if found is None:
        return sentence, ""
    return sentence[: found.start()].rstrip("，,:： "), sentence[found.end() :].strip()


def _places(sentence: str, known: Container[str]) -> tuple[str, ...]:
    bare = "".join(sentence.split())
    people, rest = _people(bare)
    named: list[str] = []
    if people:
        named = [place for who in people for place in _of_person(who, rest, known)]
        rest = "".join(word for word in re.split("[，,、]", rest) if not _is_of_person(word))
    elif any(word in bare for word in ("手机", "电话", "人脸", "幕布", "核验照", "身份证")):
        found = [
            it for who in ("subject_pic", "service_pic") for it in _of_person(who, bare, known)
        ]
        named = found
    if not people or rest:
        named += _of_filing(rest if people else bare, known)
    return tuple(dict.fromkeys(_finest(named)))


def _people(sentence: str) -> tuple[list[str], str]:
    """Whom a sentence is about, and the sentence without their titles."""
    found = []
    for who, words in (("subject_pic", SUBJECT_PIC), ("service_pic", SERVICE_PIC)):
        if any(word in sentence for word in words):
            found.append(who)
    for word in (*SUBJECT_PIC, *SERVICE_PIC):
        sentence = sentence.replace(word, "")
    if not found and "负责人" in sentence:
        found = ["subject_pic", "service_pic"]
    if not found and any(word in sentence for word in LEGAL_REP):
        found = ["legal_rep"]
        for word in LEGAL_REP:
            sentence = sentence.replace(word, "")
    return found, sentence.replace("负责人", "")


def _of_person(who: str, sentence: str, known: Container[str]) -> list[str]:
    if who == "legal_rep":
        return _of_legal_rep(sentence, known)
    role = who.removesuffix("_pic")
    for words, places in OF_PERSON:
        if any(word in sentence for word in words):
            filled = [place.format(who=who, role=role) for place in places]
            found = [place for place in filled if place in known]
            both = [it for it in found if it.endswith(("_front", "_back"))]
            return both or found[:1]
    return []


def _of_legal_rep(sentence: str, known: Container[str]) -> list[str]:
    place = "form:subject.legal_rep_name"
    if any(word in sentence for word in ("证件号", "身份证号")):
        place = "form:subject.legal_rep_id_number"
    elif any(word in sentence for word in ("证件", "身份证", "照片", "扫描件")):
        place = "material:legal_rep_id"
    return [place] if place in known else []


def _is_of_person(clause: str) -> bool:
    return any(word in clause for words, _ in OF_PERSON for word in words)


def _of_filing(sentence: str, known: Container[str]) -> list[str]:
    """What a sentence names; a longer word hides a shorter one within."""
    pairs = [(word, places) for words, places in OF_FILING for word in words]
    found: list[str] = []
    for word, places in sorted(pairs, key=lambda it: -len(it[0])):
        if word in sentence:
            sentence = sentence.replace(word, "\n")
            found += [place for place in places if place in known][:1]
    return found


def _finest(places: list[str]) -> list[str]:
    return [
        place
        for place in places
        if place not in HIDES
        or not any(it != place and it.startswith(HIDES[place]) for it in places)
    ]
