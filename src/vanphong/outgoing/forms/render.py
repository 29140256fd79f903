"""Rendering: a template and a letter make a DOCX (docxtpl in Jinja's sandbox)."""

from collections.abc import Iterator
from docxtpl import DocxTemplate
from jinja2 import TemplateError
from typing import Any
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.outgoing.forms.rules.letter import Letter
from vanphong.outgoing.forms.rules.variables import values
from vanphong.outgoing.forms.sandbox import Sandbox
from xml.etree.ElementTree import ParseError
import io


#: The properties of a file that docxtpl renders, too.
PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")

_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def render_draft(template: bytes, letter: Letter) -> bytes:
    """The DOCX of a letter. Autoescape and the sandbox are always on.

    :param template: one of ``builtin``, or one that ``accept_template`` has let in.
    :raises InvalidInput: the template cannot be rendered.
    """
    document = DocxTemplate(io.BytesIO(template))
    try:
        document.render(values(letter), jinja_env=Sandbox(), autoescape=True)
    except (TemplateError, ParseError, SyntaxError, TypeError, ValueError, KeyError) as problem:
        raise InvalidInput(
            _("The template cannot be filled in: ${problem}."), field="file", problem=problem
        ) from problem
    known = document.docx.core_properties
    known.title, known.author = letter.subject[:200], letter.body_name[:200]
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def sources(template: bytes) -> Iterator[str]:
    """All texts of a template that are rendered, their tags made whole."""
    document: Any = DocxTemplate(io.BytesIO(template))
    document.init_docx()
    yield document.patch_xml(document.get_xml())
    for uri in (document.HEADER_URI, document.FOOTER_URI):
        for _key, part in document.get_headers_footers(uri):
            yield document.patch_xml(document.get_part_xml(part))
    for part in document.docx.part.package.parts:
        if part.content_type == _FOOTNOTES:
            yield document.patch_xml(part.blob.decode("utf-8"))
    known = document.docx.core_properties
    yield from filter(None, (getattr(known, name) for name in PROPERTIES))
