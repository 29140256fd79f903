"""The inputs of one item."""

from vanphong import _
from vanphong.schedules import known
from vanphong.schedules import rules
from vanphong.schedules import words


#: Free texts that stand beside what is picked; joined to it when the form is sent.
OTHERS = {"chairs": "chairs_other", "participants": "participants_other"}

#: What the form sends, as ``rules.read_item`` takes it.
TEXTS = (
    "content",
    "day",
    "start",
    "end",
    "session",
    "room",
    "place",
    "preparer",
    "invited_by",
    "office_leader",
    "specialist",
    "kind",
    "visibility",
    "branches",
    "separate_invitation",
    "note",
)


def typed(form) -> dict[str, object]:
    """What was typed, as ``rules.read_item`` takes it; a room brings its place."""
    found: dict[str, object] = {name: form.text(name) for name in TEXTS}
    for name, other in OTHERS.items():
        found[name] = [*form.texts(name), form.text(other)]
    if found["room"]:
        del found["place"]
    return found


def fields(schedule, item: rules.Item | None, more: dict) -> list[dict]:
    """All inputs; ``more`` are values that a new item begins with."""
    one = item or rules.Item("", content="", **more)
    people, units = _groups(schedule)
    return [
        _text("content", _("Business"), one.content, kind="textarea", required=True, rows=2),
        _text("day", _("Day"), f"{one.day:%d/%m/%Y}", kind="date", width=3, required=True),
        _text("start", _("Starts at"), _time(one.start), width=2, placeholder="8:00", maxlength=10),
        _text("end", _("Ends at"), _time(one.end), width=2, placeholder="10:00", maxlength=10),
        _choice("session", _("Session"), one.session, words.SESSIONS, width=5),
        _pick("chairs", _("Chair"), one.chairs, [people]),
        _text(OTHERS["chairs"], _("Chair from outside"), _free(one.chairs), width=6),
        _pick("participants", _("Participants"), one.participants, [units, people]),
        _text(
            OTHERS["participants"],
            _("Other participants"),
            _free(one.participants),
            kind="textarea",
            help=_("One per line; units and people of the body are recognised by their names."),
            rows=2,
        ),
        _room(schedule, one),
        _text("place", _("Place"), "" if one.room else one.place, width=6),
        _text("preparer", _("Prepared by"), one.preparer.title, width=6),
        _text("invited_by", _("Invited by"), one.invited_by, width=6),
        _text(
            "office_leader",
            _("Leader of the Office who goes along"),
            one.office_leader.title,
            width=6,
        ),
        _text("specialist", _("Specialist of the Office"), one.specialist.title, width=6),
        _choice("kind", _("Kind of work"), one.kind, words.KINDS, width=6, kind="select"),
        _choice(
            "visibility",
            _("Who may see it"),
            one.visibility,
            words.VISIBILITIES,
            width=6,
            kind="select",
        ),
        _text(
            "branches",
            _("Places that join online"),
            "\n".join(one.branches),
            kind="textarea",
            rows=2,
        ),
        {
            "name": "separate_invitation",
            "label": _("Invitation"),
            "kind": "checks",
            "width": 12,
            "value": ["1"] if one.separate_invitation else [],
            "options": [("1", _("A separate invitation goes out"))],
        },
        _text("note", _("Note"), one.note, kind="textarea", rows=2),
    ]


def recurring_fields() -> list[dict]:
    """Inputs by which an item comes again."""
    every = [("", _("Once")), ("weekly", _("Every week")), ("monthly", _("Every month"))]
    return [
        {
            "name": "every",
            "label": _("Comes again"),
            "kind": "radio",
            "width": 6,
            "value": "",
            "options": every,
        },
        _text("until", _("until"), "", kind="date", width=4),
        _text("skip", _("except on (dd/mm/yyyy)"), "", width=6),
    ]


def _groups(schedule) -> tuple[dict, dict]:
    titles = known.titles(schedule)
    people = [(key, title) for key, title in titles.items() if ":" not in key]
    units = [(key, title) for key, title in titles.items() if ":" in key]
    return (
        {"id": "people", "title": _("People"), "options": _options(people)},
        {"id": "units", "title": _("Units"), "options": _options(units)},
    )


def _options(pairs) -> list[dict]:
    return [{"value": value, "title": title} for value, title in pairs]


def _pick(name: str, label, chosen, groups: list[dict]) -> dict:
    return {
        "name": name,
        "label": label,
        "many": True,
        "value": [one.token for one in chosen if one.token],
        "prompt": _("Nobody chosen"),
        "groups": groups,
    }


def _room(schedule, item: rules.Item) -> dict:
    offered = [one for one in schedule.rooms if not one.retired or one.id == item.room]
    options = [("", _("Elsewhere"))]
    options += [
        (one.id, f"{one.title} ({one.capacity})" if one.capacity else one.title) for one in offered
    ]
    return {
        "name": "room",
        "label": _("Room"),
        "kind": "select",
        "width": 6,
        "value": item.room,
        "options": options,
    }


def _choice(name: str, label, value, titles: dict, *, width: int, kind: str = "radio") -> dict:
    options = [(str(key), title) for key, title in titles.items()]
    return {
        "name": name,
        "label": label,
        "kind": kind,
        "width": width,
        "value": str(value),
        "options": options,
    }


def _text(name: str, label, value: str, **more) -> dict:
    return {"name": name, "label": label, "width": 12, "value": value, "maxlength": 1000, **more}


def _free(people) -> str:
    return "\n".join(one.title for one in people if not one.token)


def _time(moment) -> str:
    return f"{moment:%H:%M}" if moment else ""
