from email.message import Message
from pathlib import Path
from urllib.parse import unquote
from vanphong.ui.browser import sending
import pytest
import re


class Request:
    """As much of a request as headers need."""

    def __init__(self):
        self.response = self
        self.headers = {}

    def setHeader(self, name, value):
        self.headers[name] = value


NAMES = [
    # name, the plain name beside it, the name as it is offered
    ("bao-cao.pdf", "bao-cao.pdf", "bao-cao.pdf"),
    ("Công văn số 5.pdf", "Cong van so 5.pdf", "Công văn số 5.pdf"),
    ("Công văn.pdf", "Cong van.pdf", "Công văn.pdf"),
    ("Đề án điện.docx", "De an dien.docx", "Đề án điện.docx"),
    ("12/QĐ-UBND.pdf", "12-QD-UBND.pdf", "12-QĐ-UBND.pdf"),
    ("..\\..\\x.pdf", "-..-x.pdf", "-..-x.pdf"),
    ('a"; filename="b.exe', "a-; filename=-b.exe", "a-; filename=-b.exe"),
    ("a\r\nSet-Cookie: x=1.pdf", "a  Set-Cookie- x=1.pdf", "a  Set-Cookie- x=1.pdf"),
    ("a\x00b\x1fc.pdf", "ab c.pdf", "ab c.pdf"),
    ("anh\u202efdp.exe", "anhfdp.exe", "anhfdp.exe"),
    ("50% \u2013 d\u1ef1 to\u00e1n.xlsx", "50- _ du toan.xlsx", "50- – dự toán.xlsx"),
    ("d'Été, (1); 2.pdf", "d'Ete, (1); 2.pdf", "d'Été, (1); 2.pdf"),
    ("報告.pdf", "__.pdf", "報告.pdf"),
    ("\ud800x.pdf", "x.pdf", "x.pdf"),
    (".htaccess", "htaccess", "htaccess"),
    (" .. ", "tep", "tep"),
    ("", "tep", "tep"),
]


@pytest.mark.parametrize(("name", "plain", "offered"), NAMES, ids=range(len(NAMES)))
def test_a_name_is_offered_twice_and_can_do_nothing(name, plain, offered):
    said = sending.disposition("attachment", name)
    assert re.fullmatch(r"[\x20-\x7e]+", said)
    assert re.match(r'attachment; filename="([^"\\%]*)"', said).group(1) == plain
    encoded = said.partition("; filename*=UTF-8''")[2]
    assert re.fullmatch(r"(?:[A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-F]{2})*", encoded)
    assert (unquote(encoded) or plain) == offered


@pytest.mark.parametrize("name", [row[0] for row in NAMES], ids=range(len(NAMES)))
def test_a_name_adds_no_part_to_the_header(name):
    header = Message()
    header["Content-Disposition"] = sending.disposition("inline", name)
    assert header.get_content_disposition() == "inline"
    found = header.get_params(header="Content-Disposition")
    assert {key for key, _value in found} == {"inline", "filename"}


COMMON = {"X-Content-Type-Options": "nosniff", "X-Theme-Disabled": "1"}

LOCKED = "sandbox; default-src 'none'"

ANSWERS = [
    (
        lambda request: sending.saved(request, "application/pdf", "a.pdf", 12),
        {
            "Content-Type": "application/pdf",
            "Content-Length": "12",
            "Content-Disposition": 'attachment; filename="a.pdf"',
            "Content-Security-Policy": LOCKED,
            "Cache-Control": "private, no-store",
        },
    ),
    (
        lambda request: sending.saved(request, "text/csv", "a.csv", cache=""),
        {
            "Content-Type": "text/csv",
            "Content-Disposition": 'attachment; filename="a.csv"',
            "Content-Security-Policy": LOCKED,
        },
    ),
    (
        lambda request: sending.opened(request, "application/pdf", "a.pdf", 9, cache="public"),
        {
            "Content-Type": "application/pdf",
            "Content-Length": "9",
            "Content-Disposition": 'inline; filename="a.pdf"',
            "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'",
            "Cache-Control": "public",
        },
    ),
    (
        lambda request: sending.sent(request, "image/png", cache="private, max-age=60"),
        {"Content-Type": "image/png", "Cache-Control": "private, max-age=60"},
    ),
    (
        lambda request: sending.as_json(request, {"a": 1}),
        {
            "Content-Type": "application/json; charset=utf-8",
            "Cache-Control": "private, no-store",
        },
    ),
]


@pytest.mark.parametrize(("act", "wanted"), ANSWERS, ids=range(len(ANSWERS)))
def test_headers(act, wanted):
    request = Request()
    act(request)
    assert request.headers == {**COMMON, **wanted}


def test_values_for_a_script_are_short_and_vietnamese():
    assert sending.as_json(Request(), [{"label": "Sở"}, None]) == '[{"label":"Sở"},null]'


SOURCE = Path(sending.__file__).parents[2]

#: What the module ``sending`` writes, and who else may; pages have headers of their own.
BY_HAND = {
    "Content-Disposition": set(),
    "X-Content-Type-Options": {"ui/browser/page.py"},
}


@pytest.mark.parametrize("header", BY_HAND)
def test_no_view_and_no_service_writes_headers_of_files_by_hand(header):
    found = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if re.search(rf"[\"']{header}[\"']", path.read_text("utf-8"), re.IGNORECASE)
    }
    assert found == {"ui/browser/sending.py", *BY_HAND[header]}
