"""How long a file is kept (Decree 30/2020, Article 29; Archives Law 2024, Article 15)."""

from datetime import date
from vanphong.casefiles.rules import retention
from vanphong.casefiles.rules import retention_table
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
import pytest


DAY = date(2026, 1, 5)


@pytest.mark.parametrize(
    "text, years",
    [
        ("Vĩnh viễn", 0),
        ("vĩnh  viễn", 0),
        ("permanent", 0),
        ("0", 0),
        ("20 năm", 20),
        ("20 nam", 20),
        ("20", 20),
        ("5NĂM", 5),
        ("100 năm", 100),
    ],
)
def test_periods_are_read_as_people_write_them(text, years):
    assert retention.parse_period(text) == years


@pytest.mark.parametrize("text", ["", "lâu dài", "-5", "101", "5 tháng", "5,5", "năm"])
def test_what_is_no_period_is_refused(text):
    with pytest.raises(InvalidInput) as refusal:
        retention.parse_period(text)
    assert refusal.value.field == "retention"


@pytest.mark.parametrize("years", [0, 5, 10, 70])
def test_the_printed_period_is_read_back(years):
    assert retention.parse_period(retention.period_text(years)) == years


@pytest.mark.parametrize(
    "new, old, shorter",
    [(0, 0, False), (0, 50, False), (50, 0, True), (10, 20, True), (20, 10, False), (5, 5, False)],
)
def test_nothing_is_longer_than_permanent(new, old, shorter):
    assert retention.is_shorter(new, old) is shorter
    if shorter:
        with pytest.raises(RuleBroken) as refusal:
            retention.check_change(new, old, approved=False)
        assert refusal.value.rule
    else:
        retention.check_change(new, old, approved=False)
    retention.check_change(new, old, approved=True)


@pytest.mark.parametrize("ended, years, due", [(2024, 10, 2034), (2024, 0, None), (2024, 5, 2029)])
def test_the_period_counts_from_the_year_in_which_the_work_ended(ended, years, due):
    assert retention.due_year(ended, years) == due


@pytest.mark.parametrize(
    "title, code",
    [
        ("Hồ sơ tuyển dụng công chức năm 2026", "TC1"),
        ("Giải quyết đơn khiếu nại của ông Nguyễn Văn A", "KN1"),
        ("Báo cáo công tác năm 2025", "TH1"),
        ("Cải cách hành chính và chuyển đổi số 2026", "CD1"),
        ("Sổ đăng ký văn bản đến năm 2026", "VT3"),
        ("Ăn tối", None),
        ("", None),
    ],
)
def test_a_title_proposes_a_period(title, code):
    found = retention.suggest(retention_table.RULES, title, DAY)
    assert (found and found.rule.code) == code


def test_a_rule_proposes_only_while_it_is_valid():
    rule = retention.RetentionRule(
        "A", "Nhóm", "Lễ hội", 10, "", date(2025, 1, 1), date(2025, 12, 31)
    )
    assert retention.suggest([rule], "Hồ sơ lễ hội", date(2025, 6, 1)).rule is rule
    assert retention.suggest([rule], "Hồ sơ lễ hội", date(2026, 1, 1)) is None


def test_among_equals_the_longest_period_is_proposed():
    rules = [retention.RetentionRule(str(n), "G", "Lễ hội", n) for n in (5, 0, 70)]
    assert retention.suggest(rules, "Lễ hội", DAY).rule.years == 0


def test_the_table_is_written_and_read_back():
    assert (
        retention.parse_rules(retention.format_rules(retention_table.RULES))
        == retention_table.RULES
    )


@pytest.mark.parametrize(
    "line",
    [
        "A | G | Tên",
        "A | G | Tên | lâu",
        "A | | Tên | 5",
        "A | G | Tên | 5 | Luật | 1/1/2026",
        "A | G | Tên | 5 | Luật | | | thừa",
    ],
)
def test_a_line_that_cannot_be_read_is_named(line):
    with pytest.raises(InvalidInput) as refusal:
        retention.parse_rules(["B | G | Tên | 5", line])
    assert refusal.value.field == "retention_rules"


@pytest.mark.parametrize("rule", retention_table.RULES, ids=lambda one: one.code)
def test_each_line_names_its_source_with_its_day(rule):
    laws = {one.law: one.since for one in retention_table.SOURCES}
    assert rule.law in laws or retention_table.is_custom(rule.law)
    assert rule.valid_from == laws.get(rule.law)
    assert rule.valid_to is None


@pytest.mark.parametrize(
    "law, day, replaced_by",
    [
        ("Thông tư 09/2011/TT-BNV", date(2023, 2, 14), None),
        ("Thông tư 09/2011/TT-BNV", date(2023, 2, 15), "Thông tư 10/2022/TT-BNV"),
        ("Thông tư 09/2011/TT-BNV, mục 12", DAY, "Thông tư 10/2022/TT-BNV"),
        ("Thông tư 10/2022/TT-BNV", DAY, None),
        ("", DAY, None),
        (retention_table.CUSTOM, DAY, None),
    ],
)
def test_a_source_that_was_replaced_is_known(law, day, replaced_by):
    found = retention_table.replaced(law, day)
    assert (found and found.replaced_by) == replaced_by
