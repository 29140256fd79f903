"""Acts on the items of a week: propose, change, withdraw, decide, cancel."""

from collections.abc import Mapping
from typing import Any
from vanphong.calendars import clock
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import mark as _
from vanphong.ledger import notices
from vanphong.ledger.acts import office_act
from vanphong.organisation import people
from vanphong.organisation.rules import CLERKS
from vanphong.organisation.rules import DESK
from vanphong.organisation.rules import LEADERS
from vanphong.organisation.rules import token
from vanphong.schedules import flow
from vanphong.schedules import known
from vanphong.schedules import rules
from vanphong.schedules import settings
from vanphong.schedules import viewing
from vanphong.schedules import weeks
from vanphong.schedules.actions import frame


ACCEPTED_TEXT = _("Accepted into the schedule of week ${week}: ${content}")
REFUSED_TEXT = _("Not taken into the schedule of week ${week}: ${content}. ${reason}")


@office_act("propose_item", frame.PROPOSE, frame.PROPOSERS)
def propose(schedule: Any, year: int, number: int, raw: Mapping[str, Any]) -> rules.Item:
    """Put an item down for a week; one of the Office is accepted at once.

    :param raw: see ``rules.read_item``; ``unit`` names the unit when the person has several.
    :raises InvalidInput: for what cannot be read, and an item outside the week.
    :raises Conflict: after the cut-off, for everybody but the Office.
    """
    week = rules.Week(year, number)
    weeks.check_reach(week)
    office = viewing.may(frame.COMPILE, schedule)
    unit = "" if office else _unit(schedule, str(raw.get("unit") or ""))
    stored = weeks.find(schedule, week)
    if not office:
        check_open(week, stored)
    new = rules.Item(
        uid=frame.new_uid(),
        day=week.first,
        session=rules.Session.MORNING,
        content="",
        state=rules.State.ACCEPTED if office else rules.State.PROPOSED,
        unit=unit,
        proposed_by=frame.myself(),
    )
    item = rules.read_item({"day": None, **raw}, known.known(schedule, week), new)
    stored = weeks.get_or_make(schedule, week)
    frame.put(stored, item)
    frame.told("propose_item", stored, item=item.uid, unit=unit)
    return item


@office_act("change_item", frame.PROPOSE, frame.PROPOSERS)
def change(week: Any, uid: str, raw: Mapping[str, Any]) -> rules.Item:
    """Change an item: one's own proposal until the cut-off, the Office any of them.

    What is published stays as it is until the change is published, see ``republish``.

    :param raw: the values to change; what is left out stays.
    """
    item = frame.item_of(week, uid)
    _check_mine(week, item)
    frame.check_changeable(item)
    schedule = weeks.schedule_of(week)
    changed = rules.read_item(raw, known.known(schedule, week.week), item)
    if changed == item:
        raise Conflict(_("Nothing was changed."))
    frame.put(week, changed)
    frame.told("change_item", week, item=uid)
    return changed


@office_act("withdraw_item", frame.PROPOSE, frame.PROPOSERS)
def withdraw(week: Any, uid: str, reason: str = "") -> rules.Item:
    """Take back one's own proposal while it is not decided."""
    item = frame.item_of(week, uid)
    _check_mine(week, item)
    if item.state is not rules.State.PROPOSED:
        raise Conflict(_("Only a proposal that is not decided can be withdrawn."))
    gone = frame.with_state(item, rules.State.WITHDRAWN, frame.reason_of(reason, needed=False))
    frame.put(week, gone)
    frame.told("withdraw_item", week, item=uid)
    return gone


@office_act("accept_item", frame.COMPILE, frame.KEEPERS)
def accept(week: Any, uid: str) -> rules.Item:
    """Take a proposal into the schedule; its unit is told."""
    item = _proposed(week, uid)
    accepted = frame.with_state(item, rules.State.ACCEPTED)
    frame.put(week, accepted)
    _tell(week, item, ACCEPTED_TEXT, "")
    frame.told("accept_item", week, item=uid)
    return accepted


