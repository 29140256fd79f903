"""Delegations as rows of a table, in words."""

from datetime import date
from vanphong import _
from vanphong.organisation import catalogues
from vanphong.organisation import directory
from vanphong.organisation import rules
from vanphong.organisation.browser.unit import fullname
from vanphong.organisation.rules import Delegation
from vanphong.organisation.rules import Kind
from vanphong.organisation.rules import Standing
from vanphong.ui import format as fmt


#: Kind -> words.
KIND_WORDS = {
    Kind.PROCESS: _("Handles the work"),
    Kind.KT: _("Signs for the head (KT.)"),
    Kind.TL: _("Signs by order (TL.)"),
    Kind.TUQ: _("Signs by authorisation (TUQ.)"),
}

#: The lists of the page, in their order: standing, title, icon, sentence for an empty one.
LISTS = (
    (Standing.IN_FORCE, _("In force"), "check", _("No delegation is in force today.")),
    (Standing.COMING, _("Not yet in force"), "clock", ""),
    (Standing.PAST, _("No longer in force"), "lock", ""),
)

COLUMNS = (
    _("Kind of delegation"),
    _("Given by"),
    _("Given to"),
    _("Content"),
    _("Period"),
    _("Basis"),
)


def lists(delegations: list[Delegation], day: date, may_end) -> list[dict]:
    """The delegations by where they stand; ``may_end(delegation)`` says whose end is offered.

    What is over stands with the latest first.
    """
    found = []
    for standing, title, icon, empty in LISTS:
        ended = standing is Standing.PAST
        rows = [
            row(one, day, may_end(one) and not ended)
            for one in delegations
            if _list_of(one, day) is standing
        ]
        if rows or empty:
            rows = rows[::-1] if ended else rows
            table = {"caption": title, "columns": [{"title": name} for name in COLUMNS]}
            table["columns"].append({"title": _("Withdraw"), "hidden": True})
            found.append(
                {"id": str(standing), "title": title, "icon": icon, "empty": empty}
                | {"table": table | {"rows": rows}}
            )
    return found


def row(one: Delegation, day: date, may_end: bool) -> dict:
    """One delegation in words."""
    return {
        "uid": one.uid,
        "kind": KIND_WORDS[Kind(one.kind)],
        "giver": one.giver_title,
        "giver_name": fullname(one.giver) if one.giver else _("whoever holds the position"),
        "taker": one.taker_title,
        "taker_name": fullname(one.taker),
        "types": catalogues.titled("document_types", one.document_types),
        "fields": catalogues.titled("fields", one.fields),
        "period": period(one),
        "basis": one.basis,
        "withdrawn": withdrawn(one),
        "may_end": may_end,
    }


def period(one: Delegation):
    """``from 01/7/2024 until 31/12/2024``, or that there is no limit."""
    first = fmt.full_date(one.valid_from) if one.valid_from else ""
    last = fmt.full_date(one.valid_to) if one.valid_to else ""
    if first and last:
        return f"{first} – {last}"
    if first:
        return _("from ${first}", mapping={"first": first})
    return _("until ${last}", mapping={"last": last}) if last else _("without limit")


def withdrawn(one: Delegation):
    """``withdrawn on 14/8/2024``, "" for what was not."""
    if one.withdrawn_on is None:
        return ""
    return _("withdrawn on ${day}", mapping={"day": fmt.full_date(one.withdrawn_on)})


def colleagues(body) -> dict[str, directory.Person]:
    """Everybody who has a position in a body, by user id, in the first position found."""
    found: dict[str, directory.Person] = {}
    for one in directory.staff(body):
        found.setdefault(one.user_id, one)
    return found


def _list_of(one: Delegation, day: date) -> Standing:
    standing = rules.standing(one, day)
    return Standing.PAST if standing is Standing.WITHDRAWN else standing
