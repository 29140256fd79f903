"""Directing, with and without the right to it."""

from tests.office_acts import act
from tests.office_acts import each
from tests.office_acts import every
from tests.office_acts import may
from tests.office_acts import nobody_else_may
from vanphong.directives import actions as directives
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
import pytest


def issue(office, document, **more):
    directives.issue(document, **office.cast(**more))


def replace(office, document):
    (old,) = directives.directives_of(document)
    issue(office, document, lead="yte", replaces=old.UID())


def on_behalf(author):
    def act(office, document):
        directives.issue_on_behalf(document, author=author, **office.cast())

    return act


ACTS = {
    "direct": act(lambda office: office.presented("pct-vanxa"), issue, "pct-vanxa"),
    "direct for the Office": act(
        lambda office: office.presented("vp"), issue, "chanhvp", "phochanhvp1"
    ),
    "enter it for the leader": act(
        lambda office: office.presented(), on_behalf("chutich"), "vanthu", "vanthu2"
    ),
    "replace it before it is received": act(lambda office: office.directed(), replace, "chutich"),
    "replace it while it is carried out": act(lambda office: office.assigned(), replace, "chutich"),
    "direct what is not presented": act(lambda office: office.register(), issue),
    "direct what is finished": act(lambda office: office.finished(), replace),
}


@pytest.mark.parametrize(("one", "user"), each(ACTS))
def test_whoever_may_can(office, one, user):
    may(office, one, user)


@pytest.mark.parametrize("one", every(ACTS))
def test_nobody_else_can(office, one):
    # the chief of the Office may replace directives, but not another person's
    nobody_else_may(office, one, (NotAllowed, RuleBroken))
