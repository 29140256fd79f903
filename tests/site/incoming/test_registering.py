"""What the clerk may and may not register (Decree 30/2020, Articles 21 and 22)."""

from datetime import date
from tests.office import as_user
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.incoming import actions as incoming
from vanphong.ledger import audit
from vanphong.registers import actions as registers
import pytest
import unicodedata


def register(office, **values):
    with as_user("vanthu"):
        return incoming.register(office.body, office.values(**values))


def test_a_registered_document_says_what_the_clerk_typed(office):
    letter = register(office, subject="V/v tăng cường phòng, chống bão", symbol="14/CĐ-PCTT")
    assert letter.title == letter.subject == "V/v tăng cường phòng, chống bão"
    assert letter.symbol == "14/CĐ-PCTT"
    assert letter.issued_date == date(2024, 8, 12)
    assert letter.arrival_date == date(2024, 8, 14)
    assert letter.registered_by == "Văn thư cơ quan"


def test_letters_typed_on_a_mac_are_kept_as_those_typed_elsewhere(office):
    letter = register(office, subject=unicodedata.normalize("NFD", "  V/v báo cáo quý  "))
    assert letter.subject == "V/v báo cáo quý"


REFUSED = {
    "no subject": ({"subject": ""}, InvalidInput, "subject"),
    "a subject of a whole page": ({"subject": "x" * 501}, InvalidInput, "subject"),
    "no issuing body": ({"organ_name": " "}, InvalidInput, "organ_name"),
    "a date from tomorrow": ({"issued_date": "2024-08-15"}, InvalidInput, "issued_date"),
    "a date that is none": ({"issued_date": "31/2/2024"}, InvalidInput, "issued_date"),
    "an urgency that is none": ({"urgency": "very"}, InvalidInput, "urgency"),
    "a type that is none": ({"document_type": "thu"}, InvalidInput, "document_type"),
    "pages that are no number": ({"page_amount": "two"}, InvalidInput, "page_amount"),
    "a symbol that is none": ({"symbol": "no symbol at all"}, InvalidInput, "symbol"),
    "a secret document": ({"secrecy": "secret"}, RuleBroken, None),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_takes_no_number(office, name):
    values, error, field = REFUSED[name]
    before = registers.forecast(office.register_in)
    with pytest.raises(error) as refusal:
        register(office, **values)
    if field:
        assert refusal.value.field == field
    assert registers.forecast(office.register_in) == before


def test_a_secret_document_leaves_nothing_of_it_in_the_trail(office):
    with pytest.raises(RuleBroken):
        register(office, secrecy="top-secret", subject="Nội dung mật")
    line = audit.history(office.body.UID())[-1]
    assert line["outcome"] == "refused"
    assert "Nội dung mật" not in str(line)


def test_an_unusual_symbol_is_taken_when_the_clerk_insists(office):
    letter = register(office, symbol="Số 5 của HTX", symbol_as_is=True)
    assert letter.symbol == "Số 5 của HTX"


def test_a_document_without_number_and_symbol_is_registered(office):
    assert register(office, symbol="").symbol == ""


# once


def test_the_same_document_is_not_registered_twice(office):
    first = register(office, symbol="99/UBND-TH")
    with pytest.raises(Conflict, match=f"arrival number {first.label}"):
        register(office, symbol="99/ubnd-th")
    with pytest.raises(Conflict):
        office.arrive(symbol="99/UBND-TH") and office.register(
            target=office.arrive(symbol="99/UBND-TH"), symbol="99/UBND-TH"
        )


def test_another_body_or_another_year_makes_another_document(office):
    register(office, symbol="99/UBND-TH")
    register(office, symbol="99/UBND-TH", organ_name="Ủy ban nhân dân huyện Văn Quan")
    register(office, symbol="99/UBND-TH", issued_date="2023-08-12")


def test_with_a_reason_it_is_registered_all_the_same(office):
    register(office, symbol="99/UBND-TH")
    with as_user("vanthu"):
        second = incoming.register(
            office.body, office.values(symbol="99/UBND-TH"), distinct="Bản đính chính."
        )
    assert second.distinct_reason == "Bản đính chính."
    assert audit.history(second.UID())[-1]["detail"]["distinct"] == "Bản đính chính."


def test_what_is_registered_is_not_registered_again(office):
    letter = register(office)
    with as_user("vanthu"), pytest.raises(Conflict, match="not done while"):
        incoming.register(letter, {})


# what has arrived


def test_what_has_arrived_keeps_what_is_not_typed_again(office):
    waiting = office.arrive(symbol="77/UBND-TH", note="Đến qua trục liên thông")
    with as_user("vanthu2"):
        letter = incoming.register(waiting, {"subject": "V/v khác"})
    assert letter.UID() == waiting.UID()
    assert (letter.symbol, letter.note) == ("77/UBND-TH", "Đến qua trục liên thông")
    assert letter.subject == "V/v khác"
    assert letter.arrived_at < letter.registered_at or letter.arrived_at == letter.registered_at


def test_what_was_returned_keeps_the_reason_and_is_not_registered(office):
    waiting = office.arrive()
    with as_user("vanthu"):
        incoming.return_to_sender(waiting, reason="  Gửi nhầm nơi nhận.  ")
        assert waiting.return_reason == "Gửi nhầm nơi nhận."
        with pytest.raises(Conflict, match="not done while"):
            incoming.register(waiting, {})


def test_returning_needs_a_reason(office):
    waiting = office.arrive()
    with as_user("vanthu"), pytest.raises(RuleBroken, match="Give the reason"):
        incoming.return_to_sender(waiting, reason=" ")


# corrected


def test_a_correction_keeps_what_stood_there(office):
    letter = register(office, subject="V/v báo cáo")
    with as_user("vanthu2"):
        incoming.correct(letter, {"subject": "V/v báo cáo quý III", "page_amount": "3"})
    line = audit.history(letter.UID())[-1]
    assert (line["act"], line["user_id"]) == ("correct", "vanthu2")
    assert line["detail"]["changed"] == {
        "subject": ["V/v báo cáo", "V/v báo cáo quý III"],
        "page_amount": ["None", "3"],
    }


def test_a_correction_that_changes_nothing_leaves_no_line(office):
    letter = register(office, subject="V/v báo cáo")
    before = len(audit.history(letter.UID()))
    with as_user("vanthu"):
        incoming.correct(letter, {"subject": "V/v báo cáo"})
    assert len(audit.history(letter.UID())) == before


def test_number_and_arrival_are_not_corrected(office):
    letter = register(office)
    before = (letter.arrival_number, letter.arrived_at)
    with as_user("vanthu"):
        incoming.correct(letter, {"arrival_number": 1, "arrived_at": "2020-01-01", "note": "x"})
    assert (letter.arrival_number, letter.arrived_at) == before


def test_a_correction_does_not_make_a_duplicate(office):
    register(office, symbol="99/UBND-TH")
    letter = register(office)
    with as_user("vanthu"), pytest.raises(Conflict):
        incoming.correct(letter, {"symbol": "99/UBND-TH"})


# presented


def test_presenting_to_somebody_who_leads_nothing_is_refused(office):
    letter = register(office)
    for to in ("cv1-vhtt", "truongphong-vhtt", "chutich-anlac", "", "Leaders:khong-co"):
        with as_user("vanthu"), pytest.raises(RuleBroken, match="Present the document to one"):
            incoming.present(letter, to)


def test_what_lies_before_a_leader_is_not_presented_to_the_same_again(office):
    letter = office.presented("chutich")
    with as_user("chutich"), pytest.raises(Conflict, match="already"):
        incoming.present(letter, "chutich")


def test_what_only_arrived_is_not_presented(office):
    waiting = office.arrive()
    with as_user("vanthu"), pytest.raises(Conflict, match="not done while"):
        incoming.present(waiting, "chutich")


def test_a_refused_presentation_registers_nothing_either(office):
    before = registers.forecast(office.register_in)
    with as_user("vanthu"), pytest.raises(RuleBroken):
        incoming.register(office.body, office.values(), present_to="cv1-vhtt")
    assert registers.forecast(office.register_in) == before
