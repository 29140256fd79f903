"""The sample body: units, accounts, registers and documents for trying the office out.

Everything is read from the files of the ``sample`` profile. Names are invented, people
are named by their position. Documents go the way a clerk, a leader and a unit would take
them, each act under the account of the person who does it.
"""

from collective.workspace.interfaces import IWorkspace
from contextlib import contextmanager
from datetime import datetime
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from plone import api
from plone.dexterity.utils import createContent
from vanphong import sample_casefiles
from vanphong import sample_casefiles_archive
from vanphong import sample_invitations
from vanphong import sample_outgoing
from vanphong import sample_portal
from vanphong import sample_schedules
from vanphong import sample_tasks
from vanphong.attachments.actions import accept
from vanphong.calendars import clock
from vanphong.calendars.rules import add_working_days
from vanphong.calendars.rules import is_working_day
from vanphong.calendars.rules import sessions_on
from vanphong.calendars.settings import work_calendar
from vanphong.directives import actions as directives
from vanphong.documents.interfaces import IDocumentSettings
from vanphong.incoming import actions as incoming
from vanphong.organisation import people
from vanphong.organisation.actions import delegate
from vanphong.organisation.rules import LEADERS
from vanphong.routing import actions as routing
from vanphong.routing import sheet as sheets
from vanphong.setuphandlers import ORGANISATION
import json
import os


DATA = Path(__file__).parent / "profiles" / "sample"

#: Known to everybody who reads this: for trying out only.
PASSWORD = os.environ.get("VANPHONG_SAMPLE_PASSWORD", "VanPhong-2026")


def install(context=None):
    """Make the sample body, unless there are units already."""
    organisation = api.portal.get()[ORGANISATION]
    if organisation.objectIds():
        return
    registry_phrases()
    tree = _load("units.json")
    units: dict[str, object] = {}
    for unit in tree if isinstance(tree, list) else [tree]:
        _unit(organisation, unit, units)
    for person in _load("people.json"):
        _person(person, units)
    body = next(iter(units.values()))
    open_registers(body)
    play(body, units)


def registry_phrases():
    """The directive phrases of the sample body."""
    phrases = _load("quick_phrases.json")
    api.portal.set_registry_record("quick_phrases", phrases, interface=IDocumentSettings)


def open_registers(body):
    """Registers of the present year for incoming and outgoing documents."""
    year = str(clock.today().year)
    for direction, name, title in (
        ("in", "so-den", "Sổ văn bản đến"),
        ("out", "so-di", "Sổ văn bản đi"),
    ):
        book = createContent(
            "Register",
            title=f"{title} {body.short_name or body.title}, năm {year}",
            direction=direction,
            period=year,
            opening_number=1171 if direction == "in" else 1,
        )
        book.id = f"{name}-{year}"
        body._setObject(book.id, book)


def play(body, units):
    """Take the sample documents as far as their file says, the oldest first."""
    documents = _load("documents.json")
    documents.sort(key=lambda one: -one["arrived_working_days_ago"])
    present = clock.now()
    try:
        hand_on(body, present)
        for number, one in enumerate(documents):
            _play_one(body, units, one, number, present)
        sample_outgoing.play(units, present)
        sample_casefiles.play(body, units, present)
        sample_casefiles_archive.play(body, units, present)
        sample_schedules.play(body, units, present)
        sample_tasks.play(body, units, present)
        sample_portal.settings(units)
        sample_portal.play(body, present)
        sample_invitations.play(units, present)
    finally:
        clock.freeze(None)


def hand_on(body, present: datetime) -> None:
    """Enter the delegations of the sample body, each on its first day if that is past."""
    for one in _load("delegations.json"):
        first, last = (one.pop(name) for name in ("first_day", "last_day"))
        start = present + timedelta(days=first)
        clock.freeze(min(present, start))
        end = None if last is None else (present + timedelta(days=last)).date()
        with api.env.adopt_roles(["Manager"]):
            delegate(body, valid_from=start.date(), valid_to=end, **one)
    clock.freeze(present)


@contextmanager
def acting_as(user_id: str):
    """Act under one of the sample accounts."""
    people.forget()
    with api.env.adopt_user(username=user_id):
        yield


def _load(name: str):
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def _day(text):
    return datetime.strptime(text, "%Y-%m-%d").date() if text else None


