"""One right and one wrong way of every act of tasks and discussions."""

from tests.office import as_user
from tests.task_office import Tasks
from tests.task_office import in_days
from vanphong.discussion import actions as discussion


def arguments(*args, **more):
    return lambda office, context: (args, more)


def given(office):
    return Tasks(office).give()


def assigned(office):
    return Tasks(office).assigned()


def with_checklist(office):
    return Tasks(office).assigned(checklist=["Khảo sát"])


def returned(office):
    task = given(office)
    step = office.step(task, "lead")
    office.do("hand_back", task, step, "truongphong-vhtt", reason="Không đúng chức năng.")
    return task


def commented(office):
    task = assigned(office)
    with as_user("cv1-vhtt"):
        discussion.comment(task, text="Đang làm.")
    return task


def unit_lead(name, **more):
    return lambda office, context: ((), {"lead": office.uid(name), **more})


def first_lines(count, **more):
    def lines(office, document):
        found = Tasks(office).lines(document, **more)[:count]
        return (found,), {}

    return lines


def first_item(office, task):
    return (task.checklist[0].uid,), {}


TASKS = {
    "give_task": (
        "truongphong-vhtt",
        lambda office: office.unit("vhtt"),
        lambda office, context: (
            (),
            {"text": "Kiểm kê", "lead": "cv1-vhtt", "due": in_days(3)},
        ),
        arguments(text=" ", lead="cv1-vhtt"),
    ),
    "give_conclusions": (
        "pct-vanxa",
        lambda office: Tasks(office).notice(),
        first_lines(2),
        first_lines(2, leads=()),
    ),
    "give_task_anew": ("chutich", returned, unit_lead("noivu"), unit_lead("khong-co")),
    "cancel_task": (
        "chutich",
        assigned,
        arguments(reason="Không cần nữa."),
        arguments(reason=" "),
    ),
    "note_progress": (
        "cv1-vhtt",
        assigned,
        arguments(percent=20, note="Đã khảo sát."),
        arguments(percent=120, note="Đã khảo sát."),
    ),
    "change_checklist": (
        "cv1-vhtt",
        assigned,
        arguments(["Một", "Hai"]),
        arguments(["Một", "Một"]),
    ),
    "tick_item": ("cv1-vhtt", with_checklist, first_item, arguments("khong-co")),
    "link_reply": ("cv1-vhtt", assigned, arguments("1210/UBND-VX"), arguments("9/KHONG")),
    "discuss": ("cv1-vhtt", assigned, arguments(text="Đang làm."), arguments(text=" ")),
    "withdraw_comment": ("cv1-vhtt", commented, arguments(1), arguments(7)),
}
