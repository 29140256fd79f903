"""Papers that are made when they are asked for: the numbered text, and certified copies.

Nothing is kept: each is made anew from what is kept.
"""

from vanphong.documents.browser.files import ByUid
from vanphong.documents.rules import notation_for
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.ledger import audit
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.outgoing import converting
from vanphong.outgoing import copies
from vanphong.outgoing.actions.copying import KINDS
from vanphong.outgoing.forms import copies as drawn
from vanphong.outgoing.forms.rules import Signer
from vanphong.outgoing.rules import articles
from vanphong.outgoing.uploads import DOCX
from vanphong.ui.browser import sending
from zExceptions import NotFound


PDF = "application/pdf"


class _Paper(ByUid):
    """Base: sends bytes to be saved, and notes that they were taken."""

    def send(self, content: bytes, content_type: str, name: str) -> bytes:
        """The file, named after the symbol."""
        sending.saved(self.request, content_type, name, len(content))
        path = "/".join(self.context.getPhysicalPath())
        detail = {"file": name}
        audit.record_apart("download", self.context.UID(), path, actor=people.me(), detail=detail)
        return content


class NumberedText(_Paper):
    """``@@numbered-text``: the DOCX of the draft with number and date in their places."""

    def __call__(self):
        """Send it."""
        made = converting.numbered_docx(self.context)
        if made is None:
            raise NotFound(self.request.get("URL"))
        return self.send(made, DOCX, f"{self.context.document_type}-{self.context.label}.docx")


class CopyPaper(_Paper):
    """``@@copy-paper/<symbol's number>/<paper or electronic>``: a certified copy as PDF."""

    def __call__(self):
        """Send the PDF with the block of the copy, or with its mark."""
        number, form, *_rest = [*self.steps, "", ""]
        made = next((one for one in copies.of(self.context) if str(one.number) == number), None)
        if made is None or form not in ("paper", "electronic"):
            raise NotFound(self.request.get("URL"))
        source = self._source()
        content = _on_paper(self.context, made, source) if form == "paper" else None
        if content is None:
            body = directory.unit_object(self.context.body_uid)
            content = drawn.mark_electronic_copy(source, made.kind, body.title, made.made_at)
        return self.send(content, PDF, f"{KINDS[made.kind].abbreviation}-{made.label}.pdf")

    def _source(self) -> bytes:
        first = next((one for one in self.context.attachments if not one.is_held), None)
        if first is None or first.content_type != PDF:
            raise RuleBroken(_("Only a document with a PDF is copied."), rule=articles.COPY)
        return first.blob.data


def _on_paper(document, made: copies.Copy, source: bytes) -> bytes:
    """The document with the block below its end; beside a signed one the block alone."""
    body = directory.unit_object(document.body_uid)
    block = drawn.Block(
        kind=made.kind,
        body_name=body.title,
        notation=notation_for(KINDS[made.kind].abbreviation, body.symbol_code or ""),
        place=body.place or "",
        number=made.number,
        day=made.made_at.date(),
        signer=Signer(tuple(made.signer_lines), made.signer),
        recipients=tuple(filter(None, made.recipients.split(";"))),
    )
    return drawn.copy_sheet(block) if drawn.is_signed(source) else drawn.paper_copy(source, block)
