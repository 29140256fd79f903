"""Tasks from a line of a notice, and without one: what is done, and what is refused."""

from datetime import timedelta
from tests.casefile_office import Files
from tests.office import as_user
from tests.task_office import in_days
from vanphong.calendars import clock
from vanphong.casefiles import actions as case_files
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.ledger import audit
from vanphong.ledger import case_entries
from vanphong.ledger import notices
from vanphong.ledger import tasks as ledger
from vanphong.ledger import work
from vanphong.ledger.rebuild import check
from vanphong.tasks import actions
from vanphong.tasks import conclusions
from vanphong.tasks.stages import state_of
import pytest


def row(task):
    return next(
        one for one in ledger.of_source(task.source_uid) if one["document_uid"] == task.UID()
    )


def test_the_lines_of_the_notice_become_tasks_with_their_quotations(tasks, office):
    made = tasks.from_notice()
    assert len(made) >= 10
    notice = tasks.notice()
    for task in made:
        assert task.source_uid == notice.UID()
        assert task.source_symbol == "186/TB-UBND"
        line = conclusions.lines(notice)[task.line - 1]
        assert (task.quote, task.page) == (line.text, 1)
        lead = office.step(task, "lead")
        assert (lead.giver, lead.state) == ("pct-vanxa", "open")
    accounts = next(one for one in made if "tài khoản" in one.subject)
    assert office.step(accounts, "lead").actor == f"Desk:{office.uid('vhtt')}"
    assert accounts.due_at.date().isoformat() == "2024-08-20"
    money = next(one for one in made if "mua sắm" in one.subject)
    assert office.step(money, "coordinate", "tckh")
    assert [one["document_uid"] for one in ledger.of_source(notice.UID())] == [
        one.UID() for one in made
    ]


def test_a_line_is_given_to_one_lead_once(tasks):
    tasks.from_notice()
    with pytest.raises(Conflict):
        tasks.from_notice()


def test_of_several_leads_each_gets_a_task_of_its_own(tasks, office):
    document = tasks.notice()
    line = tasks.lines(document)[0]
    leads = [office.uid("vhtt"), office.uid("noivu"), office.uid("tuphap")]
    with as_user("pct-vanxa"):
        made = tasks_of(document, {**line, "leads": leads, "coordinators": []})
    assert [office.step(one, "lead").actor for one in made] == [f"Desk:{uid}" for uid in leads]
    assert len({one.quote for one in made}) == 1


def tasks_of(document, *lines, **more):
    return actions.give_conclusions(document, list(lines), **more)


@pytest.mark.parametrize(
    "change, error",
    [
        ({"leads": []}, RuleBroken),
        ({"leads": ["khong-co"]}, RuleBroken),
        ({"line": 999}, InvalidInput),
        ({"due": in_days}, RuleBroken),
    ],
)
def test_one_bad_line_refuses_them_all(tasks, change, error):
    document = tasks.notice()
    lines = tasks.lines(document)
    change = {name: value(-3) if callable(value) else value for name, value in change.items()}
    with as_user("pct-vanxa"), pytest.raises(error):
        tasks_of(document, *lines[:3], {**lines[3], **change})
    assert ledger.of_source(document.UID()) == []


def test_the_office_enters_them_for_a_leader(tasks, office):
    document = tasks.notice()
    with as_user("chanhvp"):
        (task,) = tasks_of(document, tasks.lines(document)[0], author="pct-vanxa")
    lead = office.step(task, "lead")
    assert (lead.giver, lead.entered_by) == ("pct-vanxa", "chanhvp")
    with as_user("truongphong-vhtt"), pytest.raises(NotAllowed):
        tasks_of(document, tasks.lines(document)[1], author="chutich")


def test_nothing_is_made_of_a_draft(tasks, office):
    draft = next(one for one in office.outgoing() if office.stage(one) == "draft")
    with as_user("chutich"), pytest.raises((Conflict, NotAllowed)):
        tasks_of(draft, {"line": 0, "text": "Làm", "leads": [office.uid("vhtt")]})


