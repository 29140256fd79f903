from vanphong.documents.rules import parse_query
from vanphong.documents.rules.snippets import LENGTH
from vanphong.documents.rules.snippets import marked
from vanphong.documents.rules.snippets import snippet
from vanphong.ledger.words import FILE
import pytest
import time


def shown(pieces):
    return "".join(f"[{text}]" if mark else text for mark, text in pieces)


@pytest.mark.parametrize(
    ("typed", "text", "expected"),
    [
        ("", "Ủy ban", "Ủy ban"),
        ("-ban", "Ủy ban", "Ủy ban"),
        ("uy ban", "Ủy ban nhân dân, UỶ BAN", "[Ủy] [ban] nhân dân, [UỶ] [BAN]"),
        ("ủy", "Ủy ban, Uỷ ban, uy tín", "[Ủy] ban, [Uỷ] ban, uy tín"),
        ('"uy ban"', "Ủy  ban; ủy, ban", "[Ủy  ban]; [ủy, ban]"),
        ("hòa", "Hoà bình hòa hoa hoàn", "[Hoà] bình [hòa] hoa hoàn"),
        ("ban", "bàn ban_b bạn1 Băng", "[bàn] [ban]_b bạn1 Băng"),
        ("1210/ubnd-vx", "Công văn 1210/UBND-VX", "Công văn [1210/UBND-VX]"),
        ("d", "Đ d e", "[Đ] [d] e"),
        ("<b>", "a <b> b", "a <[b]> [b]"),
        ("a.c", "abc a.c", "abc [a.c]"),
        ("lũ lụt lũ", "lũ lụt", "[lũ] [lụt]"),
    ],
)
def test_what_was_looked_for_is_marked(typed, text, expected):
    assert shown(marked(text, parse_query(typed).words)) == expected


BODY = (
    f"{FILE}Tờ trình.pdf\nKính gửi: Ủy ban.\fTrang hai nói về lũ.\fTrang ba: bão và lũ."
    f"{FILE}Phụ lục.docx\nBảng kê hạn hán."
)


@pytest.mark.parametrize(
    ("typed", "file", "page", "text"),
    [
        ("ủy ban", "Tờ trình.pdf", 1, "Kính gửi: [Ủy] [ban]."),
        ("bão lũ", "Tờ trình.pdf", 3, "Trang ba: [bão] và [lũ]."),
        ("han han", "Phụ lục.docx", None, "Bảng kê [hạn] [hán]."),
        ("phu luc", "Phụ lục.docx", None, "[Phụ] [lục].docx"),
    ],
)
def test_the_best_part_is_shown_with_its_file_and_page(typed, file, page, text):
    found = snippet(BODY, parse_query(typed).words)
    assert (found.file, found.page) == (file, page)
    assert text.rstrip(".") in shown(found.pieces)


def test_nothing_is_shown_of_texts_that_have_nothing():
    assert snippet(BODY, parse_query("cá").words) is None
    assert snippet(BODY, parse_query("").words) is None
    assert snippet("", parse_query("lũ").words) is None


def test_a_part_begins_and_ends_with_whole_words():
    found = snippet(f"{FILE}a.pdf\n{'trước ' * 90}giữa {'sau ' * 90}", parse_query("giữa").words)
    text = shown(found.pieces)
    assert text.startswith("… trước")
    assert text.endswith("sau …")
    assert len(text) <= LENGTH + 10


@pytest.mark.parametrize("body", ["a" * 300_000, "a " * 150_000, "\n" * 300_000])
def test_long_texts_take_no_time(body):
    begin = time.process_time()
    snippet(f"{FILE}x\n{body}", parse_query('a aa aaa "a a a a" b').words)
    assert time.process_time() - begin < 1
