"""The one way in for a file, and what may be done with one that is stored."""

from plone.namedfile.file import NamedBlobFile
from shutil import copyfileobj
from typing import BinaryIO
from uuid import uuid4
from vanphong.attachments import intake
from vanphong.attachments import pipeline
from vanphong.attachments import quarantine
from vanphong.attachments import readmodel
from vanphong.attachments import rescan
from vanphong.attachments import rules
from vanphong.attachments import settings
from vanphong.attachments.content import Attachment
from vanphong.attachments.interfaces import FileReleased
from vanphong.attachments.interfaces import FileRescanned
from vanphong.attachments.interfaces import FileRetried
from vanphong.attachments.interfaces import HeldFileDeleted
from vanphong.attachments.interfaces import RescanRequested
from vanphong.calendars import clock
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.ledger import jobs
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.organisation import people
from zope.event import notify


RETRY = "vanphong: Retry File"
QUARANTINE = "vanphong: Manage Quarantine"

#: Why a file with a stamp of secrecy is held.
STAMPED = "secret"

ADMINISTRATOR = _("an administrator")
KEEPER = _("the records clerk, the chief of the Office or an administrator")


def accept(name: str, stream: BinaryIO, *, role: str = "attachment") -> Attachment:
    """Check a file and make an attachment of it; nothing is stored before it has passed.

    The same for forms, REST, uploads in parts, e-mail and import. A file that could not be
    checked for viruses where that is required goes into quarantine with its document.

    :param stream: seekable; read from its beginning.
    :raises InvalidInput: empty, too big, of a kind not allowed, damaged, with a password, or
        not what its name says.
    :raises RuleBroken: for a virus.
    """
    with intake.checked(name, stream) as (passed, content):
        blob = NamedBlobFile(contentType=passed.kind.mime, filename=passed.name)
        with blob.open("w") as target:
            copyfileobj(content, target)
    return Attachment(
        uid=uuid4().hex,
        role=role,
        blob=blob,
        sha256=passed.sha256,
        size=passed.size,
        kind=passed.kind.label,
        added_at=clock.now(),
        added_by=people.me().title,
        warnings=passed.warnings,
        progress=passed.progress,
    )


@office_act("retry_file", RETRY, KEEPER)
def retry_file(document, uid: str):
    """Try the stages of a file again that have failed, or were left out for want of a program.

    :raises Conflict: when everything went well, or is still being done.
    """
    attachment = _file(document, uid)
    if attachment.is_held:
        raise Conflict(_("The file is in quarantine; an administrator decides on it."))
    if not may_retry(attachment):
        raise Conflict(_("Nothing failed with this file that could be tried again."))
    pipeline.begin_again(document, attachment, attachment.progress.again())
    done("retry_file", document, file=attachment.filename)
    notify(FileRetried(document, attachment))


@office_act("rescan_file", QUARANTINE, ADMINISTRATOR)
def rescan_file(document, uid: str):
    """Scan a file in quarantine again; a clean one goes back to its document.

    :returns: whether it went back.
    :raises RuleBroken: for a file with a stamp of secrecy, which no scan clears.
    :raises Conflict: when no scanner answers, or could not read the file.
    """
    held = _held(document, uid)
    attachment = held.attachment
    if held.why == STAMPED:
        raise RuleBroken(
            _("No scan tells whether this is a state secret; look at the paper, then release it.")
        )
    with held.open() as stream:
        stage, virus = intake.verdict(stream, settings.policy())
    if stage.state == rules.State.DONE:
        rescan.let_out(document, attachment, stage)
        done("rescan_file", document, file=attachment.filename, verdict="clean")
        notify(FileReleased(document, attachment))
        return True
    if not virus:
        raise Conflict(_("The virus scanner does not answer, or could not read the file."))
    attachment.virus = virus
    attachment.progress = rules.held("infected")
    readmodel.changed(document, attachment)
    done("rescan_file", document, file=attachment.filename, verdict=virus)
    notify(FileRescanned(document, attachment))
    return False


@office_act("rescan_files", QUARANTINE, ADMINISTRATOR)
def rescan_files(site, which: str = rescan.ALL) -> str:
    """Have stored files scanned again, after a new virus database came; the UID of the job.

    :param which: "all", or "unchecked" for those that no scanner has seen.
    """
    if which not in rescan.WHICH:
        raise InvalidInput(_("Choose which files are to be scanned."), field="which")
    uid = rescan.put(which)
    done("rescan_files", site, which=which, job=uid)
    notify(RescanRequested(site, uid))
    return uid


@office_act("release_file", QUARANTINE, ADMINISTRATOR)
def release_file(document, uid: str, *, reason: str):
    """Give a file back to its document though no scanner has found it clean.

    :raises RuleBroken: where the office requires a scan, and for a file with a virus.
    """
    held = _held(document, uid)
    reason = _need(reason)
    attachment = held.attachment
    if held.virus:
        raise RuleBroken(
            _("The file holds the virus ${virus}; it is not released."), virus=held.virus
        )
    rescan.let_out(document, attachment, _verdict(held))
    done("release_file", document, file=attachment.filename, reason=reason)
    notify(FileReleased(document, attachment))


@office_act("delete_held_file", QUARANTINE, ADMINISTRATOR)
def delete_held_file(document, uid: str, *, reason: str):
    """Delete a file in quarantine for ever; the document remembers its name and its hash."""
    attachment = _held(document, uid).attachment
    reason = _need(reason)
    quarantine.delete(attachment)
    readmodel.changed(document, attachment)
    detail = {"file": attachment.filename, "sha256": attachment.sha256, "reason": reason}
    done("delete_held_file", document, **detail)
    notify(HeldFileDeleted(document, attachment))


def may_retry(attachment: Attachment) -> bool:
    """Whether ``retry_file`` would do something."""
    progress = attachment.progress
    if attachment.is_held:
        return False
    return _is_stuck(attachment) if progress.next else progress.may_retry


def _verdict(held: quarantine.Held) -> rules.Stage:
    """The stage ``check`` of a file that is released by somebody's word.

    One held for a stamp of secrecy is scanned for viruses now; the word is that it bears none.
    """
    policy = settings.policy()
    stage = rules.Stage(rules.CHECK, rules.State.SKIPPED, held.why)
    refused = held.why == "withdrawn" or policy.antivirus == rules.Antivirus.REQUIRED
    if held.why == STAMPED:
        with held.open() as stream:
            stage, _virus = intake.verdict(stream, policy)
        refused = stage.state == rules.State.FAILED
    if refused:
        raise RuleBroken(_("A file leaves the quarantine only when a scan has found it clean."))
    if held.why == STAMPED:
        held.attachment.is_open = True
        kept = (code for code in held.attachment.warnings if code != STAMPED)
        held.attachment.warnings = tuple(kept)
    return stage


def _file(document, uid: str) -> Attachment:
    attachment = pipeline.attachment_of(document, uid)
    if attachment is None:
        raise InvalidInput(_("The document has no such file."), field="file")
    return attachment


def _held(document, uid: str) -> quarantine.Held:
    _file(document, uid)
    held = quarantine.find(uid)
    if held is None:
        raise Conflict(_("The file is not in quarantine any more."))
    return held


def _is_stuck(attachment: Attachment) -> bool:
    """Whether a stage waits for a job that nobody will do."""
    if not attachment.progress.next:
        return False
    row = jobs.status(attachment.job_uid)
    return row is None or row["state"] in ("failed", "stopped", "done")


def _need(reason: str) -> str:
    reason = reason.strip()
    if not reason:
        raise InvalidInput(_("Give the reason."), field="reason")
    return reason
