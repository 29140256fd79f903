"""Who decides, appraises, stands in and signs in a body; asked by routes and by signing.

Reads rosters and delegations, decides nothing itself: the rules are in ``rules.signing`` and
``rules.delegations``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from vanphong.calendars import clock
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.organisation import delegations as read
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.organisation import rules
from vanphong.organisation.directory import Person
from vanphong.organisation.rules import Delegation
from vanphong.organisation.rules import Form


__all__ = [
    "Delegation",
    "Form",
    "Signing",
    "appraisers",
    "delegates_of",
    "delegations",
    "form_of",
    "in_charge",
    "issuer",
    "signer",
    "signing",
    "stands_in",
]


@dataclass(frozen=True)
class Signing:
    """In what form a person signs, with the printed lines and what gives the right to.

    ``basis`` is None where the position is enough.
    """

    form: Form
    lines: tuple[str, ...]
    basis: Delegation | None


def in_charge(unit, field: str) -> Person | None:
    """The leader of a unit who is in charge of a field, else its head; None when vacant."""
    found = [*directory.deputies(unit), *directory.heads(unit)]
    charged = [one for one in found if field and field in one.fields]
    return next(iter(charged or directory.heads(unit)), None)


def appraisers(body, field: str) -> list[Person]:
    """The appraisers of the body's Office: those of the field, or all when it has none."""
    found = [
        one
        for office in directory.offices(body)
        for one in directory.people(office)
        if rules.APPRAISERS in one.functions
    ]
    charged = [one for one in found if field and field in one.fields]
    return charged or found


def delegations(body_uid: str, day: date) -> list[Delegation]:
    """The delegations of a body that hold on a day."""
    return rules.in_force(read.of(body_uid), day)


def stands_in(user_id: str, body_uid: str, day: date) -> Delegation | None:
    """By which delegation somebody stands in for a person who is away on that day."""
    return rules.stands_in(read.of(body_uid), user_id, day)


def delegates_of(user_id: str, body_uid: str = "") -> tuple[str, ...]:
    """User ids of those who stand in for a person today.

    :param body_uid: look in this body only; without it in all to which the person belongs.
    """
    bodies: Iterable[str] = [body_uid]
    if not body_uid:
        units = (directory.unit_object(uid) for uid in people.person(user_id).units())
        bodies = {directory.body_of(unit).UID() for unit in units}
    today = clock.today()
    found = (stands_in(user_id, uid, today) for uid in bodies)
    return tuple(sorted({one.taker for one in found if one is not None}))


def issuer(unit) -> rules.Issuer:
    """Whose document it is that a body, or a unit in its own name, issues."""
    heads = directory.heads(unit)
    collective = unit.regime == rules.Regime.COLLECTIVE
    return rules.Issuer(
        head=heads[0].signs_as if heads else "",
        collective=(unit.collective_name or "").strip() if collective else "",
    )


def signer(unit, person: Person) -> rules.Signer:
    """The position of a person in a unit, as the rules of signing look at it."""
    rank = directory.rank_of(unit, person.user_id)
    heads = directory.heads(unit) if rank == rules.DEPUTY else []
    return rules.Signer(
        user_id=person.user_id,
        title=person.signs_as,
        rank=rank,
        full_title=rules.unacting(person.position),
        fields=person.fields,
        head=heads[0].user_id if heads else "",
        head_title=heads[0].signs_as if heads else "",
        acting=rank == rules.HEAD and rules.is_acting(person.position),
    )


def form_of(unit, person: Person, issuing) -> Form:
    """The form in which a person signs what a body or unit issues, unless told otherwise.

    Who does not lead the issuer signs by order; TUQ. is never assumed.
    """
    if unit.UID() != issuing.UID():
        return Form.TL
    return Form.KT if signer(unit, person).rank == rules.DEPUTY else Form.OWN


def signing(
    issuing,
    person: Person,
    *,
    document_type: str,
    field: str,
    day: date,
    form: Form | None = None,
) -> Signing:
    """How a person signs a document of this body or unit on that day.

    :param issuing: the unit object in whose name the document goes out.
    :param person: the position in which the person signs, from the directory.
    :param form: asked for; without it the one of the position.
    :raises RuleBroken: when the person may not sign so (Decree 30/2020, Article 13).
    """
    unit = directory.unit_object(person.unit_uid)
    if unit is None:
        raise RuleBroken(_("The signer's unit does not exist any more."), field="signer")
    form = form_of(unit, person, issuing) if form is None else form
    own = unit.UID() == issuing.UID()
    if own != (form in (Form.OWN, Form.KT)):
        raise RuleBroken(
            _("${title} cannot sign in this form for ${unit}."),
            title=person.title,
            unit=issuing.title,
            field="signer",
            rule=rules.ARTICLE,
        )
    who = signer(unit, person)
    given = read.of_body(directory.body_of(issuing))
    basis = rules.check_signer(form, who, given, document_type=document_type, field=field, day=day)
    lines = rules.signer_lines(form, who, issuer(issuing))
    return Signing(form, tuple(str(line) for line in lines), basis)
