"""How far a file is, in words: for the page of its document, for REST."""

from vanphong import _
from vanphong.attachments import rules


_RUNNING = {
    rules.CHECK: _("Checking for viruses…"),
    rules.READ: _("Checked for viruses · Reading the text…"),
    rules.PREVIEW: _("Checked for viruses · Read · Drawing the pages…"),
}
_RUNNING_UNCHECKED = {
    rules.CHECK: _("Checking for viruses…"),
    rules.READ: _("Not checked for viruses · Reading the text…"),
    rules.PREVIEW: _("Not checked for viruses · Read · Drawing the pages…"),
}

#: Until the worker has read a scan, nobody has looked for a stamp of secrecy on it either.
NOT_READ = _("Checked for viruses · Not read yet, nor looked at for a stamp of secrecy")
NOT_READ_UNCHECKED = _("Not checked for viruses · Not read yet, nor for a stamp of secrecy")


def status(attachment):
    """A tint for ``vp.badge``, and the words."""
    progress = attachment.progress
    check = progress.of(rules.CHECK)
    why = {"why": _(rules.WHY.get(check.why, check.why))}
    if attachment.is_held:
        if attachment.is_deleted:
            return "late", _("Deleted from the quarantine")
        return "late", _("In quarantine: ${why}", mapping=why)
    is_checked = check.state == rules.State.DONE
    if progress.next == rules.READ and progress.of(rules.READ).state == rules.State.WAITING:
        return "soon", NOT_READ if is_checked else NOT_READ_UNCHECKED
    if progress.next:
        words = _RUNNING if is_checked else _RUNNING_UNCHECKED
        return "plain", words[progress.next]
    read = progress.of(rules.READ)
    if progress.is_unread:
        return "soon", _("Not read: ${why}", mapping={"why": _(rules.WHY.get(read.why, ""))})
    preview = progress.of(rules.PREVIEW)
    if preview.state == rules.State.FAILED:
        return "soon", _("No pages: ${why}", mapping={"why": _(rules.WHY.get(preview.why, ""))})
    if not is_checked:
        return "soon", _("Not checked for viruses")
    if read.why in ("many-pages", "long"):
        return "plain", _("Checked · Read: ${why}", mapping={"why": _(rules.WHY[read.why])})
    return "done", _("Checked for viruses")


def warnings(attachment):
    """What somebody who opens the file should know, as messages."""
    return [_(rules.WARNINGS[code]) for code in attachment.warnings if code in rules.WARNINGS]