def test_a_task_goes_its_way_like_every_other_work(tasks, office):
    task = tasks.assigned()
    assert state_of(task) == "open"
    mine = work.inbox({"cv1-vhtt"}).rows
    assert task.UID() in [one["document_uid"] for one in mine]
    tasks.do("note_progress", task, "cv1-vhtt", percent=40, note="Đã gửi phiếu khảo sát.")
    assert task.progress == 40
    step = office.step(task, "lead")
    office.do("finish", task, step, "cv1-vhtt", result="Đã báo cáo.")
    assert state_of(task) == "finished"
    found = ledger.listed({"chutich"}, ledger.Filters(givers=("chutich",), state="finished")).rows
    assert [(one["document_uid"], one["progress"]) for one in found] == [(task.UID(), 100)]


def test_late_tasks_stand_among_everything_that_is_late(tasks, office):
    task = tasks.give(due=in_days(1))
    clock.advance(timedelta(days=3))
    late = work.inbox({f"Desk:{office.uid('vhtt')}"}, box="overdue").rows
    assert task.UID() in [one["document_uid"] for one in late]
    now = clock.now()
    rows = ledger.listed({"chutich"}, ledger.Filters(givers=("chutich",), late_at=now)).rows
    assert [one["document_uid"] for one in rows] == [task.UID()]


@pytest.mark.parametrize(
    "by, context, lead, allowed",
    [
        ("chutich", "ubnd", "noivu", True),
        ("chanhvp", "vp", "noivu", True),
        ("truongphong-vhtt", "vhtt", "cv1-vhtt", True),
        ("truongphong-vhtt", "vhtt", "noivu", False),
        ("truongphong-vhtt", "vhtt", "cv1-noivu", False),
        ("cv1-vhtt", "vhtt", "cv2-vhtt", False),
        ("cv1-vhtt", "vhtt", "cv1-vhtt", True),
        ("cv1-noivu", "vhtt", "cv1-vhtt", False),
    ],
)
def test_whom_one_may_give_a_task(tasks, office, by, context, lead, allowed):
    unit = office.unit(context)
    if allowed:
        assert tasks.give(unit, by, lead=office.uid(lead)).giver == by
    else:
        with pytest.raises(NotAllowed):
            tasks.give(unit, by, lead=office.uid(lead))


def test_the_maker_of_a_file_gives_tasks_to_its_roster(tasks, office):
    files = Files(office)
    case_file = files.open()
    with pytest.raises(NotAllowed):
        tasks.give(case_file, "cv1-vhtt", lead="cv2-vhtt")
    with as_user("cv1-vhtt"):
        case_files.set_member(case_file, "cv2-vhtt", "contributor")
    task = tasks.give(case_file, "cv1-vhtt", lead="cv2-vhtt")
    assert [one["document_uid"] for one in ledger.of_case_file(case_file.UID())] == [task.UID()]


def test_a_part_is_due_no_later_than_the_whole(tasks, office):
    whole = tasks.give()
    with pytest.raises(RuleBroken) as refusal:
        tasks.give(whole, "truongphong-vhtt", lead="cv1-vhtt", due=in_days(11))
    assert refusal.value.field == "due"
    with pytest.raises(RuleBroken):
        tasks.give(whole, "truongphong-vhtt", lead="cv1-vhtt", due=None)
    part = tasks.give(whole, "truongphong-vhtt", lead="cv1-vhtt", due=in_days(5))
    assert part.parent_uid == whole.UID()
    step = office.step(part, "lead")
    with pytest.raises(RuleBroken):
        office.do("ask_extension", part, step, "cv1-vhtt", due=in_days(20), reason="Chờ số liệu.")
    office.do("ask_extension", part, step, "cv1-vhtt", due=in_days(8), reason="Chờ số liệu.")
    asked = office.step(part, "extend")
    with pytest.raises(RuleBroken):
        office.do("decide_extension", part, asked, "truongphong-vhtt", grant=True, due=in_days(30))
    office.do("decide_extension", part, asked, "truongphong-vhtt", grant=True)
    assert part.due_at.date() == in_days(8)


