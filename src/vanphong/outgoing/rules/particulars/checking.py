"""What of the fields of a type does not fit, or is missing."""

from typing import Any
from urllib.parse import urlsplit
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.outgoing.rules.particulars.fields import GROUPS
from vanphong.outgoing.rules.particulars.fields import Field
from vanphong.outgoing.rules.particulars.values import ENCLOSING
from vanphong.outgoing.rules.particulars.values import Decision
from vanphong.outgoing.rules.particulars.values import Invitation
from vanphong.outgoing.rules.particulars.values import Leave
from vanphong.outgoing.rules.particulars.values import Meeting
from vanphong.outgoing.rules.particulars.values import Particulars
import re


def missing(type_code: str, value: Particulars | None) -> tuple[Field, ...]:
    """The fields that a document of the type needs before it is submitted, and has not."""
    group = GROUPS.get(type_code)
    if group is None:
        return ()
    kept = group.value() if not isinstance(value, group.value) else value
    needed = [one.name for one in group.fields if one.needed]
    if isinstance(kept, Decision) and kept.decides == ENCLOSING:
        needed += ["enclosed_type", "enclosed_subject"]
    return tuple(one for one in group.fields if one.name in needed and not getattr(kept, one.name))


def need_complete(type_code: str, value: Particulars | None) -> None:
    """Refuse to submit a document whose own fields are not there.

    :raises RuleBroken: naming the first of them, and the form that asks for it.
    """
    for field in missing(type_code, value):
        raise RuleBroken(
            _("Say “${name}” first; the form of the document asks for it."),
            name=field.title,
            field=field.name,
            rule=GROUPS[type_code].law,
        )


def check(value: Particulars, law: str = "") -> None:
    """Refuse times that do not fit each other, and a link that is none.

    :raises RuleBroken: naming the field.
    """
    if isinstance(value, Invitation):
        _ordered(value.starts_at, value.ends_at, "ends_at", law)
        if value.answer_by and value.starts_at and value.answer_by > value.starts_at:
            raise RuleBroken(
                _("The answer is asked for after the meeting has begun."),
                field="answer_by",
                rule=law,
            )
        _check_link(value.online_link)
    elif isinstance(value, Meeting):
        _ordered(value.opened_at, value.closed_at, "closed_at", law)
    elif isinstance(value, Leave):
        _ordered(value.starts_on, value.ends_on, "ends_on", law, may_equal=True)


def _ordered(first: Any, last: Any, name: str, law: str, *, may_equal: bool = False) -> None:
    """Moments or days in their order; either may be missing."""
    if not (first and last) or first < last or (may_equal and first == last):
        return
    raise RuleBroken(_("It ends before it begins."), field=name, rule=law)


def _check_link(link: str) -> None:
    if not link:
        return
    try:
        parts = urlsplit(link)
        fits = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        fits = False
    if not fits or re.search(r"\s", link):
        raise InvalidInput(
            _("“${value}” is not an address such as https://hop.example.vn/phong-1."),
            field="online_link",
            value=link,
        )
