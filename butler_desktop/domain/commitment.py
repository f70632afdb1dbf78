"""The filing commitment (备案承诺书): the letter in which the sponsor answers for the filing.

This is the text that every administration takes; a province's own text will
replace it with that province's rules.
"""

from butler_desktop.domain.form_conditions import is_individual
from butler_desktop.domain.packet import Commitment
from butler_desktop.domain.packet_form import set_in
from butler_desktop.domain.particulars import Particulars

NUMBERS = "一二三四五六七八九"
ARTICLES = (
    (
        "所提交的备案信息和材料真实、完整、准确、有效；"
        "信息发生变化时，在变更之日起三十日内办理变更手续。"
    ),
    (
        "遵守法律法规及互联网信息服务管理的有关规定，在备案的服务内容范围内开展活动，"
        "不擅自从事需要前置审批或者经营许可的服务。"
    ),
    "{service}开通后，在{footer}标明备案编号，并链接至备案管理系统供公众查询。",
    "不为未备案的网站提供接入、跳转等便利；不将域名、备案编号出租、出借或转让。",
    "落实网络与信息安全责任，明确{service}负责人，保持联系方式畅通，配合主管部门依法进行的检查。",
    "如有违反，自愿承担相应法律责任，并接受注销备案、停止接入等处理。",
)


def commitment(form: Particulars, service_kind: str, authority: str) -> Commitment:
    """The letter for this form."""
    service = form.service
    personal = is_individual(form)
    where = f"（{service.domain}）" if service.domain else ""
    named = (
        f"{set_in(service_kind).rstrip()}“{service.service_name}”{where}"
        if service.service_name
        else ""
    )
    who = f"{'本人' if personal else '我单位'} {form.subject.sponsor_name or ''} "
    slots = {
        "service": set_in(service_kind),
        "footer": "首页底部中央位置" if service.service_kind == "website" else "显著位置",
    }
    return Commitment(
        addressee=f"{authority}：",
        opening=f"{who}现就{named}履行互联网信息服务备案手续，郑重承诺如下：",
        articles=tuple(
            f"{NUMBERS[place]}、{article.format(**slots).lstrip()}"
            for place, article in enumerate(ARTICLES)
        ),
        signer="本人（签字）" if personal else "法定代表人（签字）",
        seal="本人指印" if personal else "单位公章",
    )
