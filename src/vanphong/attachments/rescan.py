"""Scanning stored files once more: a new virus database knows what the old one did not.

A file that is found infected now is taken from everybody into quarantine, one that no scanner
had seen gets its check. Those in quarantine for want of a scanner are let out when clean.
"""

from vanphong import _
from vanphong.attachments import intake
from vanphong.attachments import pipeline
from vanphong.attachments import quarantine
from vanphong.attachments import readmodel
from vanphong.attachments import rules
from vanphong.attachments import scanner
from vanphong.attachments import settings
from vanphong.attachments.interfaces import FileReleased
from vanphong.errors import mark
from vanphong.ledger import files
from vanphong.ledger import jobs
from vanphong.ledger.acts import done
from zope.event import notify


KIND = "rescan-files"

#: Which files: all, or those that no scanner has seen.
ALL, UNCHECKED = "all", "unchecked"
WHICH = (ALL, UNCHECKED)

#: Files of one batch; its transaction is short, for 2 MB take some hundredths of a second.
BATCH = 20


def put(which: str) -> str:
    """Have the files scanned in the background; the UID of the job."""
    return jobs.put(KIND, "", {"which": which}, key=KIND)


def latest() -> dict | None:
    """The newest of these jobs, None where there was none."""
    found = jobs.of("", KIND)
    return found[0] if found else None


@jobs.handler(KIND, title=_("Scanning stored files again"))
def run(job: jobs.Job):
    """One batch: some files, in the order of their UIDs.

    Without a scanner it fails at once and can be tried again; no file changes its state.
    """
    if not scanner.version():
        raise jobs.Failed(mark("The virus scanner does not answer, or could not read the file."))
    which = job.args["which"]
    states = [rules.State.SKIPPED, rules.State.FAILED] if which == UNCHECKED else None
    after = job.cursor.get("after", "")
    rows = files.after(after, BATCH, states)
    counts = dict(job.cursor.get("counts") or {"scanned": 0, "found": 0, "cleared": 0})
    for row in rows:
        outcome = _scan(row)
        if outcome:
            counts["scanned"] += 1
        if outcome in counts and outcome != "scanned":
            counts[outcome] += 1
    if len(rows) < BATCH:
        return jobs.Done(counts)
    total = job.total or files.count(states)
    cursor = {"after": rows[-1]["file_uid"], "counts": counts}
    return jobs.More(cursor=cursor, done=min(job.done + len(rows), total), total=total)


class ScannerSilent(Exception):
    """Nobody answers at the scanner's socket; it is asked again later."""


@jobs.handler(quarantine.SCAN, title=_("Scanning held files"))
def run_held(job: jobs.Job):
    """One batch of the files that came in while no scanner answered, the oldest first.

    :raises ScannerSilent: the job is tried again after its pauses, and begins anew each day.
    """
    seen = set(job.cursor.get("seen", ()))
    rest = [one for one in reversed(_never_seen()) if one.attachment.uid not in seen]
    if not rest:
        return jobs.Done({"scanned": len(seen), "left": len(_never_seen())})
    if not scanner.version():
        raise ScannerSilent(mark("The virus scanner does not answer, or could not read the file."))
    for held in rest[:BATCH]:
        document = pipeline.document_of(held.document_uid)
        if document is not None:
            _scan_held(document, held.attachment)
        seen.add(held.attachment.uid)
    return jobs.More({"seen": sorted(seen)}, done=len(seen), total=len(seen) + len(rest[BATCH:]))


def day_begun(_event) -> None:
    """Ask again for files that still wait for a scanner."""
    if _never_seen():
        quarantine.scan_later()


def _never_seen() -> list[quarantine.Held]:
    return [one for one in quarantine.held() if one.why in quarantine.NEVER_SEEN]


def _scan(row) -> str:
    """What came of one file: "scanned", "found" or "cleared"; "" for one that is not there."""
    document = pipeline.document_of(row["document_uid"])
    attachment = None if document is None else pipeline.attachment_of(document, row["file_uid"])
    if attachment is None or attachment.is_deleted:
        return ""
    if attachment.is_held:
        return _scan_held(document, attachment)
    with attachment.blob.open("r") as stream:
        stage, virus = intake.verdict(stream, settings.policy())
    if virus:
        pipeline.withdraw(document, attachment, stage.why, virus)
        return "found"
    before = attachment.progress.of(rules.CHECK)
    if stage.state == rules.State.DONE and before.state != stage.state:
        attachment.progress = attachment.progress.to(rules.CHECK, stage.state)
        readmodel.changed(document, attachment)
        return "cleared"
    return "scanned"


def _scan_held(document, attachment) -> str:
    held = quarantine.find(attachment.uid)
    if held is None or held.why not in quarantine.NEVER_SEEN:
        return ""
    with held.open() as stream:
        stage, virus = intake.verdict(stream, settings.policy())
    if virus:
        attachment.virus = virus
        attachment.progress = rules.held("infected")
        readmodel.changed(document, attachment)
        return "found"
    if stage.state != rules.State.DONE:
        return "scanned"
    let_out(document, attachment, stage)
    done("rescan_file", document, file=attachment.filename, verdict="clean")
    notify(FileReleased(document, attachment))
    return "cleared"


def let_out(document, attachment, stage: rules.Stage) -> None:
    """Give a file back to its document and begin with its other stages."""
    quarantine.release(attachment, stage.state, stage.why)
    pipeline.begin_again(document, attachment, attachment.progress)
