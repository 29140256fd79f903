"""The dialogs of a template's page: into force, out of force, an old version again."""

from datetime import date
from vanphong import _
from vanphong.ui import format as fmt


#: Names of inputs by what the button does, so that a refusal brings back only its own.
NAMES = {
    "apply": ("reason", "valid_from"),
    "retire": ("retire_reason", "day"),
    "restore": ("restore_reason",),
}


def into_force(today: date) -> dict:
    """From which day, and why."""
    return {
        "id": "apply",
        "title": _("Put the draft into force"),
        "fields": [
            _day("valid_from", _("In force from"), today),
            _reason("reason", _("What changes, and by which decision")),
        ],
        "note": _(
            "Documents submitted from that day on take it. Those on their way keep the version "
            "that they began with."
        ),
        "button": _("Put into force"),
    }


def out_of_force(today: date) -> dict:
    """From which day, and why."""
    return {
        "id": "retire",
        "title": _("Take the route out of force"),
        "fields": [
            _day("day", _("The first day without it"), today),
            _reason("retire_reason", _("Reason")),
        ],
        "note": _(
            "Documents on their way keep it to their end; new ones take the next route that fits."
        ),
        "button": _("Take out of force"),
    }


def again(version: int) -> dict:
    """Why an old version holds again."""
    return {
        "id": "restore",
        "title": _("Put version ${n} into force again", mapping={"n": version}),
        "fields": [_reason("restore_reason", _("Reason"))],
        "version": version,
        "note": _(
            "It becomes the newest version and holds from today. Documents on their way keep the "
            "version that they began with."
        ),
        "button": _("Put into force"),
    }


def _day(name: str, label, day: date) -> dict:
    return {
        "name": name,
        "label": label,
        "kind": "date",
        "width": 12,
        "value": fmt.full_date(day),
        "required": True,
    }


def _reason(name: str, label) -> dict:
    return {
        "name": name,
        "label": label,
        "kind": "textarea",
        "rows": 2,
        "width": 12,
        "maxlength": 500,
        "required": True,
    }
