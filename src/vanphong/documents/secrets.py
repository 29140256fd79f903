"""Stamps of state secrets, read on what comes in: such a file is not kept on this network.

Law on the Protection of State Secrets 2018 and Decree 30/2020/NĐ-CP, Article 1.2.
"""

from AccessControl import getSecurityManager
from vanphong import _
from vanphong.attachments import child
from vanphong.attachments import pipeline
from vanphong.attachments import places
from vanphong.attachments import quarantine
from vanphong.attachments import reading
from vanphong.attachments.actions import RETRY
from vanphong.attachments.words import BREAK
from vanphong.attachments.words import text_of
from vanphong.documents import heads
from vanphong.documents.rules import refuse_secret
from vanphong.documents.rules.head import Line
from vanphong.documents.rules.head import secret_stamp
from vanphong.errors import OfficeError
from vanphong.ledger import audit
from vanphong.ledger.acts import done
from vanphong.organisation import people


#: Why a file is held, see ``attachments.rules.WHY``.
WHY = "secret"

#: Kinds that letters are written in, looked at before they are stored; the worker looks at all.
LETTERS = frozenset({"docx", "odt", "doc", "txt"})

#: Seconds of CPU time for the words of one of them.
SECONDS = 10

TO_DO = _(
    "The file was taken from everybody. Delete it on every computer, register the paper in the"
    " separate register of secret documents, and tell an administrator what becomes of the file."
)


def refuse(lines: list[Line], field: str = "file") -> None:
    """Refuse a file with a stamp of secrecy in the head of its first page.

    :raises RuleBroken: naming the stamp and the law.
    """
    found = secret_stamp(lines)
    if found is None:
        return
    try:
        refuse_secret(found[0].code, has_file=True)
    except OfficeError as refusal:
        refusal.field = field
        raise


def refuse_coming(path: str, extension: str) -> None:
    """Guard of the files that come in: what their first page says itself is looked at.

    A scan says nothing itself; the worker reads it, and :func:`withdraw_read` follows.
    """
    try:
        refuse(_own_lines(path, extension))
    except OfficeError as refusal:
        detail = {"refusal": str(refusal), "kind": WHY, "alarm": True}
        audit.refused("accept_file", actor=people.me(), rule=refusal.rule, detail=detail)
        refusal.recorded = True
        raise


def withdraw_read(event) -> None:
    """A stored file has been read: one with a stamp of secrecy is taken from everybody.

    The trail keeps an alarm, the document a warning for those who look after it.
    """
    document, attachment = event.document, event.attachment
    if attachment.is_held or attachment.is_open:
        return
    found = secret_stamp(_lines(attachment))
    if found is None:
        return
    pipeline.withdraw(document, attachment, WHY)
    attachment.warnings = (*attachment.warnings, WHY)
    done("secret_found", document, file=attachment.filename, stamp=found[0].stamp, alarm=True)


def notices(document) -> list[dict]:
    """What the clerk and the chief must do about files that were withdrawn: title, by, when, text.

    Empty for everybody else.
    """
    if not getSecurityManager().checkPermission(RETRY, document):
        return []
    held = (quarantine.find(one.uid) for one in document.attachments if WHY in one.warnings)
    return [
        {
            "title": _("A stamp of secrecy was read"),
            "by": one.attachment.filename,
            "when": one.since,
            "text": TO_DO,
        }
        for one in held
        if one is not None
    ]


def _own_lines(path: str, extension: str) -> list[Line]:
    """The head of a file as far as it says it itself; none where it cannot be read."""
    try:
        if extension == "pdf":
            return heads.lines(places.own(path, 1)) if places.may_have_words(path) else []
        if extension not in LETTERS:
            return []
        read = reading.read(path, extension, seconds=SECONDS, nice=child.PROMPT)
    except child.Broken:
        return []
    return heads.as_if_seen(read.pages[0])


def _lines(attachment) -> list[Line]:
    pages = places.of(attachment)
    if pages is not None:
        return heads.lines(pages)
    first, _break, _rest = text_of(attachment).partition(BREAK)
    return heads.as_if_seen(first)
