"""Units and people typed by their short names: quick on the keyboard, without a script."""

from vanphong import _
from vanphong.calendars import clock
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.organisation import directory
from vanphong.tasks.rules.units import plain


def choices(body, *, people: bool = False) -> list[tuple[str, str, str]]:
    """(UID or user id, name as it is typed, what it is) of all that may be named."""
    found = [(one.uid, one.short, one.title) for one in directory.units(body.UID(), clock.today())]
    if people:
        found += [(one.user_id, one.title, one.fullname) for one in directory.staff(body)]
    return found


def names_in(text: str, body, field: str, *, people: bool = False) -> list[str]:
    """The UIDs and user ids of names between semicolons.

    :raises InvalidInput: for a name that nobody or more than one has.
    """
    known: dict[str, set[str]] = {}
    for value, name, more in choices(body, people=people):
        for one in {value, name, more}:
            known.setdefault(plain(one), set()).add(value)
    found = []
    for name in filter(None, (one.strip() for one in text.split(";"))):
        values = known.get(plain(name), set())
        if len(values) != 1:
            raise InvalidInput(
                mark("There is no unit or person “${who}”, or more than one."),
                who=name,
                field=field,
            )
        found += values
    return list(dict.fromkeys(found))


def names_of(uids, body) -> str:
    """What names_in reads, for some UIDs and user ids."""
    known = {value: name for value, name, _more in choices(body, people=True)}
    return "; ".join(known.get(uid, uid) for uid in uids)


def unit_field(name: str, label, body, *, people: bool = False, **more) -> dict:
    """An input with the names of the units as suggestions."""
    several = more.pop("multiple", False)
    return {
        "name": name,
        "label": label,
        "width": 12,
        "maxlength": 500,
        "complete_url": f"{body.absolute_url()}/@@task-completions/"
        + ("parties" if people else "units"),
        "help": _("Short names with a semicolon between: VHTT; TCKH.") if several else "",
        **more,
    }
