"""The pages of a packet in WeasyPrint and fpdf2, to measure against: the same texts and pictures.

Both draw one list of blocks, taken from the same ``inputs`` that typst gets:
titles that begin a page, headings, tables, texts, pictures, and on each page a
head, a foot and its code. Each engine is used as its manual says, and what may
be kept from packet to packet (style sheets, faces) is kept.
"""

import base64
import html
import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from butler_desktop import resources

FACES = {"serif": "NotoSerifSC-Regular", "bold": "NotoSerifSC-Bold", "sans": "NotoSansSC-Regular"}
HEAD = "互联网信息服务备案信息确认书"
NOTE = "本页含个人信息，请妥善保管；二维码用于回传件自动归档，不含个人信息。"
SIDES, TOP, FOOT = 22.0, 24.0, 32.0  # mm
WIDE = 210 - 2 * SIDES

Block = tuple[str, Any]


def blocks(given: dict[str, Any]) -> Iterator[Block]:
    """What stands on the pages, in order."""
    content = given["content"]
    yield "cover", ("互联网信息服务备案信息确认书", content["filing_kind"])
    names = {"主办者": "sponsor", "名称": "service_name", "备案单号": "filing", "订单": "order"}
    yield "facts", [(name, content[key], True) for name, key in names.items()]
    yield "frame", f"请在 {content['deadline']} 前确认或退回\n{content['deadline_outcome']}"
    yield "text", "\n".join(title for _key, title in given["titles"])
    for title, sections in (("一、主办者信息", "subject"), ("二、互联网信息服务信息", "service")):
        yield "title", title
        for section in content[f"{sections}_sections"]:
            yield "heading", section["title"]
            rows = section["rows"]
            yield "facts", [(row["label"], row["value"], row["is_wide"]) for row in rows]
    yield "text", content["fee"]
    yield "title", "三、材料目录"
    papers = [
        (str(n), it["title"], str(it["pages"]), it["form"], it["valid_until"], it["sha256"][:8])
        for n, it in enumerate(content["materials"], start=1)
    ]
    heads = ("序号", "材料名称", "页数", "形式", "有效期至", "校验码")
    yield "table", ((14, 52, 13, 22, 30, 35), heads, papers)
    rules = [(it["title"], it["verdict"], it["checked_on"]) for it in content["rules"]]
    yield "table", ((50, 85, 31), ("规则", "结论", "核对日期"), rules)
    yield "pictures", [(path, papers[n][1]) for n, path in enumerate(given["pictures"])]
    letter = content["commitment"]
    yield "title", "四、互联网信息服务备案承诺书"
    yield "text", "\n".join((letter["addressee"], letter["opening"], *letter["articles"]))
    yield "text", f"主办者（盖章）：\n{letter['signer']}：＿＿＿＿＿＿　日期：＿＿年＿＿月＿＿日"
    yield "title", "五、版本改动与确认记录"
    until = f"截止 {content['deadline']}"
    own = (str(content["version"]), content["made_at"], given["digest"], until)
    yield "table", ((17, 45, 45, 59), ("版本", "生成", "内容校验码", "结果"), [own])
    yield "text", content["agreement"]
    yield "title", "六、确认与退回"
    yield "frame", f"□ 确认无误，同意提交\n据此向{content['authority']}提交备案申请。"
    lines = [(str(n), "", "", "") for n in range(1, 6)]
    yield "table", ((14, 17, 40, 95), ("序号", "页码", "项目", "应修改为"), lines)
    yield (
        "text",
        f"主办者（盖章）：{content['sponsor']}\n签字人：＿＿＿＿　电话：＿＿＿＿　日期：＿＿",
    )


def foot(given: dict[str, Any], page: int) -> tuple[str, str]:
    """The two upper lines of the foot of a page."""
    content, total = given["content"], len(given["codes"])
    return (
        f"备案单号 {content['filing']} 第 {content['version']} 版 页码 {page}/{total}",
        f"内容校验码 {given['digest']} 生成于 {content['made_at']}",
    )


@cache
def _weasyprint() -> tuple[Any, Any, Any]:
    """WeasyPrint's document class, the style sheet and the fonts, made once."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    folder = resources.folder("fonts")
    faces = "".join(
        f"@font-face {{ font-family: {name}; src: url('{(folder / file).as_uri()}.ttf') }}"
        for name, file in FACES.items()
    )
    style = (
        f"{faces} @page {{ size: A4; margin: {TOP}mm {SIDES}mm {FOOT}mm;"
        f" @top-left {{ content: '{HEAD}'; font: 9pt serif }}"
        " @bottom-left { content: element(foot); width: 100% } }"
        " body { font: 9.75pt/15pt serif; margin: 0; text-align: justify }"
        " h1 { font: 14pt bold; text-align: center; break-before: page }"
        " h2 { font: 10.5pt bold; margin: 9pt 0 3pt }"
        " table { border-collapse: collapse; width: 100%; table-layout: fixed }"
        " th, td { border: 0.75pt solid; padding: 2.5pt 7.5pt; text-align: left }"
        " th { font-weight: normal }"
        " th { background: #f1f1f1 } .frame { border: 0.75pt solid; padding: 13pt }"
        " p { white-space: pre-line; margin: 6pt 0 } .tile { display: inline-block; width: 31% }"
        " .tile img { max-width: 100%; height: 81pt } .code img { width: 14mm; float: left }"
        " .foot { position: running(foot); font-size: 8.25pt; border-top: 0.75pt solid }"
    )
    return HTML, CSS(string=style, font_config=fonts), fonts


def by_weasyprint(given: dict[str, Any], folder: Path) -> bytes:
    """The packet's file, made by WeasyPrint."""
    document, style, fonts = _weasyprint()
    parts: list[str] = []
    page = 1
    for kind, what in blocks(given):
        if kind in ("cover", "title"):
            parts.append(_html_foot(given, page))
            page = min(page + 1, len(given["codes"]))
        parts.append(_html(kind, what, folder))
    made: bytes = document(string=f"<body>{''.join(parts)}</body>", base_url=str(folder)).write_pdf(
        stylesheets=[style], font_config=fonts
    )
    return made


