"""Every act on work schedules: done, and refused by a rule. See tests/site/guards."""

from datetime import date
from tests.schedule_office import MONDAY
from tests.schedule_office import NEXT
from tests.schedule_office import Planner
from vanphong.schedules import weeks


WHEN = (NEXT.year, NEXT.number)

RAW = {"content": "Họp giao ban", "day": MONDAY, "start": "8:00"}

LATE = {**RAW, "day": "2024-12-30"}

ICS = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:H\r\n"
    b"DTSTART:20240820T083000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)

RULE = {"who": "chutich", "month_days": "15, 25"}

RECEPTION = date(2024, 8, 15)


def schedule(office):
    """The schedule of the body."""
    return Planner(office).schedule


def stage(made):
    """A week of next week as a method of the planner leaves it."""

    def week(office):
        planner = Planner(office)
        getattr(planner, made)()
        return planner.week

    return week


def kept(office):
    """A week with an item of the Office."""
    planner = Planner(office)
    planner.propose("chanhvp")
    return planner.week


def changed(office):
    """A published week with a change."""
    planner = Planner(office)
    week = planner.published()
    planner.do("change", "chanhvp", week, week.items[0].uid, {"start": "9:00"})
    return week


def given(*args, **more):
    """Arguments that depend on nothing."""
    return lambda office, context: (args, more)


def its_item(*args):
    """UID of the first item, and more."""
    return lambda office, week: ((week.items[0].uid, *args), {})


def rule(day, **more):
    """The first rule of the sample on a day."""
    return lambda office, context: ((context.reception_rules[0].id, day), more)


#: Act: person, stage, arguments for which it is done, arguments for which it is refused.
SCHEDULES = {
    "propose_item": (
        "truongphong-vhtt",
        schedule,
        given(*WHEN, RAW),
        given(*WHEN, LATE),
    ),
    "change_item": (
        "truongphong-vhtt",
        stage("propose"),
        its_item({"start": "9:00"}),
        its_item({"start": "9:00", "end": "8:00"}),
    ),
    "withdraw_item": ("truongphong-vhtt", stage("propose"), its_item(), given("khong-co")),
    "accept_item": ("chanhvp", stage("propose"), its_item(), given("khong-co")),
    "refuse_item": ("chanhvp", stage("propose"), its_item("Trùng lịch"), its_item(" ")),
    "cancel_item": ("chanhvp", kept, its_item("Hoãn"), its_item(" ")),
    "compile_week": ("vanthu2", kept, given(), given("x" * 501)),
    "reopen_week": ("vanthu2", stage("compiled"), given(), given("x" * 501)),
    "approve_week": ("chutich", stage("compiled"), given(), given("x" * 501)),
    "publish_week": ("vanthu2", stage("approved"), given(), given(note="x" * 501)),
    "republish_week": ("chanhvp", changed, given(), given(note="x" * 501)),
    "unpublish_week": ("chanhvp", stage("published"), given("Sai"), given(" ")),
    "copy_week": ("chanhvp", schedule, given(*WHEN), given(2024, 40)),
    "add_recurring": (
        "chanhvp",
        schedule,
        given(RAW, every="weekly", until="2024-09-09"),
        given(RAW, every="weekly", until="2024-08-01"),
    ),
    "import_items": ("truongphong-vhtt", schedule, given(ICS), given(b"GIF89a")),
    "save_room": ("chanhvp", schedule, given("Phòng 9"), given(" ")),
    "retire_room": ("chanhvp", schedule, given("phong-hop-so-1"), given("khong-co")),
    "save_reception_rule": ("chanhvp", schedule, given(RULE), given({"who": "chutich"})),
    "remove_reception_rule": (
        "chanhvp",
        schedule,
        lambda office, context: ((context.reception_rules[0].id,), {}),
        given("khong-co"),
    ),
    "substitute_reception": (
        "chanhvp",
        schedule,
        rule(RECEPTION, who="pct-vanxa"),
        rule(date(2024, 8, 16), who="pct-vanxa"),
    ),
    "renew_address": ("cv1-vhtt", lambda office: weeks.folder(), given(), given("khac"), ""),
}
