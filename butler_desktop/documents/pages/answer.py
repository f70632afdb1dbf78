"""六、确认与退回: one sheet that can stand alone, to be signed and sent back."""

from reportlab.platypus import Flowable, Spacer, Table

from butler_desktop.documents.marks import Blanks, QrBlock, Seal, Ticks
from butler_desktop.documents.pages.page import Paper, heading, section
from butler_desktop.documents.sheet import BODY_WIDTH, qr_text
from butler_desktop.documents.styles import INK, LABEL_GROUND, mixed, para
from butler_desktop.documents.tables import grid_table

LINES = 5
INNER = BODY_WIDTH - 25


def answer(paper: Paper) -> list[Flowable]:
    """The page's flowables."""
    content = paper.content
    seal = "签字按印" if content.is_person else "单位公章"
    return [
        *heading("六、确认与退回"),
        mixed(
            [
                (
                    "请在下列两项中选择一项打“√”，签字并加盖公章后，将本页回传给备案管家。截止时间：",
                    "Serif",
                ),
                (f"{content.deadline}。", "SerifBold"),
            ],
            "note",
        ),
        Spacer(0, 5),
        _boxes(paper),
        Spacer(0, 12),
        mixed([("主办者（盖章）：", "Serif"), (content.sponsor, "Serif")], "fact"),
        Blanks(["签字人：", 128.0, "　身份："]),
        _capacity(paper),
        Blanks(["联系电话：", 116.0]),
        Blanks(["日期：", 48.0, "年", 33.0, "月", 33.0, "日"]),
        Seal(seal, right=5, rise=54),
        *section("登记栏（由备案管家填写）"),
        _register(),
        Spacer(0, 15),
        _code(paper),
    ]


def _boxes(paper: Paper) -> Table:
    content = paper.content
    confirm: list[object] = [
        Ticks(("确认无误，同意提交",), face="SerifBold", size=12),
        Spacer(0, 3),
        para(
            f"本人已核对第 {content.version} 版确认书全部内容，确认信息真实、准确，"
            f"同意据此向{content.authority}提交备案申请。",
            "note",
        ),
    ]
    blank = [[para(str(n), "cell_center"), "", "", ""] for n in range(1, LINES + 1)]
    corrections = grid_table(
        ("序号", "页码", "项目", "应修改为"), blank, (40, 48, 112, INNER - 200), row_height=24.5
    )
    back: list[object] = [
        Ticks(("退回修改",), face="SerifBold", size=12),
        Spacer(0, 4),
        corrections,
    ]
    return Table(
        [[confirm], [back]],
        colWidths=[BODY_WIDTH],
        style=[
            ("GRID", (0, 0), (-1, -1), 0.8, INK),
            ("LEFTPADDING", (0, 0), (-1, -1), 12.5),
            ("RIGHTPADDING", (0, 0), (-1, -1), 12.5),
            ("TOPPADDING", (0, 0), (-1, -1), 9),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 10),
        ],
    )


def _capacity(paper: Paper) -> Flowable:
    """The boxes behind 身份：, drawn on the line above."""
    titles = [f"{paper.content.section('service_pic').title or '服务负责人'}"]
    return Raised(Ticks(("主体负责人", *titles), size=10.5), left=222, rise=9.5)


class Raised(Flowable):
    """A flowable drawn on the line before it."""

    def __init__(self, inner: Flowable, left: float, rise: float) -> None:
        super().__init__()
        self.inner, self.left, self.rise = inner, left, rise

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """No room."""
        self.inner.wrap(width, height)
        return width, 0

    def draw(self) -> None:
        """Draws it at its place."""
        self.inner.drawOn(self.canv, self.left, self.rise)


def _register() -> Table:
    rows: list[list[object]] = [
        [para("收到方式"), Ticks(("当面", "扫描回传", "邮寄", "电话")), para("收到时间"), ""],
        [para("登记结果"), Ticks(("确认", "退回", "到期自动确认")), para("登记人"), ""],
    ]
    return Table(
        rows,
        colWidths=[66, 211, 66, BODY_WIDTH - 343],
        rowHeights=[23.25, 23.25],
        style=[
            ("GRID", (0, 0), (-1, -1), 0.6, INK),
            ("BACKGROUND", (0, 0), (0, -1), LABEL_GROUND),
            ("BACKGROUND", (2, 0), (2, -1), LABEL_GROUND),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), 7),
        ],
    )


def _code(paper: Paper) -> Table:
    content = paper.content
    total = paper.numbers.get("pages", 0)
    number = paper.numbers.get("answer", total)
    digest = content.digest
    words: list[object] = [
        mixed([("回传核对码", "SerifBold")], "cell"),
        para("请勿遮挡、折损左侧二维码。回传后系统据此识别备案单号、版本与页码，"),
        para("自动归档并核对是否为最新版本。"),
        mixed(
            [
                ("人工核对：", "Serif"),
                (
                    f"{content.filing} / v{content.version} / {digest[:4]}-{digest[4:8]}".upper(),
                    "Sans",
                ),
            ],
            "cell",
        ),
    ]
    return Table(
        [[QrBlock(qr_text(content, digest, number, total), 69), words]],
        colWidths=[92, BODY_WIDTH - 92],
        style=[
            ("BOX", (0, 0), (-1, -1), 0.8, INK),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (0, 0), 11),
            ("LEFTPADDING", (1, 0), (1, 0), 3),
            ("TOPPADDING", (0, 0), (-1, -1), 9),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 9),
        ],
    )
