"""``due-time`` at the bounds of working hours, days and years."""

import pytest


@pytest.mark.parametrize(
    ("bought", "due"),
    [
        ("2026-03-18 09:29:59", "2026-03-18T10:00:00+08:00"),
        ("2026-03-18 09:30:00", "2026-03-18T10:00:00+08:00"),
        ("2026-03-18 17:29", "2026-03-18T17:59:00+08:00"),
        ("2026-03-18 17:30:00", "2026-03-18T18:00:00+08:00"),
        ("2026-03-18 17:30:01", "2026-03-19T10:00:00+08:00"),
        ("2026-03-21 11:00", "2026-03-23T10:00:00+08:00"),  # Saturday
        ("2026-02-14 11:00", "2026-02-14T11:30:00+08:00"),  # a Saturday that is worked
        ("2026-09-30 17:30", "2026-09-30T18:00:00+08:00"),  # the last minute before National Day
        ("2026-09-30 17:31", "2026-10-08T10:00:00+08:00"),
        ("2026-03-18T01:30:00Z", "2026-03-18T10:00:00+08:00"),
    ],
)
def test_the_first_contact(run, place, bought, due):
    said = run("due-time", "first-contact", bought, "--json")
    assert said.code == 0
    assert (said.json["due"], said.json["provisional"]) == (due, False)
    assert not (place / "butler.db").exists()


def test_a_year_without_an_arrangement_is_provisional_and_says_so(run):
    said = run("due-time", "first-contact", "2027-12-31 18:00", "--json").json
    assert said["due"] == "2028-01-03T10:00:00+08:00"
    assert said["provisional"]
    assert "放假安排未公布" in said["reason"]


@pytest.mark.parametrize(
    ("complete", "due"),
    [
        ("2026-03-18 11:00", "2026-03-19T11:00:00+08:00"),
        ("2026-03-18 08:00", "2026-03-19T09:30:00+08:00"),
        ("2026-03-18 20:00", "2026-03-19T17:30:00+08:00"),
        ("2026-09-30 17:30", "2026-10-08T17:30:00+08:00"),
        ("2026-02-13 10:00", "2026-02-14T10:00:00+08:00"),
    ],
)
def test_the_preparation(run, complete, due):
    assert run("due-time", "preparation", complete, "--json").json["due"] == due


def test_in_words(run):
    said = run("due-time", "first-contact", "2026-03-18 17:29")
    assert said.out.splitlines() == [
        "2026-03-18T17:59:00+08:00",
        "3月18日 17:29 购买，工作时段内 30 分钟，应于 17:59 前",
        "A4：9:30 与 17:30 均在工作时段内，30 分钟可超过下班时间",
        "A5：工作日 9:30 前购买，自当日 9:30 起计",
        "A6：“1–30 分钟”以 30 分钟为限，1 分钟不是下限",
    ]


def test_what_is_no_time_is_refused(run):
    said = run("due-time", "first-contact", "tomorrow")
    assert said.code == 2
    assert "tomorrow" in said.err
