"""Contents, remarks and languages: each rule firing, and not firing."""

from datetime import date

import pytest

from butler_desktop.domain.checks import Finding, findings
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.rulebook import Rulebook

TODAY = date(2026, 11, 22)
WEIGHTS = ("info", "warning", "error")
CONTENTS, REMARK = "service.service_contents", "service.service_remark"
LANGUAGES = "service.languages"
OWN_WORDS = "记录阅读与生活，仅作个人文字展示，不涉及经营性内容与互动功能。"


def found_in(
    form: Particulars, rulebook: Rulebook, province: str, values: dict[str, Leaf]
) -> dict[str, Finding]:
    row = rulebook.provinces.named(province)
    assert row is not None
    form = form.with_value("province", row.code)
    for path, value in values.items():
        form = form.with_value(path, value)
    found = sorted(findings(form, rulebook, TODAY), key=lambda it: WEIGHTS.index(it.severity))
    return {it.rule: it for it in found}  # the heaviest of each rule


CASES: list[tuple[str, str, dict[str, Leaf], str, str]] = [
    # form, province, values, rule, severity; none where it must not fire
    ("F04", "四川", {CONTENTS: ("online_shopping",)}, "W18", "error"),
    ("F04", "四川", {CONTENTS: ("blog_personal_space",)}, "W19", ""),
    ("F04", "北京", {CONTENTS: ("blog_personal_space",)}, "W19", "warning"),
    ("F04", "陕西", {CONTENTS: ("blog_personal_space",)}, "W19", "error"),
    ("F04", "陕西", {CONTENTS: ("other",)}, "W19", ""),
    ("F00", "北京", {CONTENTS: ("other",)}, "W20", "error"),
    ("F00", "北京", {CONTENTS: ("other",), REMARK: OWN_WORDS}, "W20", ""),
    ("F00", "黑龙江", {CONTENTS: ("other",), REMARK: OWN_WORDS}, "W20", "warning"),
    ("F00", "重庆", {CONTENTS: ("other",)}, "W20", "error"),
    ("F00", "湖北", {CONTENTS: ("online_shopping",)}, "W20", "warning"),
    ("F00", "湖北", {CONTENTS: ("online_shopping",), REMARK: OWN_WORDS}, "W20", ""),
    ("F00", "湖北", {}, "W20", ""),
    ("F00", "江西", {CONTENTS: ("online_shopping",)}, "W20", "info"),
    ("F00", "江西", {}, "W20", ""),
    ("F04", "山东", {REMARK: None}, "W21", "error"),
    ("F04", "北京", {REMARK: None}, "W21", "warning"),
    ("F04", "北京", {}, "W21", ""),
    ("F04", "天津", {}, "W21", "error"),
    ("F04", "甘肃", {}, "W21", "warning"),
    ("F00", "天津", {}, "W21", ""),
    ("F04", "四川", {REMARK: "个人文字"}, "W22", "warning"),
    ("F04", "四川", {}, "W22", ""),
    ("F00", "北京", {REMARK: "个人文字"}, "W22", ""),
    ("F00", "湖北", {REMARK: "单位介绍"}, "W22", "warning"),
    ("F00", "北京", {"service.is_commercial": True}, "W30", "warning"),
    ("F00", "北京", {"service.is_commercial": False}, "W30", ""),
    ("F00", "上海", {LANGUAGES: ("english",)}, "W34", "warning"),
    ("F00", "上海", {LANGUAGES: ("english", "zh_hans")}, "W34", ""),
    ("F00", "新疆", {LANGUAGES: ("english",)}, "W34", "info"),
    ("F00", "新疆", {LANGUAGES: ("zh_hans",), REMARK: "ئۇيغۇرچە تور بېكەت"}, "W34", "info"),
    ("F00", "新疆", {LANGUAGES: ("zh_hans", "uyghur"), REMARK: "ئۇيغۇرچە تور"}, "W34", ""),
    ("F00", "北京", {LANGUAGES: ("english",)}, "W34", ""),
]


@pytest.mark.parametrize(("entry", "province", "values", "rule", "severity"), CASES)
def test_contents_remarks_and_languages(
    entry: str,
    province: str,
    values: dict[str, Leaf],
    rule: str,
    severity: str,
    forms: dict[str, Particulars],
    rulebook: Rulebook,
) -> None:
    found = found_in(forms[entry], rulebook, province, values)
    assert (found[rule].severity if rule in found else "") == severity


def test_the_statement_is_written_in_with_one_click(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    found = found_in(forms["F09"], rulebook, "天津", {})["W21"]
    assert found.fix is not None
    assert str(found.fix.value).startswith(OWN_WORDS)
    assert "W21" not in found_in(forms["F09"], rulebook, "天津", {REMARK: found.fix.value})
    full = found_in(forms["F09"], rulebook, "天津", {REMARK: OWN_WORDS * 5})["W21"]
    assert full.fix is None


def test_a_short_remark_says_how_long_it_must_be(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    statement = rulebook.word_lists.statements["personal_site_statement"]
    said = found_in(forms["F09"], rulebook, "内蒙古", {REMARK: "个人文字"})["W21"]
    assert said.message.zh == "请在备注说明网站具体内容：须一字不差地写入该省规定的个人网站声明"
    assert "W21" not in found_in(forms["F09"], rulebook, "内蒙古", {REMARK: statement})


def test_the_missing_language_is_added_with_one_click(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    found = found_in(forms["F00"], rulebook, "上海", {LANGUAGES: ("english",)})["W34"]
    assert found.fix is not None
    assert found.fix.value == ("english", "zh_hans")
    assert found.fix.words.zh == "加上“中文简体”"