def test_a_whole_ends_after_its_parts_and_its_checklist(tasks, office):
    whole = tasks.give(checklist=["Khảo sát", "Tổng hợp"])
    part = tasks.give(whole, "truongphong-vhtt", lead="cv1-vhtt", due=in_days(5))
    step = office.step(whole, "lead")
    with pytest.raises(RuleBroken):
        office.do("finish", whole, step, "truongphong-vhtt", result="Xong.")
    office.do("finish", part, office.step(part, "lead"), "cv1-vhtt", result="Xong phần việc.")
    with pytest.raises(RuleBroken):
        office.do("finish", whole, step, "truongphong-vhtt", result="Xong.")
    for item in whole.checklist:
        tasks.do("tick_item", whole, "truongphong-vhtt", item.uid)
    office.do("finish", whole, step, "truongphong-vhtt", result="Xong.")
    assert state_of(whole) == "finished"


def test_what_comes_back_is_given_to_somebody_else(tasks, office):
    task = tasks.give()
    with pytest.raises(Conflict):
        tasks.do("give_anew", task, "chutich", lead=office.uid("noivu"))
    step = office.step(task, "lead")
    office.do("hand_back", task, step, "truongphong-vhtt", reason="Không đúng chức năng.")
    assert state_of(task) == "open"
    tasks.do("give_anew", task, "chutich", lead=office.uid("noivu"))
    assert office.step(task, "lead").actor == f"Desk:{office.uid('noivu')}"


def test_a_cancelled_task_asks_nothing_of_anybody(tasks, office):
    task = tasks.assigned()
    with pytest.raises(RuleBroken):
        tasks.do("cancel_task", task, "chutich", reason=" ")
    with pytest.raises(NotAllowed):
        tasks.do("cancel_task", task, "cv1-vhtt", reason="Không cần.")
    tasks.do("cancel_task", task, "chutich", reason="Không còn cần nữa.")
    assert state_of(task) == "cancelled"
    assert not [one for one in work.timeline(task.UID()) if one["is_open"]]
    assert any(one["kind"] == "task_cancelled" for one in notices.waiting({"cv1-vhtt"}))
    with pytest.raises((Conflict, NotAllowed)):
        tasks.do("cancel_task", task, "chutich", reason="Lần nữa.")


def test_the_reply_is_a_document_that_one_may_read(tasks, office):
    task = tasks.assigned()
    with pytest.raises(InvalidInput):
        tasks.do("link_reply", task, "cv1-vhtt", "9999/KHONG-CO")
    tasks.do("link_reply", task, "cv1-vhtt", "1210/UBND-VX")
    assert task.reply_symbol == "1210/UBND-VX"
    assert task.reply_uid == office.document("1210/UBND-VX").UID()


def test_a_task_is_no_document_with_the_symbol_of_its_source(tasks, office):
    made = tasks.from_notice()
    row = case_entries.readable_named(office.body.UID(), "186/TB-UBND", {"chutich", "cv1-vhtt"})
    assert row is None or row["document_uid"] not in [one.UID() for one in made]


def test_strangers_see_no_task(tasks, portal):
    task = tasks.give()
    for user, sees in (
        ("chutich", True),
        ("truongphong-vhtt", True),
        ("vanthu", True),
        ("cv1-noivu", False),
    ):
        with as_user(user):
            from AccessControl import getSecurityManager

            assert bool(getSecurityManager().checkPermission("View", task)) is sees, user


def test_the_ledger_agrees_with_content(tasks):
    made = [*tasks.from_notice(), tasks.assigned()]
    tasks.do("cancel_task", made[0], "pct-vanxa", reason="Không cần.")
    drift = [one for one in check(made) if one.what != "extra"]
    assert drift == []


def test_each_act_leaves_its_line(tasks):
    task = tasks.assigned()
    tasks.do("note_progress", task, "cv1-vhtt", percent=10, note="Đã bắt đầu.")
    acts = [one["act"] for one in audit.history(task.UID())]
    assert acts == ["give_task", "assign", "note_progress"]