@office_act("refuse_item", frame.COMPILE, frame.KEEPERS)
def refuse(week: Any, uid: str, reason: str) -> rules.Item:
    """Leave a proposal out of the schedule, with the reason; its unit is told."""
    item = _proposed(week, uid)
    why = frame.reason_of(reason)
    refused = frame.with_state(item, rules.State.REFUSED, why)
    frame.put(week, refused)
    _tell(week, item, REFUSED_TEXT, why)
    frame.told("refuse_item", week, item=uid, reason=why)
    return refused


@office_act("cancel_item", frame.COMPILE, frame.KEEPERS)
def cancel(week: Any, uid: str, reason: str) -> rules.Item:
    """Cancel an item. What was published stays to be read, struck through."""
    item = frame.item_of(week, uid)
    if item.state is not rules.State.ACCEPTED:
        raise Conflict(_("Only an item that is in the schedule can be cancelled."))
    why = frame.reason_of(reason)
    edition = week.edition
    was_read = edition is not None and any(one.uid == uid for one in edition.items)
    state = rules.State.CANCELLED if was_read else rules.State.WITHDRAWN
    cancelled = frame.with_state(item, state, why)
    frame.put(week, cancelled)
    frame.told("cancel_item", week, item=uid, reason=why)
    return cancelled


def check_open(week: rules.Week, stored: Any) -> None:
    """Refuse a unit's proposal after the cut-off.

    :raises Conflict: naming the moment, or the state of the week.
    """
    until = settings.cut_off(week)
    if clock.now() > until:
        raise Conflict(
            _("Proposals for week ${number} were taken until ${until}. Ask the Office."),
            number=week.number,
            until=until,
        )
    if stored is not None:
        flow.check(stored, flow.COLLECTING)


def may_change(week: Any, item: rules.Item) -> bool:
    """Whether the current person could change an item now."""
    try:
        _check_mine(week, item)
        frame.check_changeable(item)
    except (NotAllowed, Conflict):
        return False
    return True


def _check_mine(week: Any, item: rules.Item) -> None:
    """The Office changes any item, a unit its own proposal until the cut-off."""
    if viewing.may(frame.COMPILE, week):
        return
    if not item.unit or item.unit not in my_units(weeks.schedule_of(week)):
        raise NotAllowed(_("Only ${who} may do this here."), who=frame.KEEPERS)
    if item.state is not rules.State.PROPOSED:
        raise Conflict(_("The Office has decided about this proposal already."))
    check_open(week.week, week)


def my_units(schedule: Any) -> list[str]:
    """UIDs of the units of the body for which the person proposes, in tree order."""
    body = weeks.body_of(schedule)
    inside = [one.uid for one in known.units(schedule)]
    if body is not None:
        inside.append(body.UID())
    mine = {one.unit_uid for one in people.me().positions if one.functions & {LEADERS, CLERKS}}
    return [uid for uid in inside if uid in mine]


def _unit(schedule: Any, wanted: str) -> str:
    mine = my_units(schedule)
    if wanted and wanted not in mine:
        raise InvalidInput(_("You do not propose for this unit."), field="unit")
    return wanted or next(iter(mine), "")


def _proposed(week: Any, uid: str) -> rules.Item:
    item = frame.item_of(week, uid)
    if item.state is not rules.State.PROPOSED:
        raise Conflict(_("This proposal was decided already."))
    return item


def _tell(week: Any, item: rules.Item, text: str, reason: str) -> None:
    to = [token(DESK, item.unit)] if item.unit else [item.proposed_by.token]
    said = {"week": str(week.number), "content": item.content, "reason": reason}
    url = f"{weeks.schedule_of(week).absolute_url()}/@@week/{week.year}/{week.number}"
    notices.tell(to, "schedule", week.UID(), text, said, url=url, key=f"item {item.uid}")
