"""What of a document the search knows, and to whom it shows the document.

Decree 30/2020/NĐ-CP, Annex VI, Part I.III.6.d: over all input fields and the content.
"""

from AccessControl.PermissionRole import rolesForPermissionOn
from borg.localrole.interfaces import ILocalRoleProvider
from vanphong.attachments.words import texts as words_of_files
from vanphong.documents import catalogues
from vanphong.documents import rules
from vanphong.ledger.search import CHIEFS_READ
from vanphong.ledger.search import CLERKS_READ
from vanphong.ledger.words import FILE
from vanphong.ledger.words import LONGEST_TEXT
from vanphong.ledger.words import PAGE
from zope.component import getAdapters


#: Roles over all records of a body, by the bit of ``keepers`` that stands for each.
KEEPERS = {"Records Clerk": CLERKS_READ, "Office Chief": CHIEFS_READ}


def row(document) -> dict:
    """The row of the search without the texts of the files."""
    seeing = _seeing(document)
    return {
        "document_uid": document.UID(),
        "at": document.registered_at or document.arrived_at,
        "keepers": sum(bit for role, bit in KEEPERS.items() if role in seeing),
        "field": document.field or "",
        "signer_key": rules.fold(f"{document.signer_position or ''} {document.signer_name or ''}"),
        "case_file": getattr(document, "case_file", None) or "",
        "files": " ".join(one.uid for one in document.attachments if not one.is_held),
        "head": fields(document),
    }


def fields(document) -> tuple[str, ...]:
    """The texts of the fields, the most telling first."""
    found = (
        document.label,
        document.symbol,
        document.subject,
        document.organ_name,
        catalogues.type_name(document.document_type),
        document.signer_position,
        document.signer_name,
        document.to_places,
        document.note,
        document.details,
    )
    named = getattr(document, "named_recipients", "")  # of incoming documents alone
    return tuple(text or "" for text in (*found, *filter(None, [named])))


def texts(document) -> str:
    """The texts of the files, each with its name and with its pages in their places."""
    found, length = [], 0
    for attachment, _text in words_of_files(document):
        name = " ".join(attachment.filename.split())
        pages = dict(attachment.words.pages())
        last = max(pages, default=0)
        text = PAGE.join(pages.get(number, "") for number in range(1, last + 1))
        found.append(f"{FILE}{name}\n{text.replace(FILE, ' ')}")
        length += len(found[-1])
        if length > LONGEST_TEXT:
            break
    return "".join(found)[:LONGEST_TEXT]


def principals(document) -> frozenset[str]:
    """Users and groups that may open the document at its present stage, by their local roles."""
    seeing = _seeing(document)
    return frozenset(
        principal
        for _name, provider in getAdapters((document,), ILocalRoleProvider)
        for principal, roles in provider.getAllRoles()
        if not seeing.isdisjoint(roles)
    )


def _seeing(document) -> frozenset[str]:
    return frozenset(rolesForPermissionOn("View", document))
