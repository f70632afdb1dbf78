"""四、互联网信息服务备案承诺书: the national text; place for seal and signature."""

from reportlab.platypus import Flowable, Spacer

from butler_desktop.documents.marks import Blanks, Seal
from butler_desktop.documents.pages.page import Paper, heading
from butler_desktop.documents.styles import mixed, para

PROMISES = (
    "一、所提交的备案信息和材料真实、完整、准确、有效；信息发生变化时，在变更之日起三十日内办理变更手续。",
    "二、遵守法律法规及互联网信息服务管理的有关规定，在备案的服务内容范围内开展活动，不擅自从事需要前置审批或者经营许可的服务。",
    "三、{service}开通后，在首页底部中央位置标明备案编号，并链接至备案管理系统供公众查询。",
    "四、不为未备案的网站提供接入、跳转等便利；不将域名、备案编号出租、出借或转让。",
    "五、落实网络与信息安全责任，明确负责人，保持联系方式畅通，配合主管部门依法进行的检查。",
    "六、如有违反，自愿承担相应法律责任，并接受注销备案、停止接入等处理。",
)
INDENT = 21.0


def commitment(paper: Paper) -> list[Flowable]:
    """The page's flowables."""
    content = paper.content
    kind = content.service_kind or "网站"
    who = "本人" if content.is_person else "我单位"
    place = f"（{content.domain}）" if content.domain else ""
    shown: list[Flowable] = [
        *heading("四、互联网信息服务备案承诺书"),
        para(f"{content.authority}：", "body"),
        mixed(
            [
                (f"{who} ", "Serif"),
                (content.sponsor, "SerifBold"),
                (
                    f" 现就{kind}“{content.service_name}”{place}履行互联网信息服务备案手续，郑重承诺如下：",
                    "Serif",
                ),
            ],
            indent=INDENT,
        ),
    ]
    shown += [para(text.format(service=kind), "body", indent=INDENT) for text in PROMISES]
    signer = "承诺人（签字）：" if content.is_person else "法定代表人（签字）："
    shown += [
        Spacer(0, 120),
        Seal("本人签字按印" if content.is_person else "单位公章", right=300, rise=-30),
        Blanks(["　" * 17, f"主办者{'' if content.is_person else '（盖章）'}："]),
        Blanks(["　" * 17, signer, 110.0]),
        Blanks(["　" * 17, "日期：", 52.0, "年", 34.0, "月", 34.0, "日"]),
    ]
    return shown