def _unit(parent, data: dict, units: dict) -> None:
    unit = createContent(
        "Unit",
        title=data["title"],
        short_name=data.get("short"),
        kind=data["kind"],
        symbol_code=data.get("symbol_code"),
        organ_id=data.get("organ_id"),
        level=data.get("level"),
        valid_from=_day(data.get("valid_from")),
        valid_to=_day(data.get("valid_to")),
        activated_on=_day(data.get("valid_from")),
        regime=data.get("regime", "one-head"),
        collective_name=data.get("collective"),
        has_account=data.get("has_account", True),
        has_seal=data.get("has_seal", False),
        place=data.get("place"),
    )
    unit.id = data["id"]
    parent._setObject(unit.id, unit)
    units[unit.id] = parent[unit.id]
    for child in data.get("children", ()):
        _unit(units[unit.id], child, units)


def _person(data: dict, units: dict) -> None:
    if api.user.get(userid=data["user_id"]) is None:
        api.user.create(
            username=data["user_id"],
            email=f"{data['user_id']}@example.vn",
            password=PASSWORD,
            properties={"fullname": data["fullname"]},
        )
    for place in data["units"]:
        groups = set(place["groups"]) - {"Members"}
        IWorkspace(units[place["unit"]]).add_to_team(
            user=data["user_id"],
            groups=groups,
            position=place["position"],
            rank=place.get("rank", ""),
            fields=tuple(place.get("fields", ())),
        )


def _arrival(days: int, number: int, present: datetime) -> datetime:
    """A moment in the morning of a working day so many working days back."""
    cal = work_calendar()
    day = present.date()
    while days > 0 or not is_working_day(cal, day):
        day -= timedelta(days=1)
        if is_working_day(cal, day):
            days -= 1
    start, _end = sessions_on(cal, day)[0]
    return min(start + timedelta(minutes=10 + 5 * (number % 20)), present)


def _play_one(body, units, one: dict, number: int, present: datetime) -> None:
    arrived = _arrival(one["arrived_working_days_ago"], number, present)
    clock.freeze(arrived)
    raw = dict(one)
    if "issued_days_before" in one:
        back = timedelta(days=one["issued_days_before"])
        raw["issued_date"] = (arrived - back).date().isoformat()
    progress = one["progress"]
    scan = DATA / "scans" / Path(one["scan"]).name
    with acting_as("vanthu"):
        files = [accept(_file_name(one, scan), BytesIO(scan.read_bytes()), role="main")]
        if progress == "awaiting":
            incoming.arrive(body, raw, files)
            return
        document = incoming.register(body, raw, files)
        if progress == "registered":
            return
        clock.advance(timedelta(minutes=20))
        _present(body, document, one)
    if progress == "presented":
        return
    clock.freeze(min(arrived + timedelta(hours=1), present))
    _direct(document, units, one)
    if progress in ("in-process", "finished"):
        clock.freeze(min(arrived + timedelta(hours=2), present))
        _carry_out(document, one, finished=progress == "finished", present=present)


def _file_name(one: dict, scan: Path) -> str:
    name = one.get("symbol") or one["subject"][:40].strip()
    return f"{name.replace('/', '-')}{scan.suffix}"


def _present(body, document, one: dict) -> None:
    directive = one.get("directive") or {}
    to = directive.get("by") or one.get("present_to")
    choices = [actor for actor, _title in incoming.leaders_to_present_to(body)]
    incoming.present(document, to if to in choices else choices[0])


def _direct(document, units, one: dict) -> None:
    directive = one["directive"]
    waiting = sheets.rules.awaiting_direction(sheets.steps_of(document))
    author = directive["by"]
    if waiting.actor.startswith(LEADERS):
        author = "chanhvp"
    due = directive.get("due_working_days")
    with acting_as(author):
        directives.issue(
            document,
            text=directive["text"],
            lead=units[directive["lead"]].UID(),
            coordinators=[units[name].UID() for name in directive.get("coordinators", ())],
            inform=[units[name].UID() for name in directive.get("inform", ())],
            due=None if due is None else add_working_days(work_calendar(), clock.now(), due),
        )


def _carry_out(document, one: dict, *, finished: bool, present: datetime) -> None:
    lead = one["directive"]["lead"]
    step = sheets.rules.leading(sheets.steps_of(document))
    worker = one["assign_to"]
    with acting_as(_head(lead)):
        routing.receive(document, step.uid)
        child = routing.assign(document, step.uid, person=worker)
    if finished:
        clock.freeze(min(clock.now() + timedelta(hours=3), present))
        with acting_as(worker):
            routing.finish(document, child.uid, result=one.get("result") or "Đã thực hiện xong.")


def _head(unit_id: str) -> str:
    """The first leader that the file names for a unit."""
    for person in _load("people.json"):
        for place in person["units"]:
            if place["unit"] == unit_id and LEADERS in place["groups"]:
                return person["user_id"]
    raise LookupError(f"people.json names no leader of {unit_id}")
