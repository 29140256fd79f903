"""Words with their places, from tesseract's table and from a PDF's text layer."""

from tests.letters import letter_pdf
from vanphong.attachments.rules.places import STAMPS
from vanphong.attachments.rules.places import Place
from vanphong.attachments.rules.places import beside_recipients
from vanphong.attachments.rules.places import from_tsv
from vanphong.attachments.text import layer
import json
import pytest


TABLE = (
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
    "1\t1\t0\t0\t0\t0\t0\t0\t1000\t2000\t-1\t\n"
    "4\t1\t1\t1\t1\t0\t100\t200\t300\t40\t-1\t\n"
    "5\t1\t1\t1\t1\t1\t100\t200\t300\t40\t91.5\tKHẨN\n"
    "5\t1\t1\t1\t1\t2\t100\t200\t300\t40\t20\t \n"
    "broken\n"
)


ENDS = ((0.1, "Nơi"), (0.14, "nhận:"), (0.6, "CHỦ"))


def test_words_of_a_table_stand_in_parts_of_the_page():
    (word,) = from_tsv(TABLE, 2)
    assert word == (2, 0.1, 0.1, 0.4, 0.12, 0.915, "KHẨN")


def test_words_of_a_cut_out_part_stand_where_they_stand_on_the_page():
    (word,) = from_tsv(TABLE, 0, STAMPS)
    assert word.left == pytest.approx(0.095)
    assert word.top == pytest.approx(0.09)


@pytest.mark.parametrize(
    ("top", "areas"),
    [
        (0.6, [(0.57, 0.69), (0.69, 0.8)]),
        (0.0, [(0.0, 0.09), (0.09, 0.2)]),
        (0.85, [(0.82, 0.94), (0.94, 1.0)]),
        (0.95, [(0.92, 1.0)]),
    ],
)
def test_position_and_name_of_the_signer_stand_beside_the_recipients(top, areas):
    words = [Place(0, left, top, left + 0.03, top + 0.01, 0.9, text) for left, text in ENDS]
    found = [(round(one.top, 4), round(one.bottom, 4)) for one in beside_recipients(words)]
    assert found == areas


def test_a_page_without_recipients_has_no_signer():
    words = [Place(0, left, 0.5, left + 0.03, 0.51, 0.9, "nhận") for left, _text in ENDS]
    assert beside_recipients(words) == ()


def test_an_empty_table_has_no_words():
    assert from_tsv("", 0) == []


def test_a_text_layer_gives_each_word_its_place(tmp_path, capsys):
    source, target = tmp_path / "a.pdf", tmp_path / "a.json"
    source.write_bytes(letter_pdf(stamp="HỎA TỐC"))
    assert layer.main([str(source), str(target), "1", "0"]) == 0
    assert capsys.readouterr().out == "1\n"
    (words,) = json.loads(target.read_text(encoding="utf-8"))
    place = next(word for word in words if word[-1] == "512/STTTT-CNTT")
    assert place[0] == 0
    assert place[1] < place[3] < 0.5
    assert 0.1 < place[2] < place[4] < 0.15
    assert {"HỎA", "TỐC", "HÒA", "Trần"} <= {word[-1] for word in words}


def test_a_damaged_file_is_said_to_be_damaged(tmp_path):
    source = tmp_path / "a.pdf"
    source.write_bytes(b"%PDF-1.7 nothing")
    assert layer.main([str(source), str(tmp_path / "a.json"), "1"]) == 4
