"""What is done with a file after it came in: checked again, read, drawn.

One job a file; each stage, and each page that is read from a picture, is one batch. A stage
that fails marks the file and says why, and the next one begins: nothing stops the worker.
"""

from plone import api
from vanphong import _
from vanphong.attachments import child
from vanphong.attachments import intake
from vanphong.attachments import office
from vanphong.attachments import previews
from vanphong.attachments import quarantine
from vanphong.attachments import readmodel
from vanphong.attachments import rules
from vanphong.attachments import settings
from vanphong.attachments import wording
from vanphong.attachments.interfaces import FileHeld
from vanphong.attachments.interfaces import TextReady
from vanphong.ledger import files
from vanphong.ledger import jobs
from vanphong.ledger.acts import done
from zope.event import notify


KIND = "read-file"


def start(document) -> None:
    """Begin with the files of a document that nobody has begun with. Call it when the
    document is stored: one that was not checked goes into quarantine, the others get a job.
    """
    if not document.attachments:
        return
    known = {row["file_uid"] for row in files.of(document.UID())}
    fresh = [one for one in document.attachments if one.uid not in known]
    if not known <= {one.uid for one in document.attachments}:
        files.forget(document.UID())  # a file has made room for another, all are written anew
        readmodel.write(document)
    for attachment in fresh:
        if not attachment.job_uid:
            _begin(document, attachment)
        elif attachment.words is not None:
            notify(TextReady(document, attachment))
    if fresh:
        readmodel.write(document)


def _begin(document, attachment) -> None:
    if attachment.is_held:
        check = attachment.progress.of(rules.CHECK)
        quarantine.take(document, attachment, check.why, attachment.virus)
        attachment.job_uid = "held"
    else:
        put(document, attachment)


def put(document, attachment) -> None:
    """Have the stages of a file done that are not at their end."""
    args = {"file": attachment.uid}
    attachment.job_uid = jobs.put(KIND, document.UID(), args, key=attachment.uid)


def begin_again(document, attachment, progress: rules.Progress) -> None:
    """Do stages of a file once more."""
    attachment.progress = progress
    put(document, attachment)
    readmodel.changed(document, attachment)


def withdraw(document, attachment, why: str, virus: str = "") -> None:
    """Take a stored file from everybody: into quarantine, with a line in the trail.

    ``why`` is a code of ``rules.WHY``.
    """
    quarantine.take(document, attachment, why, virus)
    readmodel.changed(document, attachment)
    done("hold_file", document, file=attachment.filename, why=why, virus=virus)
    for one in documents_with(document, attachment):
        notify(FileHeld(one, attachment))


def document_of(uid: str):
    """The document with a UID, whoever asks; None when there is none."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(UID=uid)
    return brains[0]._unrestrictedGetObject() if brains else None


def documents_with(document, attachment):
    """The document, and the others that the same file belongs to."""
    yield document
    for uid in files.documents_with(attachment.uid):
        if uid != document.UID() and (other := document_of(uid)) is not None:
            yield other


def attachment_of(document, uid: str):
    """The file of a document with a UID; None when there is none."""
    return next((one for one in document.attachments if one.uid == uid), None)


@jobs.handler(KIND, title=_("Reading files"))
def run(job: jobs.Job):
    """One batch: a stage of the file, or one page of it."""
    document = document_of(job.subject)
    attachment = None if document is None else attachment_of(document, job.args["file"])
    if attachment is None:
        return jobs.Done()  # a draft that a signed file has taken the place of
    stage = attachment.progress.next
    if not stage or attachment.is_held:
        return jobs.Done()
    answer = _STAGES[stage](document, attachment, job)
    readmodel.changed(document, attachment)
    if answer is None and attachment.progress.next:
        answer = jobs.More(cursor={})
    return answer


def _check(document, attachment, _job):
    with attachment.blob.open("r") as stream:
        stage, virus = intake.verdict(stream, settings.policy())
    if stage.state == rules.State.FAILED:
        withdraw(document, attachment, stage.why, virus)
    else:
        attachment.progress = attachment.progress.to(rules.CHECK, stage.state, stage.why)


def _read(document, attachment, job):
    answer = wording.read(attachment, job)
    if answer is None and attachment.words is not None and attachment.words.length:
        for one in documents_with(document, attachment):
            notify(TextReady(one, attachment))
    return answer


def _preview(_document, attachment, _job):
    if not previews.is_drawable(attachment):
        why = "no-soffice" if attachment.extension in office.DRAWN else "no-pages"
        attachment.progress = attachment.progress.to(rules.PREVIEW, rules.State.SKIPPED, why)
        return
    try:
        attachment.pages = previews.prepare(attachment)
    except child.Broken as problem:
        _failed(attachment, rules.PREVIEW, problem.why)
    else:
        attachment.progress = attachment.progress.to(rules.PREVIEW, rules.State.DONE)


def _failed(attachment, stage: str, why: str) -> None:
    attachment.progress = attachment.progress.to(stage, rules.State.FAILED, why)


_STAGES = {rules.CHECK: _check, rules.READ: _read, rules.PREVIEW: _preview}
