"""Reading a notice of conclusions: lines, units, deadlines, and what is proposed."""

from datetime import date
from tests.task_office import NOTICE
from vanphong.tasks.rules.conclusions import proposals
from vanphong.tasks.rules.deadlines import deadline_in
from vanphong.tasks.rules.lines import lines_of
from vanphong.tasks.rules.lines import words_of
from vanphong.tasks.rules.units import Known
from vanphong.tasks.rules.units import found_in
import pytest


TODAY = date(2024, 8, 14)

KNOWN = (
    Known("vhtt", ("Phòng Văn hóa và Thông tin", "Phòng VHTT")),
    Known("tckh", ("Phòng Tài chính – Kế hoạch",)),
    Known("vp", ("Văn phòng HĐND và UBND huyện",)),
    Known("nnptnt", ("Phòng Nông nghiệp và Phát triển nông thôn",)),
    Known("ldtbxh", ("Phòng Lao động – Thương binh và Xã hội",)),
    Known("tt", ("Trung tâm Văn hóa – Thông tin và Thể thao huyện",)),
)


@pytest.mark.parametrize(
    "text, day",
    [
        ("xong trước ngày 20/8", date(2024, 8, 20)),
        ("trước ngày 20/8/2024", date(2024, 8, 20)),
        ("chậm nhất ngày 15 tháng 9 năm 2024", date(2024, 9, 15)),
        ("hoàn thành trong tháng 9", date(2024, 9, 30)),
        ("trong quý III/2024", date(2024, 9, 30)),
        ("trước ngày 05/01", date(2025, 1, 5)),
        ("Kể từ ngày 02/12/2024", None),
        ("trước ngày 30/02", None),
        ("trước ngày 20/8/2015", None),
        ("cuộc họp ngày 20/8", None),
        ("không có hạn", None),
    ],
)
def test_deadlines(text, day):
    assert deadline_in(text, TODAY) == day


@pytest.mark.parametrize(
    "text, uids",
    [
        ("Phòng Văn hóa & Thông tin chủ trì", ["vhtt"]),
        ("Giao phòng vhtt, Tài chính- Kế hoạch", ["vhtt", "tckh"]),
        ("Trung tâm Văn hóa - Thông tin và Thể thao", ["tt"]),
        ("Nông nghiệp&PTNT, Lao động-TB&XH", ["nnptnt", "ldtbxh"]),
        ("Văn phòng HĐND & UBND huyện", ["vp"]),
        ("không đơn vị nào", []),
    ],
)
def test_units(text, uids):
    assert [one.uid for one in found_in(text, KNOWN)] == uids


def test_lines_of_a_scan_are_put_together():
    text = "1. Giao Phòng VHTT rà soát\ncác trạm truyền thanh, báo cáo.\n2. Việc khác.\n- a\n+ b"
    found = lines_of({1: text, 2: "tiếp trang"})
    assert [(one.number, one.page, one.level) for one in found] == [
        (1, 1, 1),
        (2, 1, 1),
        (3, 1, 3),
        (4, 1, 4),
        (5, 2, 5),
    ]
    assert found[0].text == "1. Giao Phòng VHTT rà soát các trạm truyền thanh, báo cáo."


@pytest.mark.parametrize(
    "text, words",
    [
        ("+ Cung cấp tài khoản;", "Cung cấp tài khoản"),
        ("1. Giao Phòng VHTT", "Giao Phòng VHTT"),
        ("2.1. Giao", "Giao"),
        ("a) Giao", "Giao"),
        ("- Giao", "Giao"),
        ("Giao 3 phòng.", "Giao 3 phòng."),
    ],
)
def test_a_task_is_called_without_the_marker(text, words):
    assert words_of(text) == words


def test_the_notice_has_more_than_ten_lines_that_ask():
    found = [one for one in proposals(lines_of({1: NOTICE}), KNOWN, TODAY) if one.asks]
    assert len(found) >= 10
    by_word = {
        word: one
        for word in ("tài khoản", "mua sắm", "quét văn bản")
        for one in found
        if word in one.line.text
    }
    assert by_word["tài khoản"].leads == ("vhtt",)
    assert by_word["tài khoản"].due == date(2024, 8, 20)
    assert (by_word["mua sắm"].leads, by_word["mua sắm"].coordinators) == (("vhtt",), ("tckh",))
    assert by_word["quét văn bản"].leads == ("vp",)
    assert not any(
        "Nơi nhận" in one.line.text or "Ý kiến kết luận" in one.line.text for one in found
    )


def test_many_units_in_a_line_get_it_each():
    line = (
        "- Giao Phòng VHTT, Phòng Tài chính – Kế hoạch, Văn phòng HĐND và UBND huyện báo cáo tuần."
    )
    (found,) = proposals(lines_of({1: line}), KNOWN, TODAY)
    assert found.leads == ("vhtt", "tckh", "vp")
