from vanphong.attachments.rules import KINDS
from vanphong.attachments.rules import check_file
from vanphong.attachments.rules import format_kinds
from vanphong.attachments.rules import parse_kinds
from vanphong.errors import InvalidInput
import pytest


DWG = "dwg | image/vnd.dwg | AutoCAD (DWG) | 41433130"


def test_what_is_known_is_accepted_at_first_and_reads_back():
    lines = format_kinds(KINDS)
    assert parse_kinds(lines) == KINDS
    assert lines[0] == "pdf | application/pdf | PDF"


def test_a_known_kind_needs_its_extension_only():
    assert list(parse_kinds(["pdf", "", " .DOCX "])) == ["pdf", "docx"]


def test_a_kind_of_ones_own_is_told_by_its_first_bytes():
    kinds = parse_kinds([DWG, "pdf"])
    assert check_file("Bản vẽ.dwg", 9, b"AC1032\0\0\0", kinds).label == "AutoCAD (DWG)"
    assert parse_kinds(format_kinds(kinds)) == kinds
    with pytest.raises(InvalidInput, match="not of an accepted kind; accepted are dwg, pdf"):
        check_file("a.dwg", 9, b"AC\0032\0\0", kinds)
    with pytest.raises(InvalidInput, match="says “pdf”, its content is AutoCAD"):
        check_file("a.pdf", 9, b"AC1032\0\0\0", kinds)
    with pytest.raises(InvalidInput, match="accepted are dwg, pdf"):
        check_file("a.txt", 9, b"abc", kinds)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([], "At least one kind"),
        ([" ", ""], "At least one kind"),
        (["pdf", "PDF"], "Line 2: “pdf” stands there twice"),
        (["pdf", "", "p df"], "Line 3: “p df” is no file extension"),
        (["../x"], "is no file extension"),
        (["exe"], "“exe” can do harm"),
        (["html | application/x | Trang | 3c3c3c"], "“html” can do harm"),
        (["docm"], "can do harm"),
        (["zip"], "can do harm"),
        (["svg"], "can do harm"),
        (["pdf | text/html"], "is known; write its extension alone"),
        (["pdf | application/pdf | PDF | 25504446"], "is known"),
        (["dwg"], "is no MIME type"),
        (["dwg | text/html | Bản vẽ | 41433130"], "“text/html” is no MIME type"),
        (["dwg | image/svg+xml | Bản vẽ | 41433130"], "is no MIME type"),
        (["dwg | image/vnd.dwg"], "the name is missing"),
        (["dwg | image/vnd.dwg | Bản vẽ"], "first 3 to 64 bytes"),
        (["dwg | image/vnd.dwg | Bản vẽ | 41"], "first 3 to 64 bytes"),
        (["dwg | image/vnd.dwg | Bản vẽ | xyz"], "first 3 to 64 bytes"),
        ([DWG + " | thêm"], "too many columns"),
    ],
)
def test_what_cannot_be_read_or_does_harm_is_refused_by_its_line(lines, said):
    with pytest.raises(InvalidInput, match=said) as problem:
        parse_kinds(lines)
    assert problem.value.field == "kinds"
