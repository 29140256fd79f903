"""The functions of the office as a person calls them, by the roles that stand for them."""

from collections.abc import Iterable
from vanphong import _
from zope.globalrequest import getRequest
from zope.i18n import translate


#: Role -> name of the function, in the order in which they meet a document.
FUNCTIONS = {
    "Records Clerk": _("Records clerk of the body"),
    "Office Chief": _("Chief of the Office"),
    "Directing Leader": _("Leader who directs"),
    "Handler": _("Whoever handles it"),
    "Drafter": _("Drafter"),
    "Drafting Unit Head": _("Head of the drafting unit"),
    "Appraiser": _("Who appraises"),
    "Signer": _("Signer"),
    "Document Reader": _("Whoever may read it"),
    "File Maker": _("Whoever makes the file"),
    "File Contributor": _("Whoever puts documents into the file"),
    "File Reader": _("Whoever may read the file"),
    "Archivist": _("Archive officer"),
    "Schedule Proposer": _("Who proposes for the work schedule"),
    "Schedule Office": _("Who keeps the work schedule"),
    "Schedule Approver": _("Who approves the work schedule"),
    "Unit Head": _("Head of the unit"),
    "TeamMember": _("Member of the unit"),
    "Member": _("Everybody with an account"),
    "Site Administrator": _("Site administrator"),
    "Manager": _("System administrator"),
}


def function_title(role: str) -> str:
    """Name of a function as a message; the role itself when it is none of the office."""
    return FUNCTIONS.get(role, role)


def functions_said(roles: Iterable[str]) -> str:
    """Several functions in one text, in the language of the request."""
    order = list(FUNCTIONS)
    sorted_roles = sorted(roles, key=lambda role: order.index(role) if role in order else 99)
    request = getRequest()
    return ", ".join(translate(function_title(role), context=request) for role in sorted_roles)


def nobody_said() -> str:
    """What is said where no function is named."""
    return translate(_("nobody yet"), context=getRequest())
