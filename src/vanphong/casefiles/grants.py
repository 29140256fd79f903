"""Whether a document may be opened to the readers of a file (decision 0023)."""

from AccessControl import getSecurityManager
from plone import api
from vanphong.documents.rules import secrecy_of
from vanphong.organisation import people
from vanphong.organisation import rules
from vanphong.outgoing.vocabularies import CIRCULATION_MARKS
from vanphong.routing.actions import OFFICE
from vanphong.routing.rules import Action
from vanphong.routing.sheet import steps_of


def may_read(document) -> bool:
    """Whether this person may open a document."""
    return bool(getSecurityManager().checkPermission("View", document))


def may_hand_on(document) -> bool:
    """Whether this person has the document to work with it, not for information alone.

    That is the Office, who drafted it, and who holds, held or gave a step that asks for work.
    """
    if not OFFICE.isdisjoint(api.user.get_roles(obj=document)):
        return True
    me = people.me()
    unit = getattr(document, "drafting_unit", "")
    if me.user_id and me.user_id == getattr(document, "drafter", ""):
        return True
    if unit and rules.token(rules.LEADERS, unit) in me.tokens:
        return True
    return any(
        (step.action is not Action.INFORM and step.actor in me.tokens)
        or me.user_id in (step.giver, step.entered_by)
        for step in steps_of(document)
    )


def forbidden(document) -> str:
    """The mark on a document that keeps it from other readers, "" without one."""
    mark = CIRCULATION_MARKS.get(getattr(document, "circulation", "") or "", "")
    if mark:
        return mark
    degree = secrecy_of(document.secrecy or "normal")
    return degree.stamp if degree.number else ""


def allowed(document) -> bool:
    """Whether this person may open a document to the readers of a file."""
    return not forbidden(document) and may_hand_on(document)
