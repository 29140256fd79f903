"""A leader's directive as plain values, for the page of a document and its slip."""

from dataclasses import dataclass
from datetime import datetime
from vanphong import _


@dataclass(frozen=True)
class Opinion:
    """What a leader directed.

    :param entered_by: title of the clerk who typed it for the leader, or "".
    :param lead: title of who leads; the others likewise.
    :param replaced: a later directive has taken its place.
    """

    uid: str
    by: str
    when: datetime
    text: str
    lead: str
    coordinators: tuple[str, ...] = ()
    inform: tuple[str, ...] = ()
    due: datetime | None = None
    entered_by: str = ""
    replaced: bool = False


#: More names than this are told by their number.
MANY = 8


def card(opinion: Opinion, vp, all_url: str) -> dict:
    """What the macro ``directive_card`` needs; ``all_url`` leads to the whole list."""
    parts = (
        ("lead", (opinion.lead,)),
        ("coordinate", opinion.coordinators),
        ("inform", opinion.inform),
    )
    return {
        "by": opinion.by,
        "when": opinion.when,
        "entered_by": opinion.entered_by,
        "text": opinion.text,
        "parts": [_part(role, names, vp, all_url) for role, names in parts if names],
        "due": f"{opinion.due:%H:%M}, {vp.weekday(opinion.due.date())}" if opinion.due else "",
        "replaced": all_url if opinion.replaced else "",
    }


def _part(role: str, names: tuple[str, ...], vp, all_url: str) -> dict:
    part = {"role": role, "names": list(names)}
    if len(names) > MANY:
        rest = len(names) - MANY + 1
        part["names"] = list(names[: MANY - 1])
        part["more"] = _("and ${n} more", mapping={"n": rest})
        part["more_url"] = all_url
    return part
