from vanphong.attachments.rules import human_size
from vanphong.attachments.rules import safe_filename
import pytest
import unicodedata


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("492-UBND-VP.pdf", "492-UBND-VP.pdf"),
        ("Quyết định số 5.docx", "Quyết định số 5.docx"),
        (unicodedata.normalize("NFD", "Đề án Ủy ban.pdf"), "Đề án Ủy ban.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\vt\\Báo cáo.doc", "Báo cáo.doc"),
        ("a\x00b\r\nc.pdf", "ab c.pdf"),
        ("hoa don\u202efdp.exe", "hoa donfdp.exe"),
        ("a\u200bb.pdf", "ab.pdf"),
        ('a<b>:"|?*.pdf', "a-b------.pdf"),
        ("  nhiều   khoảng\ttrắng .pdf", "nhiều khoảng trắng.pdf"),
        (".htaccess", "htaccess"),
        ("...", "tep"),
        ("", "tep"),
        ("/", "tep"),
        ("tên. ", "tên"),
        ("?.pdf", "-.pdf"),
    ],
)
def test_names_are_made_safe(name, safe):
    assert safe_filename(name) == safe


def test_a_safe_name_stays_as_it_is():
    for name in ("a.pdf", "Tờ trình (lần 2).docx", "x" * 500 + ".pdf"):
        assert safe_filename(safe_filename(name)) == safe_filename(name)


@pytest.mark.parametrize("letter", ["x", "ệ", "Đ"])
def test_long_names_are_cut_and_keep_their_extension(letter):
    safe = safe_filename(letter * 400 + ".pdf")
    assert 190 < len(safe.encode()) <= 200
    assert set(safe.removesuffix(".pdf")) == {letter}


def test_a_long_extension_is_cut_too():
    assert len(safe_filename("a." + "b" * 400).encode()) <= 200


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 B"),
        (900, "900 B"),
        (1024, "1 KB"),
        (412 * 1024, "412 KB"),
        (1024 * 1024 - 1, "1 MB"),
        (1024 * 1024, "1 MB"),
        (1_153_434, "1,1 MB"),
        (100 * 1024 * 1024, "100 MB"),
        (1024**3 - 1, "1 GB"),
        (5 * 1024**3 // 2, "2,5 GB"),
    ],
)
def test_sizes_are_written_the_vietnamese_way(size, text):
    assert human_size(size) == text
