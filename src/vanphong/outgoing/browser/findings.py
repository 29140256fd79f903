"""What the check of the form has found in the newest version, article by article."""

from dataclasses import dataclass
from functools import cached_property
from vanphong.errors import OfficeError
from vanphong.outgoing.browser.situation import Situation
from vanphong.outgoing.forms.docx import open_docx
from vanphong.outgoing.forms.docx import read_facts
from vanphong.outgoing.forms.rules import Finding
from vanphong.outgoing.forms.rules import check_form
from vanphong.outgoing.lettering import letter_of
from zope.i18n import translate
from zope.i18nmessageid import Message


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

#: Severity -> kind of note.
LOOKS = {"error": "late", "warning": "soon", "unread": "line", "ok": "done"}


@dataclass
class Findings:
    """The check of one document; read when the page asks for it."""

    situation: Situation

    @cached_property
    def all(self) -> tuple[Finding, ...]:
        """Every point, the worst first; () without a version."""
        version = self.situation.version
        if version is None or not version.files:
            return ()
        facts = None
        text = version.files[0]
        if text.content_type == DOCX and not text.is_held:
            try:
                facts = read_facts(open_docx(text.blob.data))
            except OfficeError:
                facts = None
        return check_form(facts, letter_of(self.situation.document))

    def of(self, *severities: str) -> list[dict]:
        """The points of some severities, in words."""
        return [self._said(one) for one in self.all if one.severity in severities]

    def _said(self, one: Finding) -> dict:
        request = self.situation.request
        mapping = {
            name: translate(Message(str(value), "vanphong"), context=request)
            for name, value in one.mapping.items()
        }
        return {
            "text": translate(Message(one.text, "vanphong", mapping=mapping), context=request),
            "where": one.where,
            "law": one.article,
            "look": LOOKS[str(one.severity)],
        }
