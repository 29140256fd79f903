"""Whom the lines of “Nơi nhận” mean on a day: units that exist, groups as their units."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.outgoing.rules.articles import RECIPIENTS
from vanphong.outgoing.rules.recipients import GROUPS
from vanphong.outgoing.rules.recipients import Recipient


@dataclass(frozen=True)
class Place:
    """A unit that can be a recipient, as the organisation knows it on that day."""

    uid: str
    name: str
    kind: str
    organ_id: str = ""
    exists: bool = True
    has_account: bool = True


def resolve(recipients: Iterable[Recipient], places: Mapping[str, Place]) -> tuple[Recipient, ...]:
    """Recipients with the names and codes of the units that they are.

    :param places: the units by UID.
    :raises RuleBroken: for a unit that is not there any more.
    """
    found = []
    for one in recipients:
        if one.unit:
            place = places.get(one.unit)
            if place is None or not place.exists:
                raise RuleBroken(
                    _("The recipient ${name} does not exist any more. Choose its successor."),
                    name=place.name if place else one.name or one.unit,
                    field="recipients",
                    rule=RECIPIENTS,
                )
            one = replace(one, name=one.name or place.name, organ_id=place.organ_id or one.organ_id)
        found.append(one)
    return tuple(found)


def expand(
    recipients: Iterable[Recipient], places: Iterable[Place], drafting: str = ""
) -> tuple[Recipient, ...]:
    """Every single recipient: groups become the units of their kinds that exist.

    A unit named by itself is left out of its group: what is said of it there counts.

    :param drafting: UID of the unit that drafted it, which sends itself nothing with a group.
    """
    recipients = tuple(recipients)
    places = tuple(places)
    named = {drafting, *(one.unit for one in recipients if one.unit)}
    found = []
    for one in recipients:
        if not one.group:
            found.append(one)
            continue
        for place in places:
            if place.kind in GROUPS[one.group] and place.exists and place.uid not in named:
                named.add(place.uid)
                found.append(
                    replace(one, name=place.name, unit=place.uid, group="", organ_id=place.organ_id)
                )
    return tuple(found)


def routed(one: Recipient, place: Place | None) -> Recipient:
    """The recipient with the way that it can be reached: on paper without an account here."""
    if one.channel == "electronic" and (place is None or not place.has_account):
        return replace(one, channel="paper")
    return one


def need_recipients(recipients: Iterable[Recipient]) -> None:
    """A document that nobody gets is not issued.

    :raises RuleBroken: naming the rule.
    """
    if not any(one.purpose != "keep" for one in recipients):
        raise RuleBroken(
            _("Name at least one recipient; a document that nobody gets is not issued."),
            field="recipients",
            rule=RECIPIENTS,
        )


def places_words(recipients: Iterable[Recipient]) -> str:
    """All recipients in one text, for the register (at most 1000 characters)."""
    return "; ".join(one.words for one in recipients)[:1000]
