"""What may be shown to everybody, when, and at which address."""

from datetime import date
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.portal import rules
from vanphong.portal.rules import Source
from vanphong.portal.rules import State
import pytest


DAY = date(2024, 8, 14)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (Source("numbered"), "Only an issued document"),
        (Source("recalled"), "Only an issued document"),
        (Source("issued", secrecy="confidential"), "secret"),
        (Source("issued", circulation="internal"), "stays inside"),
        (Source("issued", circulation="return"), "restricted"),
        (Source("issued", has_pdf=False), "cannot be opened"),
    ],
)
def test_what_is_not_for_everybody_is_refused(source, said):
    with pytest.raises(RuleBroken, match=said) as refusal:
        rules.refuse_unfit(source)
    assert refusal.value.rule.startswith("Luật Tiếp cận thông tin")


def test_an_issued_document_with_its_pdf_may_be_shown():
    rules.refuse_unfit(Source("issued"))


@pytest.mark.parametrize(
    ("issued", "published", "expires", "field"),
    [
        (DAY, date(2024, 8, 13), None, "published_on"),
        (DAY, date(2090, 1, 1), None, "published_on"),
        (None, DAY, date(2024, 8, 13), "expires_on"),
        (DAY, DAY, date(2099, 1, 1), "expires_on"),
    ],
)
def test_days_out_of_order_are_refused(issued, published, expires, field):
    with pytest.raises(InvalidInput) as refusal:
        rules.check_days(issued, published, expires)
    assert refusal.value.field == field


@pytest.mark.parametrize("published", [DAY, date(2024, 9, 2)])
def test_the_day_of_publication_may_be_that_of_the_document_or_lie_ahead(published):
    rules.check_days(DAY, published, published)


@pytest.mark.parametrize(
    ("state", "published", "expires", "shown"),
    [
        (State.PUBLISHED, DAY, None, True),
        (State.PUBLISHED, DAY, DAY, True),
        (State.PUBLISHED, date(2024, 8, 15), None, False),
        (State.PUBLISHED, date(2024, 8, 1), date(2024, 8, 13), False),
        (State.PUBLISHED, None, None, False),
        (State.WAITING, DAY, None, False),
        (State.WITHDRAWN, DAY, None, False),
    ],
)
def test_shown_from_the_first_to_the_last_day(state, published, expires, shown):
    assert rules.is_public(state, published, expires, DAY) is shown


@pytest.mark.parametrize(
    ("symbol", "issued", "address"),
    [
        ("186/TB-UBND", DAY, "186-tb-ubnd-2024"),
        ("07/CĐ-UBND", DAY, "07-cd-ubnd-2024"),
        ("01/2024/QĐ-UBND", DAY, "01-2024-qd-ubnd"),
        ("../../x", DAY, "x-2024"),
        ("", None, "van-ban"),
        ("9" * 200, None, "9" * 60),
    ],
)
def test_addresses_are_plain_and_stable(symbol, issued, address):
    assert rules.address(symbol, issued) == address


@pytest.mark.parametrize(
    ("line", "title", "url"),
    [
        ("Luật | https://vbpl.vn/a?b=1", "Luật", "https://vbpl.vn/a?b=1"),
        ("https://vbpl.vn", "https://vbpl.vn", "https://vbpl.vn"),
        ("A | B | /@@published", "A | B", "/@@published"),
    ],
)
def test_links_are_read(line, title, url):
    (link,) = rules.read_links(f"\n  {line}  \n")
    assert (link.title, link.url) == (title, url)


@pytest.mark.parametrize(
    "line",
    [
        "x | javascript:alert(1)",
        "x | data:text/html,x",
        "x | //evil.example",
        "x | ftp://a.vn",
        'x | https://a.vn/"><script>',
        "x | https://user@a.vn",
        "x | https://",
        "x | \\\\a",
        "x | https://[",
        f"{'x' * 201} | https://a.vn",
        f"x | https://a.vn/{'x' * 500}",
        "no address",
    ],
)
def test_what_cannot_be_opened_without_harm_is_refused(line):
    with pytest.raises(InvalidInput) as refusal:
        rules.read_links(line)
    assert refusal.value.field == "links"


def test_links_are_few():
    with pytest.raises(InvalidInput, match="At most 20"):
        rules.read_links("x | https://a.vn\n" * 21)