def _html_foot(given: dict[str, Any], page: int) -> str:
    code = base64.b64encode(given["codes"][page - 1].encode()).decode()
    lines = "<br>".join(map(html.escape, (*foot(given, page), NOTE)))
    return (
        f"<div class=foot><span class=code><img src='data:image/svg+xml;base64,{code}'></span>"
        f"{lines}</div>"
    )


def _html(kind: str, what: Any, folder: Path) -> str:
    said = html.escape
    if kind == "cover":
        return f"<h2 style='font-size: 21pt'>{said(what[0])}</h2><p>（{said(what[1])}）</p>"
    if kind in ("title", "heading"):
        tag = "h1" if kind == "title" else "h2"
        return f"<{tag}>{said(what)}</{tag}>"
    if kind in ("text", "frame"):
        return f"<p class={kind}>{said(what)}</p>"
    if kind == "facts":
        rows = "".join(f"<tr><th>{said(a)}</th><td>{said(b)}</td></tr>" for a, b, _wide in what)
        return f"<table><col style='width: 33mm'><col>{rows}</table>"
    if kind == "table":
        widths, head, rows = what
        columns = "".join(f"<col style='width: {wide}mm'>" for wide in widths)
        heads = "".join(f"<th>{said(it)}</th>" for it in head)
        body = "".join(
            "<tr>" + "".join(f"<td>{said(it) or '&nbsp;'}</td>" for it in row) + "</tr>"
            for row in rows
        )
        return f"<table>{columns}<thead><tr>{heads}</tr></thead>{body}</table>"
    return "".join(
        f"<div class=tile><img src='{(folder / path[1:]).as_uri()}'><p>{said(name)}</p></div>"
        for path, name in what
    )


def by_fpdf2(given: dict[str, Any], folder: Path) -> bytes:
    """The packet's file, made by fpdf2."""
    from fpdf import FPDF

    class Packet(FPDF):
        def footer(self) -> None:
            code = given["codes"][min(self.page, len(given["codes"])) - 1].encode()
            self.image(io.BytesIO(code), SIDES, 297 - 28, 14)
            for line, text in enumerate((*foot(given, self.page), NOTE)):
                self.set_font("serif", size=8.25)
                self.text(SIDES + 17, 297 - 24 + 4.5 * line, text)

        def header(self) -> None:
            self.set_font("serif", size=9)
            self.text(SIDES, 14, HEAD)

    pdf = Packet()
    for name, file in FACES.items():
        pdf.add_font(name, fname=resources.folder("fonts") / f"{file}.ttf")  # it keeps none
    pdf.set_margins(SIDES, TOP, SIDES)
    pdf.set_auto_page_break(auto=True, margin=FOOT)
    for kind, what in blocks(given):
        _fpdf(pdf, kind, what, folder)
    return bytes(pdf.output())


def _fpdf(pdf: Any, kind: str, what: Any, folder: Path) -> None:
    if kind in ("cover", "title"):
        pdf.add_page()
        pdf.set_font("bold", size=21 if kind == "cover" else 14)
        said = what if kind == "title" else "\n".join(what)
        pdf.multi_cell(WIDE, 10, said, align="C", new_x="LMARGIN", new_y="NEXT")
    elif kind == "heading":
        pdf.set_font("bold", size=10.5)
        pdf.cell(WIDE, 9, what, new_x="LMARGIN", new_y="NEXT")
    elif kind in ("text", "frame"):
        pdf.set_font("serif", size=9.75)
        border = 1 if kind == "frame" else 0
        pdf.multi_cell(WIDE, 5.3, what, border=border, new_x="LMARGIN", new_y="NEXT", padding=2)
    elif kind == "pictures":
        _fpdf_pictures(pdf, what, folder)
    else:
        facts = kind == "facts"
        widths = (33, WIDE - 33) if facts else what[0]
        rows = [row[:2] for row in what] if facts else [what[1], *what[2]]
        pdf.set_font("serif", size=9.75)
        with pdf.table(
            rows,
            col_widths=widths,
            line_height=5.3,
            padding=(0.9, 2.6),
            first_row_as_headings=False,
            text_align="LEFT",
        ):
            pass


def _fpdf_pictures(pdf: Any, what: list[tuple[str, str]], folder: Path) -> None:
    for start in range(0, len(what), 3):
        if pdf.will_page_break(40):
            pdf.add_page()
        top = pdf.y
        for place, (path, name) in enumerate(what[start : start + 3]):
            left = SIDES + place * WIDE / 3
            file = folder / path[1:]
            pdf.image(file, left, top, WIDE / 3 - 4, 28.6, keep_aspect_ratio=True)
            pdf.text(left, top + 33, name)
        pdf.set_y(top + 40)
