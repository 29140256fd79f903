"""A mistaken registration is cancelled: the number is void, the document stays."""

from plone import api
from tests.office import as_user
from tests.site.pages.conftest import page
from vanphong.errors import Conflict
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.incoming import actions
from vanphong.ledger import audit
from vanphong.ledger import entries
from vanphong.registers import actions as registers
import pytest


__all__ = ["page"]


def cancel(document, reason="Vào sổ nhầm.", user="vanthu"):
    with as_user(user):
        actions.cancel_registration(document, reason=reason)


def entry(document):
    rows = entries.taken(document.register_uid, document.period, document.number)
    return next(row for row in rows if row["suffix"] == document.suffix)


def test_the_number_is_void_and_never_given_again(office):
    document = office.register()
    following = registers.forecast(office.register_in)
    cancel(document)
    assert api.content.get_state(document) == "cancelled"
    assert (entry(document)["void_reason"], document.cancel_reason) == ("Vào sổ nhầm.",) * 2
    assert registers.forecast(office.register_in) == following
    line = audit.history(document.UID())[-1]
    assert (line["act"], line["detail"]["reason"]) == ("cancel_registration", "Vào sổ nhầm.")


def test_the_letter_can_be_registered_anew(office):
    values = {"symbol": "77/UBND-VX"}
    cancel(office.register(**values))
    assert office.register(**values).symbol == "77/UBND-VX"


def test_what_was_presented_and_taken_back_can_be_cancelled(office):
    document = office.presented()
    with pytest.raises(Conflict):
        cancel(document)
    office.do("take_back", document, office.step(document, "direct"), "vanthu")
    cancel(document)
    assert api.content.get_state(document) == "cancelled"


@pytest.mark.parametrize("stage", ["arrive", "presented", "directed", "finished"])
def test_stages_in_which_nothing_is_cancelled(office, stage):
    document = getattr(office, stage)()
    with pytest.raises(Conflict):
        cancel(document)


def test_a_reason_and_only_once(office):
    document = office.register()
    with pytest.raises(RuleBroken):
        cancel(document, reason=" ")
    cancel(document)
    with pytest.raises(Conflict):
        cancel(document)


@pytest.mark.parametrize("user", ["chanhvp", "chutich", "cv1-vhtt", "admin", ""])
def test_who_may_not(office, user):
    document = office.register()
    with pytest.raises(NotAllowed):
        cancel(document, user=user)


def test_by_its_form(page, office):
    document = office.register()
    assert "do=cancel_registration" in page(document, "view", "vanthu").html
    assert "do=cancel_registration" not in page(document, "view", "chanhvp").html
    shown = page(document, "act", "vanthu", do="cancel_registration")
    assert 'name="reason"' in shown.html
    sent = {"do": "cancel_registration", "reason": "Vào sổ nhầm."}
    answer = page(document, "act", "vanthu", post=True, **sent)
    assert answer.status == 303
    assert api.content.get_state(document) == "cancelled"
    text = page(document, "view", "vanthu").html
    assert "do=cancel_registration" not in text
    assert "Vào sổ nhầm." in text
