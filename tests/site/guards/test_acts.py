"""What an act leaves behind: done, one line and one event; refused, one line and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from io import BytesIO
from plone import api
from Products.CMFCore.indexing import getQueue
from sqlalchemy import select
from tests import clamd
from tests import layers
from tests.archive_trials import ARCHIVE
from tests.casefile_trials import CASE_FILES
from tests.import_trials import IMPORTS
from tests.meeting_trials import MEETINGS
from tests.office import as_user
from tests.office import tick
from tests.outgoing_trials import OUTGOING
from tests.portal_trials import PORTAL
from tests.schedule_trials import SCHEDULES
from tests.task_trials import TASKS
from tests.workflow_trials import WORKFLOWS
from vanphong.attachments import rules as file_rules
from vanphong.attachments.actions import accept
from vanphong.calendars import clock
from vanphong.documents import searches
from vanphong.errors import OfficeError
from vanphong.incoming import actions as incoming
from vanphong.ledger import job_claims
from vanphong.ledger import jobs
from vanphong.ledger import notices
from vanphong.ledger import session
from vanphong.ledger.acts import ACTS
from vanphong.ledger.tables import audit as table
from vanphong.organisation import people
from vanphong.outgoing.forms import actions as forms
from vanphong.outgoing.forms import builtin
from vanphong.outgoing.forms import library
from vanphong.registers import actions as registers
from vanphong.routing import template_actions
from vanphong.routing import template_values
from vanphong.routing import templates
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


def templates_folder(office):
    return office.portal[library.PLACE]


def letter_template(office):
    (title, name, data), _more = docx("Mẫu")(office, None)
    with as_user("admin"):
        folder = templates_folder(office)
        return forms.add_template(folder, title, name, data, valid_from=date(2024, 8, 14))


def docx(*title, code="cong-van"):
    return lambda office, context: (
        (*title, "mau.docx", BytesIO(builtin.template(code))),
        {},
    )


def waiting_job(office):
    jobs.put("no handler", office.body.UID())
    return office.portal


def stopped_job(office):
    jobs.stop(jobs.put("no handler", office.body.UID()))
    return office.portal


def failed_job(office):
    uid = jobs.put("no handler", office.body.UID())
    connection = session.writing().connection()
    row = job_claims.claim(connection, "worker", ["no handler"], clock.now())
    jobs.fail(connection, jobs.as_job(row), jobs.Failed("Không đọc được tệp."))
    assert row["uid"] == uid
    return office.portal


def the_job(office, _context):
    return (jobs.of(office.body.UID())[0]["uid"],), {}


def told(office):
    notices.tell(["vanthu"], "test", office.body.UID(), "Meet at ${time}.", {"time": "09:00"})
    return office.portal


def its_notices(_office, _context):
    return ([row["uid"] for row in notices.waiting({"vanthu"})],), {}


def all_routes(office):
    return templates.container()


def one_route(office):
    return templates.container()["giay-moi"]


def drafted_route(office):
    template = one_route(office)
    args, more = changed_route(revision=True)(office, template)
    with as_user("admin"):
        template_actions.save_draft(template, *args, **more)
    return template


def applied_route(office):
    template = drafted_route(office)
    with as_user("admin"):
        template_actions.apply_draft(template, reason="Mới.")
    return template


def changed_route(*, revision=False, **more):
    def given(office, context):
        raw = template_values.written(one_route(office).routes()[0])
        raw |= {"title": "Thư mời", "condition": {"document_types": ["thu-cong"]}} | more
        return (raw,), {"revision": context.revision} if revision else {}

    return given


def with_file(progress):
    """A document whose file has come so far."""

    def stage(office):
        with as_user("vanthu"):
            attachment = accept("a.txt", BytesIO(b"abc"))
            attachment.progress = progress
            return incoming.register(office.body, office.values(), [attachment])

    return stage


def its_file(**more):
    return lambda office, context: ((context.attachments[0].uid,), more)


UNREAD = file_rules.Progress(
    (
        file_rules.Stage("check", file_rules.State.DONE),
        file_rules.Stage("read", file_rules.State.FAILED, "crash"),
        file_rules.Stage("preview", file_rules.State.DONE),
    )
)
HELD = file_rules.held("no-scanner")


def searched(office):
    with as_user("vanthu"):
        ACTS["save_search"](office.portal, name="Hạn hán", query={"q": "hạn hán"})
    return office.portal


def saved_by(user):
    return searches.of(people.person(user))[0].uid


def later(days):
    return lambda office, context: (
        (office.step(context, "lead").uid,),
        {"due": clock.now() + timedelta(days=days), "reason": "Chờ số liệu của các xã."},
    )


TRIALS = {
    "retry_file": Trial("vanthu", with_file(UNREAD), its_file(), arguments("khong-co")),
    "rescan_file": Trial("admin", with_file(HELD), its_file(), arguments("khong-co")),
    "rescan_files": Trial(
        "admin", lambda office: office.portal, arguments("all"), arguments("nonsense")
    ),
    "release_file": Trial(
        "admin", with_file(HELD), its_file(reason="Đã kiểm tra."), its_file(reason=" ")
    ),
    "delete_held_file": Trial(
        "admin", with_file(HELD), its_file(reason="Thư rác."), its_file(reason="")
    ),
    "arrive": Trial("vanthu", body, values(), values(subject="")),
    "register": Trial("vanthu", body, values(), values(secrecy="secret")),
    "return_to_sender": Trial(
        "vanthu",
        lambda office: office.arrive(),
        arguments(reason="Gửi nhầm."),
        arguments(reason=" "),
    ),
    "cancel_registration": Trial(
        "vanthu",
        lambda office: office.register(),
        arguments(reason="Vào sổ nhầm."),
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
    "add_template": Trial("admin", templates_folder, docx("Mẫu"), docx(" ")),
    "replace_template": Trial("admin", letter_template, docx(code="giay-moi"), docx()),
    "retire_template": Trial("admin", letter_template, arguments(), arguments(date(2024, 8, 1))),
    "replace_holder": Trial(
        "chanhvp",
        lambda office: office.assigned(),
        step("lead", person="cv2-vhtt", reason="Chuyển công tác."),
        step("lead", person="cv2-vhtt", reason=" "),
    ),
    "add_route": Trial("admin", all_routes, changed_route(), changed_route(steps=[])),
    "save_route": Trial(
        "admin", one_route, changed_route(revision=True), changed_route(revision=True, steps=[])
    ),
    "apply_route": Trial("admin", drafted_route, arguments(reason="Mới."), arguments(reason=" ")),
    "discard_route": Trial("admin", drafted_route, arguments(), arguments(revision=0)),
    "retire_route": Trial(
        "admin", one_route, arguments(reason="Không dùng."), arguments(reason="")
    ),
    "restore_route": Trial(
        "admin",
        applied_route,
        arguments(1, reason="Lấy lại bản cũ."),
        arguments(1, reason=" "),
    ),
    "move_route": Trial("admin", one_route, arguments(place=1), arguments(place=99)),
    "import_routes": Trial(
        "admin",
        all_routes,
        lambda office, folder: ((template_values.export(folder),), {}),
        arguments({"format": "other"}),
    ),
    "save_search": Trial(
        "vanthu",
        lambda office: office.portal,
        arguments(name="Bão lũ", query={"q": "bão lũ"}),
        arguments(name=" ", query={"q": "bão lũ"}),
        stranger="",
    ),
    "delete_search": Trial(
        "vanthu",
        searched,
        lambda office, context: ((saved_by("vanthu"),), {}),
        arguments("none"),
        stranger="",
    ),
    "choose_columns": Trial(
        "vanthu",
        lambda office: office.portal,
        arguments(["number", "due"]),
        arguments(["nonsense"]),
        stranger="",
    ),
    "export_results": Trial(
        "vanthu",
        lambda office: office.portal,
        arguments(kind="xlsx", query={"q": "bão lũ"}),
        arguments(kind="exe", query={"q": "bão lũ"}),
        stranger="",
    ),
    "stop_job": Trial("admin", waiting_job, the_job, arguments("none")),
    "resume_job": Trial("admin", stopped_job, the_job, arguments("none")),
    "retry_job": Trial("admin", failed_job, the_job, arguments("none")),
    "see_notices": Trial("vanthu", told, its_notices, arguments(["none"]), stranger=""),
}


OTHERS = OUTGOING | PORTAL | WORKFLOWS | IMPORTS | SCHEDULES | CASE_FILES
OTHERS |= ARCHIVE | MEETINGS | TASKS

TRIALS |= {name: Trial(*one) for name, one in OTHERS.items()}


@pytest.fixture(scope="module")
def layer():
    return layers.FUNCTIONAL


@pytest.fixture(autouse=True)
def scanner(monkeypatch):
    """One that answers."""
    with clamd.protocol() as server:
        monkeypatch.setenv("VANPHONG_CLAMD", server.server_address)
        yield


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
def test_an_act_that_is_done_leaves_one_line_and_one_event_for_each_it_changes(office, heard, name):
    trial = TRIALS[name]
    context, before = begin(office, trial)
    heard.clear()
    with as_user(trial.user):
        attempt(office, name, context, trial.right)
    transaction.commit()
    lines = added(before)
    assert len(heard) == 1, heard
    assert len(lines) == len({line["document_uid"] for line in lines}) > 0
    assert {(line["act"].removesuffix("_on_behalf"), line["outcome"]) for line in lines} == {
        (name.removesuffix("_on_behalf"), "done")
    }


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
