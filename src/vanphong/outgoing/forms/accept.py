"""The gate for templates that administrators bring: what is let in can be rendered safely."""

from dataclasses import dataclass
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.outgoing.forms.docx import TEMPLATE
from vanphong.outgoing.forms.docx import open_docx
from vanphong.outgoing.forms.docx import read_facts
from vanphong.outgoing.forms.docx import refuse_active
from vanphong.outgoing.forms.render import render_draft
from vanphong.outgoing.forms.render import sources
from vanphong.outgoing.forms.rules.check import check_form
from vanphong.outgoing.forms.rules.example import EXAMPLE
from vanphong.outgoing.forms.rules.findings import Finding
from vanphong.outgoing.forms.rules.letter import Letter
from vanphong.outgoing.forms.sandbox import refuse_strange


@dataclass(frozen=True)
class Accepted:
    """A template that was let in: filled in with the example, and what its form lacks."""

    filled: bytes
    findings: tuple[Finding, ...]


def accept_template(data: bytes, letter: Letter = EXAMPLE) -> Accepted:
    """Let a template in, or say why not.

    :param letter: an example of the type that it is for.
    :raises InvalidInput: it is no DOCX, too big, unpacks to too much, holds a program, fetches
        something, speaks more than variables, conditions and loops (the placeholder is named),
        names variables that no letter has (all are listed), or shows nothing of a letter.
    """
    refuse_active(open_docx(data, TEMPLATE))
    texts = list(sources(data))
    unknown = sorted(frozenset().union(*map(refuse_strange, texts)))
    if unknown:
        raise InvalidInput(
            _("The template names variables that there are not: ${names}."),
            field="file",
            names=", ".join(unknown),
        )
    if not any("{{" in text for text in texts):
        raise InvalidInput(
            _("The file shows nothing of a letter: it has no placeholder such as ${placeholder}."),
            field="file",
            placeholder="{{ subject }}",
        )
    filled = render_draft(data, letter)
    return Accepted(filled, check_form(read_facts(open_docx(filled)), letter))
