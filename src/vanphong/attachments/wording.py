"""The stage that reads the words of a file, in one go or page by page."""

from vanphong.attachments import child
from vanphong.attachments import office
from vanphong.attachments import places
from vanphong.attachments import previews
from vanphong.attachments import reading
from vanphong.attachments import rules
from vanphong.attachments import settings
from vanphong.attachments.words import Words
from vanphong.ledger import jobs


def read(attachment, job: jobs.Job):
    """One batch of reading: the words that the file itself has, or one page of pictures."""
    if "pages" in job.cursor and attachment.draft is not None:
        return _next_page(attachment, job)
    extension = attachment.extension
    if not (reading.can_read(extension) or reading.is_scannable(extension)):
        _ended(attachment, rules.State.SKIPPED, "no-reader")
        return None
    try:
        found = _own_words(attachment) if reading.can_read(extension) else reading.Reading(("",))
    except child.Broken as problem:
        _ended(attachment, rules.State.FAILED, problem.why)
        return None
    return _keep(attachment, found)


def _own_words(attachment) -> reading.Reading:
    with attachment.blob.open("r") as stream:
        try:
            return reading.read(stream.name, attachment.extension)
        except child.Broken as problem:
            if attachment.extension not in office.DRAWN or problem.why == "password":
                raise
            first = problem
    try:
        with previews.as_pdf(attachment) as copy:
            return reading.read(copy, "pdf")
    except child.Broken as problem:
        raise first from problem


def _keep(attachment, found: reading.Reading):
    """Keep what the file says of itself, and begin with the pages that say nothing."""
    words = attachment.draft = Words("text")
    attachment.pages = max(attachment.pages, found.count)
    if found.found.get("script") and "script" not in attachment.warnings:
        attachment.warnings = (*attachment.warnings, "script")
    whole = not found.found.get("long")
    for number, text in enumerate(found.pages, 1):
        whole = words.put(number, text) and whole
    silent = _silent_pages(attachment, found)
    if not silent:
        why = "" if whole else "long"
        if not words.length:
            _ended(attachment, rules.State.SKIPPED, "no-text")
        else:
            _ended(attachment, rules.State.DONE, why)
        return None
    if not reading.has_tesseract():
        state = rules.State.SKIPPED if found.is_silent else rules.State.DONE
        _ended(attachment, state, "no-tesseract")
        return None
    limit = settings.policy().ocr_pages
    attachment.progress = attachment.progress.to(rules.READ, rules.State.RUNNING)
    why = "many-pages" if len(silent) > limit else ""
    cursor = {"pages": silent[:limit], "why": why, "failed": ""}
    return jobs.More(cursor=cursor, done=0, total=len(silent[:limit]))


def _silent_pages(attachment, found: reading.Reading) -> list[int]:
    """Numbers of the pages that must be read from their pictures."""
    if not reading.is_scannable(attachment.extension):
        return []
    if attachment.extension != "pdf":
        return list(range(1, _pictures(attachment) + 1))
    pages = found.pages if len(found.pages) == found.count else ("",) * found.count
    return [
        number
        for number, text in enumerate(pages, 1)
        if sum(letter.isalnum() for letter in text) < reading.FEW
    ]


def _pictures(attachment) -> int:
    try:
        return previews.prepare(attachment)
    except child.Broken:
        return 1


def _next_page(attachment, job: jobs.Job):
    page, *rest = job.cursor["pages"] or [0]
    failed = job.cursor["failed"]
    if page:
        try:
            with attachment.blob.open("r") as stream:
                seen = reading.recognise(stream.name, attachment.extension, page)
        except child.Broken as problem:
            failed = problem.why
        else:
            attachment.draft.put(page, seen.text)
            attachment.draft.source = "ocr"
            places.keep(attachment, page, seen)
    if rest:
        cursor = {**job.cursor, "pages": rest, "failed": failed}
        return jobs.More(cursor=cursor, done=job.total - len(rest), total=job.total)
    if failed:
        _ended(attachment, rules.State.FAILED, failed)
    elif not attachment.draft.length:
        _ended(attachment, rules.State.SKIPPED, "no-text")
    else:
        _ended(attachment, rules.State.DONE, job.cursor["why"])
    return None


def _ended(attachment, state: rules.State, why: str = "") -> None:
    attachment.progress = attachment.progress.to(rules.READ, state, why)
    if attachment.draft is not None:
        attachment.words, attachment.draft = attachment.draft, None
