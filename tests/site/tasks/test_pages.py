"""The pages of tasks: the lines of a notice, the list, one task, a case file."""

from tests.casefile_office import Files
from tests.office import as_user
from tests.task_office import in_days
from vanphong.ledger import tasks as ledger
from vanphong.tasks import conclusions
from vanphong.tasks.browser.casting import names_of


def sent(document, office, **more):
    """What a browser sends of the form as it is proposed."""
    form = {"lines": []}
    for one in conclusions.proposed(document):
        key = str(one.line.number)
        if not one.asks:
            continue
        form["lines"].append(key)
        form[f"text-{key}"] = one.line.text
        form[f"lead-{key}"] = names_of(one.leads, office.body) or "Văn phòng HĐND và UBND huyện"
        form[f"due-{key}"] = f"{in_days(10):%d/%m/%Y}"
    return form | more


def test_the_form_of_lines_makes_the_tasks(tasks, page, office):
    document = tasks.notice()
    shown = page(document, "conclusions", "pct-vanxa")
    assert "Cung cấp đầy đủ tài khoản" in shown.text
    assert shown.html.count("checked=") >= 10
    assert "20/08/2024" in shown.html

    form = sent(document, office)
    answer = page(document, "conclusions", "pct-vanxa", post=True, **form)
    assert answer.status == 303, answer.text
    assert len(ledger.of_source(document.UID())) >= 10
    again = page(document, "conclusions", "pct-vanxa")
    assert "nhiem-vu" in again.html


def test_a_line_without_lead_is_refused_at_its_place(tasks, page):
    document = tasks.notice()
    key = str(tasks.lines(document)[0]["line"])
    form = {"lines": [key], f"text-{key}": "Làm", f"lead-{key}": "Phòng Không Có"}
    answer = page(document, "conclusions", "pct-vanxa", post=True, **form)
    assert answer.status == 400
    assert "is-invalid" in answer.html
    assert ledger.of_source(document.UID()) == []


def test_a_line_that_the_text_does_not_have_is_typed(tasks, page):
    document = tasks.notice()
    form = {
        "text--1": "Báo cáo hằng tuần",
        "lead--1": "cv1-vhtt",
        "due--1": f"{in_days(3):%d/%m/%Y}",
    }
    answer = page(document, "conclusions", "pct-vanxa", post=True, **form)
    assert answer.status == 303, answer.text
    (row,) = ledger.of_source(document.UID())
    assert (row["line"], row["lead"]) == (0, "cv1-vhtt")


def test_a_reader_without_anybody_below_sees_where_the_lines_stand(tasks, page):
    tasks.from_notice()
    shown = page(tasks.notice(), "conclusions", "cv1-vhtt")
    assert shown.status == 200


def test_the_document_shows_its_tasks(tasks, page):
    tasks.from_notice()
    shown = page(tasks.notice(), "view", "pct-vanxa")
    assert "@@conclusions" in shown.html
    assert 'id="tasks"' in shown.html


def test_the_list_by_boxes(tasks, page, portal):
    task = tasks.assigned()
    for user, box, there in (
        ("cv1-vhtt", "mine", True),
        ("cv2-vhtt", "mine", False),
        ("chutich", "given", True),
        ("truongphong-vhtt", "unit", True),
        ("vanthu", "all", True),
        ("cv1-noivu", "all", False),
    ):
        shown = page(portal, "tasks", user, box=box)
        assert (task.getId() in shown.html) is there, (user, box)
    assert task.getId() not in page(portal, "tasks", "chutich", box="given", state="late").html
    assert task.getId() in page(portal, "tasks", "chutich", box="given", q="văn phòng").html


def test_a_task_is_worked_on_from_its_page(tasks, page, office):
    task = tasks.assigned(checklist=["Khảo sát"])
    step = office.step(task, "lead")
    shown = page(task, "view", "cv1-vhtt")
    assert "do=progress" in shown.html
    item = task.checklist[0].uid
    page(task, "act", "cv1-vhtt", post=True, do="tick", item=item, ticked="yes")
    assert task.checklist[0].done_by
    answer = page(task, "act", "cv1-vhtt", post=True, do="progress", percent="60", note="Đã xong.")
    assert answer.status == 303, answer.text
    for name in ("progress", "finish", "ask_extension", "hand_back", "checklist"):
        assert page(task, "act", "cv1-vhtt", do=name).status == 200, name
    answer = page(
        task,
        "act",
        "cv1-vhtt",
        post=True,
        do="finish",
        step=step.uid,
        result="Đã báo cáo.",
        reply="1210/UBND-VX",
        keep="none",
    )
    assert answer.status == 303, answer.text
    assert (task.reply_symbol, office.stage(task)) == ("1210/UBND-VX", "finished")
    shown = page(task, "view", "chutich")
    assert "1210/UBND-VX" in shown.text
    assert page(task, "history", "chutich").status == 200


def test_what_came_back_and_cancelling(tasks, page, office):
    task = tasks.give()
    office.do("hand_back", task, office.step(task, "lead"), "truongphong-vhtt", reason="Sai.")
    assert "do=give_anew" in page(task, "view", "chutich").html
    answer = page(task, "act", "chutich", post=True, do="give_anew", lead="Phòng Nội vụ")
    assert answer.status == 303, answer.text
    assert page(task, "act", "chutich", do="cancel").status == 200
    page(task, "act", "chutich", post=True, do="cancel", reason="Không cần nữa.")
    assert office.stage(task) == "cancelled"


def test_a_free_task_and_its_part(tasks, page, office, portal):
    unit = office.unit("vhtt")
    assert page(unit, "give-task", "truongphong-vhtt").status == 200
    answer = page(
        unit,
        "give-task",
        "truongphong-vhtt",
        post=True,
        text="Kiểm kê thiết bị",
        lead="cv1-vhtt",
        due=f"{in_days(9):%d/%m/%Y}",
        checklist="Một\nHai",
    )
    assert answer.status == 303, answer.text
    task = portal.unrestrictedTraverse(answer.location.partition("/plone/")[2])
    assert [one.text for one in task.checklist] == ["Một", "Hai"]
    late = page(
        task,
        "give-task",
        "truongphong-vhtt",
        post=True,
        text="Kho",
        lead="cv2-vhtt",
        due=f"{in_days(19):%d/%m/%Y}",
    )
    assert late.status == 422


def test_tasks_of_a_case_file_stand_on_its_page(tasks, page, office):
    case_file = Files(office).open()
    task = tasks.give(case_file, "cv1-vhtt", lead="cv1-vhtt")
    shown = page(case_file, "view", "cv1-vhtt")
    assert task.getId() in shown.html
    assert "@@give-task" in shown.html


def test_completions(tasks, page, office):
    view = office.body.restrictedTraverse
    with as_user("chutich"):
        found = view("@@task-completions")
        found.publishTraverse(found.request, "units")
        found.request.form["q"] = "Phòng Nội vụ; văn hóa"
        assert "Phòng Nội vụ; " in found()
        del found.request.form["q"]
