"""POST @schedule-act/<name>: the acts on a schedule; on the folder, the secret address."""

from base64 import b64decode
from binascii import Error
from collections.abc import Callable
from vanphong.calendars import clock
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger.services import ActService
from vanphong.ledger.services import NamedActService
from vanphong.schedules import actions
from vanphong.schedules import rules
from vanphong.schedules import weeks
from vanphong.schedules.services import shown
from vanphong.ui.given import Given


def _week(schedule, body: Given):
    """The week that is meant.

    :raises InvalidInput: when nobody has put down anything for it.
    """
    found = weeks.find(schedule, _which(body))
    if found is None:
        raise InvalidInput(_("Nothing is put down for this week yet."), field="number")
    return found


def _which(body: Given) -> rules.Week:
    now = rules.week_of(clock.today())
    return rules.Week(body.whole("year", now.year), body.whole("number", now.number))


def _item(body: Given) -> dict:
    raw = body.values.get("item")
    if not isinstance(raw, dict):
        raise InvalidInput(_("Send the item as an object."), field="item")
    return raw


def _propose(schedule, body: Given):
    which = _which(body)
    return actions.propose(schedule, which.year, which.number, _item(body))


def _copy(schedule, body: Given):
    which = _which(body)
    return actions.copy_week(schedule, which.year, which.number, body.text("source"))


def _import(schedule, body: Given):
    try:
        data = b64decode(body.text("data"), validate=True)
    except (Error, ValueError) as problem:
        raise InvalidInput(_("Send the file in base64."), field="data") from problem
    return actions.import_items(schedule, data)


def _on_week(act: Callable, *names: str) -> Callable:
    return lambda schedule, body: act(_week(schedule, body), *(body.text(name) for name in names))


def _room(schedule, body: Given):
    return actions.save_room(
        schedule,
        body.text("title"),
        room_id=body.text("room"),
        capacity=body.whole("capacity", 0),
        equipment=body.text("equipment"),
        place=body.text("place"),
    )


#: By its name in the address: the act as the trail calls it, and how it is called.
ACTS: dict[str, tuple[str, Callable]] = {
    "propose": ("propose_item", _propose),
    "change": (
        "change_item",
        lambda schedule, body: actions.change(_week(schedule, body), body.text("uid"), _item(body)),
    ),
    "withdraw": ("withdraw_item", _on_week(actions.withdraw, "uid", "reason")),
    "accept": ("accept_item", _on_week(actions.accept, "uid")),
    "refuse": ("refuse_item", _on_week(actions.refuse, "uid", "reason")),
    "cancel": ("cancel_item", _on_week(actions.cancel, "uid", "reason")),
    "copy-week": ("copy_week", _copy),
    "add-recurring": (
        "add_recurring",
        lambda schedule, body: actions.add_recurring(
            schedule,
            _item(body),
            every=body.text("every"),
            until=body.text("until"),
            skip=body.text("skip"),
        ),
    ),
    "import": ("import_items", _import),
    "compile": ("compile_week", _on_week(actions.compile_week, "note")),
    "reopen": ("reopen_week", _on_week(actions.reopen, "reason")),
    "approve": ("approve_week", _on_week(actions.approve, "note")),
    "publish": (
        "publish_week",
        lambda schedule, body: actions.publish(
            _week(schedule, body),
            note=body.text("note"),
            replaces_invitation=(
                body.flag("replaces_invitation") if "replaces_invitation" in body else None
            ),
        ),
    ),
    "republish": (
        "republish_week",
        lambda schedule, body: actions.republish(_week(schedule, body), note=body.text("note")),
    ),
    "unpublish": ("unpublish_week", _on_week(actions.unpublish, "reason")),
    "save-room": ("save_room", _room),
    "retire-room": (
        "retire_room",
        lambda schedule, body: actions.retire_room(schedule, body.text("room")),
    ),
    "save-reception-rule": (
        "save_reception_rule",
        lambda schedule, body: actions.save_reception_rule(
            schedule, body.values, rule_id=body.text("rule")
        ),
    ),
    "remove-reception-rule": (
        "remove_reception_rule",
        lambda schedule, body: actions.remove_reception_rule(schedule, body.text("rule")),
    ),
    "substitute-reception": (
        "substitute_reception",
        lambda schedule, body: actions.substitute_reception(
            schedule,
            body.text("rule"),
            rules.read_day(body.text("day"), "day"),
            who=body.text("who"),
            position=body.text("position"),
            reason=body.text("reason"),
        ),
    ),
}


class ActPost(NamedActService):
    """Do one act on the schedule; ``year`` and ``number`` name the week."""

    acts = ACTS

    def done(self, made):
        """What was made or changed, and the week as it is now."""
        if isinstance(made, rules.Item):
            return {"item": shown.item(made, self.request)}
        if isinstance(made, tuple):
            return {"items": [shown.item(one, self.request) for one in made]}
        if isinstance(made, rules.Room):
            return {"room": shown.room(made)}
        if isinstance(made, rules.ReceptionRule):
            return {"rule": {"id": made.id, "who": shown.who(made.who)}}
        return shown.week(self.context, _which(self.body), self.request)


class AddressPost(ActService):
    """POST @my-calendar-address: a new secret address; the one before leads nowhere."""

    act = "renew_address"

    def perform(self):
        """The address, told this once."""
        return {"address": actions.renew_address(self.context, self.body.text("present"))}
