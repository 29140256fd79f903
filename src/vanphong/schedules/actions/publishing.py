"""Acts on a week: compile, approve, publish, publish changes, take back."""

from dataclasses import replace
from typing import Any
from vanphong.calendars import clock
from vanphong.calendars.settings import work_calendar
from vanphong.errors import Conflict
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.ledger import notices
from vanphong.ledger.acts import office_act
from vanphong.organisation.rules import DESK
from vanphong.organisation.rules import MEMBERS
from vanphong.schedules import flow
from vanphong.schedules import rules
from vanphong.schedules import settings
from vanphong.schedules import weeks
from vanphong.schedules.actions import frame


PUBLISHED_TEXT = _("The work schedule of week ${week} is published.")
CHANGED_TEXT = _("The work schedule of week ${week} was adjusted: ${content}")
WITHDRAWN_TEXT = _("The work schedule of week ${week} was withdrawn. ${reason}")


@office_act("compile_week", frame.COMPILE, frame.KEEPERS)
def compile_week(week: Any, note: str = "") -> None:
    """Close the collection and lay the week before those who approve.

    :param note: what those who approve should know; it stands in the trail.
    :raises RuleBroken: while proposals wait for a decision.
    """
    flow.check(week, flow.COLLECTING)
    note = frame.reason_of(note, needed=False)
    open_ = [one for one in week.items if one.state is rules.State.PROPOSED]
    if open_:
        raise RuleBroken(_("${n} proposals wait for a decision first."), n=len(open_))
    flow.move(week, "compile")
    frame.told("compile_week", week, note=note)


@office_act("reopen_week", frame.COMPILE, frame.KEEPERS)
def reopen(week: Any, reason: str = "") -> None:
    """Collect again."""
    flow.check(week, flow.COMPILED, flow.APPROVED, flow.UNPUBLISHED)
    reason = frame.reason_of(reason, needed=False)
    flow.move(week, "reopen")
    week.approved = ""
    frame.write(week)
    frame.told("reopen_week", week, reason=reason)


@office_act("approve_week", frame.APPROVE, frame.APPROVERS)
def approve(week: Any, note: str = "") -> None:
    """Approve the compiled week.

    :param note: why it is approved although people or rooms are taken twice.
    :raises RuleBroken: for conflicts without such a note.
    """
    flow.check(week, flow.COMPILED)
    why = frame.reason_of(note, needed=False)
    if not why:
        check_conflicts(week)
    flow.move(week, "approve")
    week.approved = frame.myself().title
    frame.told("approve_week", week, note=why)


@office_act("publish_week", frame.COMPILE, frame.KEEPERS)
def publish(week: Any, *, note: str = "", replaces_invitation: bool | None = None) -> None:
    """Publish the approved week; those who take part are told.

    :param replaces_invitation: "Lịch này thay thư mời họp"; None takes the setting.
    :raises Conflict: unless it is approved; a week is not published twice.
    """
    flow.check(week, flow.APPROVED)
    note = frame.reason_of(note, needed=False)
    before = week.edition.items if week.edition else ()
    items = rules.next_edition(before, week.items)
    if replaces_invitation is None:
        replaces_invitation = settings.replaces_invitation()
    flow.move(week, "publish")
    put_edition(week, items, note, replaces_invitation)
    to = {token for item in items for token in _told(item)}
    _tell(week, to, PUBLISHED_TEXT, {})
    frame.told("publish_week", week, edition=week.edition.number)


@office_act("republish_week", frame.APPROVE, frame.APPROVERS)
def republish(week: Any, *, note: str = "") -> None:
    """Publish what has changed as an adjusted schedule ("Lịch điều chỉnh lần n").

    Only those are told whom a change concerns.

    :raises Conflict: when it is not published, or nothing has changed.
    """
    flow.check(week, flow.PUBLISHED)
    edition = week.edition
    if not rules.pending(edition.items, week.items):
        raise Conflict(_("Nothing has changed since it was published."))
    note = frame.reason_of(note, needed=False)
    concerned = rules.affected(edition.items, week.items)
    items = rules.next_edition(edition.items, week.items)
    put_edition(week, items, note, edition.replaces_invitation)
    for actor, changed in concerned.items():
        said = {"content": "; ".join(one.content for one in changed)[:300]}
        _tell(week, [_desk(actor)], CHANGED_TEXT, said)
    frame.told("republish_week", week, edition=week.edition.number)


@office_act("unpublish_week", frame.COMPILE, frame.KEEPERS)
def unpublish(week: Any, reason: str) -> None:
    """Take the week off the portal; every edition is kept."""
    flow.check(week, flow.PUBLISHED)
    why = frame.reason_of(reason)
    flow.move(week, "unpublish")
    frame.write(week)
    to = {token for item in week.edition.items for token in _told(item)}
    _tell(week, to, WITHDRAWN_TEXT, {"reason": why})
    frame.told("unpublish_week", week, reason=why)


def check_conflicts(week: Any) -> None:
    """Refuse a week in which people or rooms are taken twice.

    :raises RuleBroken: naming the first.
    """
    found = rules.all_conflicts(week.items, work_calendar())
    hard = [one for some in found.values() for one in some if not one.is_hint]
    if hard:
        raise RuleBroken(
            _("${n} conflicts stand in the schedule, the first: ${who}, “${content}”."),
            n=len(hard) // 2,
            who=hard[0].who,
            content=hard[0].content,
            field="note",
        )


def put_edition(week: Any, items: tuple[rules.Item, ...], note: str, replaces: bool) -> None:
    """Publish these items as the next edition; what is worked on gets their sequence."""
    number = len(week.editions)
    by = week.approved or frame.myself().title
    new = rules.Edition(number, items, clock.now(), by, note, replaces)
    week.editions = (*week.editions, new)
    sequences = {one.uid: one.sequence for one in items}
    week.items = tuple(
        replace(one, sequence=sequences.get(one.uid, one.sequence)) for one in week.items
    )
    frame.write(week)


def _told(item: rules.Item) -> set[str]:
    return {_desk(one.token) for one in item.people}


def _desk(token: str) -> str:
    """Who of a unit is told: its heads and clerks, as if a letter had come."""
    function, colon, uid = token.partition(":")
    return f"{DESK}:{uid}" if colon and function == MEMBERS else token


def _tell(week: Any, to: Any, text: str, said: dict[str, str]) -> None:
    url = f"{weeks.schedule_of(week).absolute_url()}/@@week/{week.year}/{week.number}"
    mapping = {"week": str(week.number), **said}
    notices.tell(to, "schedule", week.UID(), text, mapping, url=url, key=f"week {week.UID()}")
