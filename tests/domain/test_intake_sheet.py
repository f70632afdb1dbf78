"""What the customer is asked, in the words of his workbook."""

from butler_desktop.domain.form import field_at
from butler_desktop.domain.intake_sheet import LONGEST, Need, intake_sheet, mark, plain, written
from butler_desktop.domain.particulars import Particulars


def rows(form, rulebook):
    return {row.path: row for row in intake_sheet("BA-1", form, rulebook.tables).rows}


def test_the_sheet_follows_the_form_section_by_section(forms, rulebook):
    sheet = intake_sheet("BA-1", forms["F00"], rulebook.tables)
    assert [section.title for section in sheet.sections] == [
        "备案类型",
        "主办者",
        "主体负责人",
        "网站",
        "网站负责人",
        "接入信息",
    ]
    assert (sheet.filing, sheet.sponsor) == ("BA-1", forms["F00"].subject.sponsor_name)


def test_choices_are_offered_in_words_and_values_stand_as_people_write_them(forms, rulebook):
    asked = rows(forms["F00"], rulebook)
    assert asked["province"].text == "北京市"
    assert len(asked["province"].options) == 31
    assert asked["subject.has_seal"].options == ("是", "否")
    assert asked["service.service_contents"].options == ()
    assert "可选多项" in asked["service.service_contents"].note
    assert "单位门户网站" in asked["service.service_contents"].note
    assert asked["service.domain"].question == "域名"
    assert asked["service.domain"].need is Need.MUST


def test_an_open_question_says_for_whom_it_is(rulebook):
    asked = rows(Particulars.empty("first_filing"), rulebook)
    assert asked["service.domain"].note.startswith("“服务类型”为网站时填写")
    assert asked["service.domain"].need is Need.IF_ASKED
    assert asked["subject.legal_rep_name"].note.startswith("“主办者性质”不是个人时填写")
    note = asked["subject_pic.id_valid_to"].note
    assert note.startswith("主体负责人“证件长期有效”为否时填写")
    assert asked["service_code"].need is Need.MAY


def test_papers_of_one_name_are_offered_once(rulebook):
    options = rows(Particulars.empty("first_filing"), rulebook)["subject.certificate_type"].options
    assert len(set(options)) == len(options)


def test_every_text_is_as_its_cell_will_say_it(rulebook):
    tables = rulebook.tables
    assert written(field_at("access.ip_ranges"), ("1.1.1.1", "2.2.2.2"), tables) == (
        "1.1.1.1\n2.2.2.2"
    )
    assert written(field_at("service.languages"), (), tables) == ""
    assert written(field_at("subject.has_seal"), False, tables) == "否"
    assert written(field_at("province"), "nowhere", tables) == "nowhere"
    assert plain(" a \r\nb_x000D_\n ") == "a\nb"
    assert mark("a", "x") != mark("b", "x")


def test_a_value_that_no_cell_holds_is_not_asked_again(forms, rulebook):
    form = forms["F00"].with_value("service.service_remark", "长" * (LONGEST + 1))
    assert "service.service_remark" not in rows(form, rulebook)
