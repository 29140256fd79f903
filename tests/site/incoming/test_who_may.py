"""Every act on a document as a whole, with and without the right to it."""

from tests.office_acts import act
from tests.office_acts import each
from tests.office_acts import every
from tests.office_acts import may
from tests.office_acts import nobody_else_may
from vanphong.errors import Conflict
from vanphong.errors import NotAllowed
from vanphong.incoming import actions as incoming
import pytest


CLERKS = ("vanthu", "vanthu2")
OFFICE = ("chanhvp", "phochanhvp1")


def waiting(office):
    return office.arrive()


def registered(office):
    return office.register()


ACTS = {
    "note an arrival": act(
        lambda office: office.body,
        lambda office, body: incoming.arrive(body, office.values()),
        *CLERKS,
    ),
    "register": act(
        lambda office: office.body,
        lambda office, body: incoming.register(body, office.values()),
        *CLERKS,
    ),
    "register what has arrived": act(
        waiting, lambda office, document: incoming.register(document, {}), *CLERKS
    ),
    "return to the sender": act(
        waiting,
        lambda office, document: incoming.return_to_sender(document, reason="Gửi nhầm nơi nhận."),
        *CLERKS,
    ),
    "present to a leader": act(
        registered,
        lambda office, document: incoming.present(document, "chutich"),
        *CLERKS,
        *OFFICE,
    ),
    "pass on to another leader": act(
        lambda office: office.presented("chutich"),
        lambda office, document: incoming.present(document, "pct-vanxa"),
        "chutich",
    ),
    "pass on what lies before the Office": act(
        lambda office: office.presented("vp"),
        lambda office, document: incoming.present(document, "pct-vanxa"),
        *OFFICE,
    ),
    "correct before it is presented": act(
        registered,
        lambda office, document: incoming.correct(document, {"note": "Bản giấy đến sau."}),
        *CLERKS,
    ),
    "correct before it is directed": act(
        lambda office: office.presented(),
        lambda office, document: incoming.correct(document, {"note": "Bản giấy đến sau."}),
        *CLERKS,
    ),
    "correct what is directed": act(
        lambda office: office.directed(),
        lambda office, document: incoming.correct(document, {"note": "Bản giấy đến sau."}),
    ),
}


@pytest.mark.parametrize(("one", "user"), each(ACTS))
def test_whoever_may_can(office, one, user):
    may(office, one, user)


@pytest.mark.parametrize("one", every(ACTS))
def test_nobody_else_can(office, one):
    # who may at another stage is told that this is not the stage
    nobody_else_may(office, one, (NotAllowed, Conflict))
