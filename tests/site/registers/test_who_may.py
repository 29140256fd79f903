"""Numbers that are inserted or voided, with and without the right to it."""

from plone import api
from tests.office import as_user
from tests.office_acts import EVERYBODY
from tests.office_acts import act
from tests.office_acts import each
from tests.office_acts import every
from tests.office_acts import may
from tests.office_acts import nobody_else_may
from vanphong.registers import actions as registers
from zope.globalrequest import getRequest
import pytest


#: Heads of the body, to whom its records office answers, and the chiefs of its Office.
HEADS = ("chutich", "pct-kinhte", "pct-vanxa", "chanhvp", "phochanhvp1")


def book(office):
    return office.register_in


def with_an_inserted_number(office):
    with as_user("chutich"):
        registers.insert_number(office.register_in, 1172, "a", reason="Đến trước, vào sau.")
    return office.register_in


def closed(office):
    with as_user("admin"):
        api.content.transition(office.register_in, "close")
    return office.register_in


def insert(office, register):
    registers.insert_number(register, 1172, "a", reason="Văn bản giấy đến trước, vào sổ sau.")


def void(office, register):
    registers.void_number(register, 1172, "a", reason="Vào sổ nhầm.")


ACTS = {
    "insert": act(book, insert, *HEADS),
    "void": act(with_an_inserted_number, void, *HEADS),
    "insert when the register is closed": act(closed, insert),
    "void when the register is closed": act(closed, void),
}


@pytest.mark.parametrize(("one", "user"), each(ACTS))
def test_whoever_may_can(office, one, user):
    may(office, one, user)


@pytest.mark.parametrize("one", every(ACTS))
def test_nobody_else_can(office, one):
    nobody_else_may(office, one)


def test_who_may_look_into_a_register(office):
    found = set()
    for user in EVERYBODY:
        with as_user(user):
            if api.user.has_permission("vanphong: View Register", obj=office.register_in):
                found.add(user)
    assert found == {"vanthu", "vanthu2", *HEADS}


def test_who_runs_the_system_sees_the_register_and_none_of_its_lines(office):
    letter = office.document("902/SNV-CCHC")
    with as_user("admin"):
        page = api.content.get_view("view", office.register_in, getRequest())()
    assert letter.subject not in page
    assert office.register_in.title in page
    with as_user("vanthu"):
        assert letter.subject in api.content.get_view("view", office.register_in, getRequest())()
