"""What an act leaves behind: done, one line and one event; refused, one line and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from plone import api
from Products.CMFCore.indexing import getQueue
from sqlalchemy import select
from tests import layers
from tests.office import as_user
from tests.office import tick
from vanphong.calendars import clock
from vanphong.errors import OfficeError
from vanphong.ledger import audit
from vanphong.ledger import session
from vanphong.ledger.acts import ACTS
from vanphong.ledger.tables import audit as table
from vanphong.registers import actions as registers
import json
import pytest
import transaction
import zope.event


@dataclass(frozen=True)
class Trial:
    """An act that can be done, and the same act refused.

    ``wrong`` are the arguments for which a rule refuses it, ``stranger`` somebody whom no
    permission lets.
    """

    user: str
    stage: Callable
    right: Callable
    wrong: Callable
    stranger: str = "cv1-noivu"


def step(action, **more):
    return lambda office, context: ((office.step(context, action).uid,), more)


def arguments(*args, **more):
    return lambda office, context: (args, more)


def values(**more):
    return lambda office, context: ((office.values(**more),), {})


def cast(**more):
    return lambda office, context: ((), office.cast(**more))


def body(office):
    return office.body


def asked(office):
    document = office.directed()
    due = clock.now() + timedelta(days=30)
    lead = office.step(document, "lead")
    office.do("ask_extension", document, lead, "vanthu-vhtt", due=due, reason="Chờ số liệu.")
    return document


def inserted(office):
    with as_user("chutich"):
        registers.insert_number(office.register_in, 1172, "a", reason="Vào sổ sau.")
    return office.register_in


def later(days):
    return lambda office, context: (
        (office.step(context, "lead").uid,),
        {"due": clock.now() + timedelta(days=days), "reason": "Chờ số liệu của các xã."},
    )


TRIALS = {
    "arrive": Trial("vanthu", body, values(), values(subject="")),
    "register": Trial("vanthu", body, values(), values(secrecy="secret")),
    "return_to_sender": Trial(
        "vanthu",
        lambda office: office.arrive(),
        arguments(reason="Gửi nhầm."),
        arguments(reason=" "),
    ),
    "present": Trial(
        "vanthu", lambda office: office.register(), arguments("chutich"), arguments("cv1-vhtt")
    ),
    "correct": Trial(
        "vanthu",
        lambda office: office.register(),
        arguments({"note": "Bản giấy đến sau."}),
        arguments({"subject": ""}),
    ),
    "direct": Trial("chutich", lambda office: office.presented(), cast(), cast(lead="khong-co")),
    "direct_on_behalf": Trial(
        "vanthu",
        lambda office: office.presented(),
        cast(author="chutich"),
        cast(author="pct-vanxa"),
    ),
    "receive": Trial(
        "vanthu-vhtt", lambda office: office.directed(), step("lead"), step("coordinate")
    ),
    "assign": Trial(
        "truongphong-vhtt",
        lambda office: office.directed(),
        step("lead", person="cv1-vhtt"),
        step("lead", person="cv1-noivu"),
    ),
    "hand_back": Trial(
        "truongphong-vhtt",
        lambda office: office.directed(),
        step("lead", reason="Không đúng chức năng."),
        step("lead", reason=""),
    ),
    "ask_extension": Trial(
        "truongphong-vhtt", lambda office: office.directed(), later(30), later(-30)
    ),
    "decide_extension": Trial(
        "chutich", asked, step("extend", grant=True), step("extend", grant=False, reason="")
    ),
    "report": Trial(
        "cv1-vhtt",
        lambda office: office.assigned(),
        step("lead", result="Đang dự thảo."),
        step("lead", result=" "),
    ),
    "finish": Trial(
        "cv1-vhtt",
        lambda office: office.assigned(),
        step("lead", result="Đã trả lời."),
        step("lead"),
    ),
    "take_back": Trial("chutich", lambda office: office.directed(), step("lead"), step("direct")),
    "urge": Trial("chanhvp", lambda office: office.directed(), step("lead"), step("inform")),
    "insert_number": Trial(
        "chutich",
        lambda office: office.register_in,
        arguments(1172, "a", reason="Vào sổ sau."),
        arguments(9999, "a", reason="Vào sổ sau."),
    ),
    "void_number": Trial(
        "chutich",
        inserted,
        arguments(1172, "a", reason="Vào sổ nhầm."),
        arguments(1172, "b", reason="Vào sổ nhầm."),
    ),
}


@pytest.fixture(scope="module")
def layer():
    return layers.FUNCTIONAL


@pytest.fixture
def heard():
    """Our own events, in their order."""
    found = []

    def hear(event):
        if type(event).__module__.startswith("vanphong."):
            found.append(event)

    zope.event.subscribers.append(hear)
    yield found
    zope.event.subscribers.remove(hear)


def begin(office, trial):
    """Make the context, and begin a new transaction."""
    context = trial.stage(office)
    transaction.commit()
    tick()
    return context, max(line["id"] for line in added(0))


def added(before):
    """The lines of the trail that were written after this one."""
    with session.reading() as connection:
        rows = connection.execute(select(table).where(table.c.id > before).order_by(table.c.id))
        return [dict(row) for row in rows.mappings()]


def attempt(office, name, context, arguments):
    args, more = arguments(office, context)
    return ACTS[name](context, *args, **more)


def test_every_act_is_tried(portal):
    assert set(TRIALS) == {name for name in ACTS if not name.startswith("test")}


@pytest.mark.parametrize("name", TRIALS)
def test_an_act_that_is_done_leaves_one_line_and_one_event(office, heard, name):
    trial = TRIALS[name]
    context, before = begin(office, trial)
    heard.clear()
    with as_user(trial.user):
        attempt(office, name, context, trial.right)
    transaction.commit()
    assert len(heard) == 1, heard
    (line,) = added(before)
    assert (line["act"].removesuffix("_on_behalf"), line["outcome"]) == (
        name.removesuffix("_on_behalf"),
        "done",
    )
    assert (line["user_id"], line["at"]) == (trial.user, clock.now())
    assert line["path"].startswith("/plone/")
    assert audit.verify() == []


def written(portal):
    return [*portal._p_jar._registered_objects, *getQueue().queue]


@pytest.mark.parametrize("end", ["commit", "abort"])
@pytest.mark.parametrize("name", TRIALS)
def test_an_act_that_a_rule_refuses_leaves_one_line_and_nothing_else(
    office, portal, heard, name, end
):
    trial = TRIALS[name]
    context, before = begin(office, trial)
    heard.clear()
    with as_user(trial.user), pytest.raises(OfficeError) as refusal:
        attempt(office, name, context, trial.wrong)
    assert refusal.value.kind != "error"
    assert written(portal) == []
    assert heard == []
    getattr(transaction, end)()
    (line,) = added(before)
    assert (line["act"], line["outcome"], line["user_id"]) == (name, "refused", trial.user)
    assert json.loads(line["detail"])["refusal"] == str(refusal.value)
    assert line["rule"] == refusal.value.rule


@pytest.mark.parametrize("name", TRIALS)
def test_an_act_that_a_permission_refuses_leaves_one_line_and_nothing_else(
    office, portal, heard, name
):
    trial = TRIALS[name]
    context, before = begin(office, trial)
    heard.clear()
    with as_user(trial.stranger):
        assert not api.user.has_permission(ACTS[name].permission, obj=context)
        with pytest.raises(OfficeError, match=r"^Only .* may do this here"):
            attempt(office, name, context, trial.right)
    assert written(portal) == []
    assert heard == []
    transaction.abort()
    (line,) = added(before)
    assert (line["act"], line["outcome"], line["user_id"]) == (name, "refused", trial.stranger)
    assert json.loads(line["detail"])["kind"] == "not-allowed"
