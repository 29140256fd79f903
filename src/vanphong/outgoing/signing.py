"""Who signs an outgoing document, in what form, and whether that person may on the day."""

from datetime import date
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.organisation import authority
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.organisation.rules import Form
from vanphong.outgoing.rules import articles
from vanphong.routing.rules import Action
from vanphong.routing.rules.routes import Plan
from vanphong.routing.rules.routes import running


FORMS = {"own": Form.OWN, "KT": Form.KT, "TL": Form.TL, "TUQ": Form.TUQ}


def signer_of(plan: Plan) -> str:
    """User id of who signs by the plan, "" when the plan has no signature."""
    found = [one.actor for one in running(plan) if one.step.action is Action.SIGN]
    return found[-1] if found else ""


def position_of(document, user_id: str) -> directory.Person:
    """The position in which a person signs this document: in the issuing unit, else below it.

    :raises RuleBroken: when the person has none there.
    """
    issuing = directory.unit_object(document.body_uid)
    own = None if issuing is None else directory.person_in(issuing, user_id)
    if own is not None and own.rank:
        return own
    positions = [one for one in people.person(user_id).positions if one.rank]
    found = [one for one in positions if _below(one.unit_uid, issuing)]
    if own is None and not found:
        raise RuleBroken(
            _("${person} has no position in which to sign for ${unit}."),
            person=people.person(user_id).title,
            unit="" if issuing is None else issuing.title,
            field="signer",
            rule=articles.SIGN,
        )
    return (found or [own])[0]


def _below(unit_uid: str, issuing) -> bool:
    unit = directory.unit_object(unit_uid)
    return unit is not None and issuing is not None and directory.body_of(unit) == issuing


def check_signer(document, user_id: str, day: date) -> authority.Signing:
    """How somebody signs this document on a day, with the printed lines.

    :raises RuleBroken: when the person may not (Decree 30/2020, Article 13).
    """
    return authority.signing(
        directory.unit_object(document.body_uid),
        position_of(document, user_id),
        document_type=document.document_type,
        field=document.field or "",
        day=day,
        form=FORMS.get(document.signing_form),
    )


def write_signer(document, user_id: str, signing: authority.Signing) -> None:
    """Keep on the document who signs, and the lines above the name."""
    person = position_of(document, user_id)
    document.signer = user_id
    document.signer_lines = signing.lines
    document.signer_position = person.title[:100]
    document.signer_name = person.fullname[:50]
