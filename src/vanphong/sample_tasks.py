"""Tasks of the sample body: those of notice 186/TB-UBND, free ones, and what is said of them."""

from contextlib import contextmanager
from datetime import datetime
from datetime import timedelta
from plone import api
from vanphong.calendars import clock
from vanphong.calendars.rules import add_working_days
from vanphong.calendars.settings import work_calendar
from vanphong.discussion import actions as discussion
from vanphong.ledger import case_files
from vanphong.ledger import documents
from vanphong.organisation import people
from vanphong.routing import actions as routing
from vanphong.routing.sheet import steps_of
from vanphong.tasks import actions
from vanphong.tasks import places


#: Free tasks: who gives, where, what, who leads, working days, checklist.
FREE = (
    (
        "pct-kinhte",
        "ubnd",
        "Chuẩn bị báo cáo sơ kết thu chi ngân sách 8 tháng để trình Hội đồng nhân dân huyện",
        "tckh",
        4,
        ("Thu số liệu các xã, thị trấn", "Xin ý kiến các phòng", "Trình dự thảo"),
    ),
    (
        "truongphong-tnmt",
        "tnmt",
        "Kiểm kê máy đo đạc, máy trạm cấp cho các xã trước khi lập kế hoạch sử dụng đất",
        "cv2-tnmt",
        2,
        ("Lập biểu mẫu", "Gửi các xã", "Tổng hợp"),
    ),
    (
        "truongphong-tnmt",
        "tnmt",
        "Dự thảo kế hoạch tập huấn “cầm tay chỉ việc” cho công chức địa chính cấp xã",
        "cv1-tnmt",
        6,
        (),
    ),
)

NOTICE = "186/TB-UBND"


def play(body, units: dict, present: datetime) -> None:
    """Give the free tasks yesterday, work on the first ones; comment on the notice."""
    clock.freeze(present - timedelta(minutes=70))
    made = [_give(units, *one) for one in FREE]
    clock.freeze(present - timedelta(minutes=50))
    inventory = made[1]
    with _as("cv2-tnmt"):
        actions.tick_item(inventory, inventory.checklist[0].uid)
        actions.note_progress(inventory, percent=30, note="Đã gửi biểu mẫu cho 9 xã.")
    with _as("truongphong-tckh"):
        routing.receive(made[0], _lead(made[0]).uid)
        actions.give_task(
            made[0],
            text="Thu số liệu thu chi của các xã, thị trấn",
            lead="cv1-tckh",
            due=add_working_days(work_calendar(), clock.now(), 2),
        )
    _in_a_file(body, present)
    _talk(body, present)
    clock.freeze(present)


def _give(units: dict, by: str, unit: str, text: str, lead: str, days: int, checklist):
    with _as(by):
        return actions.give_task(
            units[unit],
            text=text,
            lead=units[lead].UID() if lead in units else lead,
            due=add_working_days(work_calendar(), clock.now(), days),
            checklist=checklist,
        )


def _in_a_file(body, present: datetime) -> None:
    """A task in the first file of the clerk."""
    clock.freeze(present - timedelta(minutes=45))
    filters = case_files.Filters(body_uid=body.UID(), maker="vanthu")
    rows = case_files.listed(None, filters).rows
    for row in rows[:1]:
        with _as("vanthu"):
            case_file = api.portal.get().unrestrictedTraverse(row["path"])
            actions.give_task(
                case_file,
                text="Rà soát, bổ sung tài liệu còn thiếu trước khi kết thúc hồ sơ",
                lead="vanthu",
                due=add_working_days(work_calendar(), clock.now(), 10),
            )


def _talk(body, present: datetime) -> None:
    """Two comments on the notice."""
    row = documents.named("in", NOTICE)
    notice = None if row is None else places.by_uid(row["document_uid"])
    if notice is None:
        return
    clock.freeze(present - timedelta(minutes=40))
    with _as("cv1-vhtt"):
        discussion.comment(
            notice,
            text="Lộ trình của huyện Tuy Phước chia ba đợt. Về đợt hai: "
            "có nên làm các xã cùng lúc?",
        )
    clock.freeze(present - timedelta(minutes=30))
    with _as("truongphong-vhtt"):
        discussion.comment(notice, text="Nên làm thử ba xã trước, rồi mới mở rộng.")


def _lead(task):
    return next(one for one in reversed(steps_of(task)) if one.action == "lead")


@contextmanager
def _as(user_id: str):
    with api.env.adopt_user(username=user_id):
        people.forget()
        yield
    people.forget()
