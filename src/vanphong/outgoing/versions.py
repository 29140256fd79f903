"""Versions of a draft, and what of it is approved.

A version is an object of its own in the database, its files others: a page that names
forty versions loads the names, and no file.
"""

from persistent import Persistent
from typing import Any
from vanphong.calendars import clock
from vanphong.organisation import people
from vanphong.outgoing import rules


class DraftVersion(Persistent):
    """One version of a draft, kept until the document is issued and after."""

    comments = ()

    def __init__(self, *, number, files, at, by, title, note, fingerprint):
        self.number = number
        self.files = files  # tuple of vanphong.attachments.content.Attachment
        self.at = at
        self.by = by
        self.title = title
        self.note = note
        self.fingerprint = fingerprint


#: What an approval covers besides the files. Number, date and pages come later.
APPROVED = (
    "subject",
    "document_type",
    "organ_name",
    "urgency",
    "field",
    "language",
    "due_date",
    "issued_amount",
    "circulation",
    "signed_by",
    "signer",
    "signing_form",
    "archive_note",
)


def latest(document) -> Any:
    """The DraftVersion that counts, None while there is none."""
    return document.versions[-1] if document.versions else None


def fingerprint(document, files=None) -> str:
    """Fingerprint of the draft as it is now.

    :param files: those of a version that is being made; else those of the latest.
    """
    if files is None:
        version = latest(document)
        files = () if version is None else version.files
    fields = {name: getattr(document, name) for name in APPROVED}
    fields["recipients"] = [vars(one) for one in document.recipients]
    if document.particulars is not None:
        fields["particulars"] = document.particulars
    fields["links"] = [vars(one) for one in (*document.legal_bases, *document.related)]
    return rules.fingerprint([one.sha256 for one in files], fields)


def add(document, files: tuple, note: str) -> DraftVersion:
    """Keep a new version; its files are the document's from now on."""
    me = people.me()
    version = DraftVersion(
        number=len(document.versions) + 1,
        files=files,
        at=clock.now(),
        by=me.user_id,
        title=me.title,
        note=note,
        fingerprint=fingerprint(document, files),
    )
    document.versions = (*document.versions, version)
    document.attachments = files
    return version


def refresh(document) -> None:
    """Give the latest version the fingerprint of the fields as they are now."""
    version = latest(document)
    if version is not None and version.fingerprint != (now := fingerprint(document)):
        version.fingerprint = now


def approve(document, kind: rules.Kind, by, **more) -> rules.Approval:
    """Keep that somebody has vouched for the draft as it is now.

    :param by: vanphong.routing.rules.By.
    """
    version = latest(document)
    approval = rules.Approval(
        kind=kind,
        fingerprint=fingerprint(document),
        version=0 if version is None else version.number,
        by=by.user_id,
        title=by.title,
        at=by.at,
        **more,
    )
    document.approvals = (*document.approvals, approval)
    return approval


def valid_approvals(document) -> tuple[rules.Approval, ...]:
    """The approvals that count: those of what the draft is now."""
    now = fingerprint(document)
    return tuple(one for one in document.approvals if one.fingerprint == now)


def is_approved(document) -> bool:
    """Whether who is to sign it has approved it as it is now."""
    return rules.given(document.approvals, rules.Kind.APPROVE, fingerprint(document)) is not None
