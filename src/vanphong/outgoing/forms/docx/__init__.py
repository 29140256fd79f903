"""DOCX files from strangers: opened within limits, read for their form, filled in."""

from vanphong.outgoing.forms.docx.container import DRAFT
from vanphong.outgoing.forms.docx.container import TEMPLATE
from vanphong.outgoing.forms.docx.container import Limits
from vanphong.outgoing.forms.docx.container import Package
from vanphong.outgoing.forms.docx.container import open_docx
from vanphong.outgoing.forms.docx.fill import fill_number
from vanphong.outgoing.forms.docx.reading import read_facts
from vanphong.outgoing.forms.docx.refusing import refuse_active


__all__ = [
    "DRAFT",
    "TEMPLATE",
    "Limits",
    "Package",
    "fill_number",
    "open_docx",
    "read_facts",
    "refuse_active",
]
