"""One register over a year: 1,210 letters without a gap, whatever was refused or given up."""

from datetime import date
from tests.office import as_user
from tests.outgoing_office import CLERK
from vanphong.calendars import clock
from vanphong.errors import RuleBroken
from vanphong.ledger import entries
from vanphong.outgoing import actions as outgoing
from vanphong.registers import actions as registers
import pytest


LETTERS = 1210
#: One letter in so many is numbered by the act; the others take their numbers alone.
BY_ACT = 10
LATE = date(2024, 8, 1)


def test_1210_letters_in_one_register_have_no_gap(out, body):
    book = registers.current(body.UID(), "out", clock.today(), first="Sổ văn bản đi")
    documents = out.many_signed(LETTERS // BY_ACT + 1)
    voided, numbers = set(), []
    with as_user(CLERK):
        for place in range(LETTERS):
            if place % BY_ACT:
                numbers.append(registers.take_number(book, document_uid="", taken_at=clock.now()))
                continue
            document = documents[place // BY_ACT]
            if place % 50 == 0:
                with pytest.raises(RuleBroken):
                    outgoing.number(document, issued_date=LATE)
            outgoing.number(document)
            numbers.append(document.code)
            if place % 60 == 0:
                outgoing.cancel(document, reason="Không ban hành nữa.")
                voided.add(document.code)
    first = numbers[0]
    assert numbers == list(range(first, first + LETTERS))
    register, period = book.UID(), book.period
    rows, page = [], 1
    while True:
        found = entries.entries(register, period, page=page)
        rows += found.rows
        if not found.more:
            break
        page += 1
    assert [row["number"] for row in rows] == list(range(numbers[-1], 0, -1))[: len(rows)]
    assert len(rows) >= LETTERS
    assert {row["number"] for row in rows if row["void_reason"]} >= voided
    symbols = [one.symbol for one in documents if one.code is not None]
    assert len(set(symbols)) == len(symbols) == len(range(0, LETTERS, BY_ACT))


def test_a_date_before_the_last_numbers_date_is_refused(out):
    first, second = out.many_signed(2)
    for one in (first, second):
        one.signed_on = date(2024, 8, 12)
    out.do("number", first, CLERK, issued_date=date(2024, 8, 13))
    with pytest.raises(RuleBroken) as refused:
        out.do("number", second, CLERK, issued_date=date(2024, 8, 12))
    assert (refused.value.field, second.code) == ("issued_date", None)
    out.do("number", second, CLERK, issued_date=date(2024, 8, 13))
    assert second.code == first.code + 1
