"""The form of a document in plain Python: its values, its words, its check."""

from vanphong.outgoing.forms.rules.check import CHECKLIST
from vanphong.outgoing.forms.rules.check import Item
from vanphong.outgoing.forms.rules.check import check_form
from vanphong.outgoing.forms.rules.facts import DocxFacts
from vanphong.outgoing.forms.rules.findings import Finding
from vanphong.outgoing.forms.rules.forms import FORMS
from vanphong.outgoing.forms.rules.forms import Form
from vanphong.outgoing.forms.rules.forms import forms_for
from vanphong.outgoing.forms.rules.letter import Absence
from vanphong.outgoing.forms.rules.letter import Enclosed
from vanphong.outgoing.forms.rules.letter import Event
from vanphong.outgoing.forms.rules.letter import Introduced
from vanphong.outgoing.forms.rules.letter import Letter
from vanphong.outgoing.forms.rules.letter import Minutes
from vanphong.outgoing.forms.rules.letter import Recipient
from vanphong.outgoing.forms.rules.letter import Signer
from vanphong.outgoing.forms.rules.variables import NAMES
from vanphong.outgoing.forms.rules.variables import VARIABLES
from vanphong.outgoing.forms.rules.variables import values


__all__ = [
    "CHECKLIST",
    "FORMS",
    "NAMES",
    "VARIABLES",
    "Absence",
    "DocxFacts",
    "Enclosed",
    "Event",
    "Finding",
    "Form",
    "Introduced",
    "Item",
    "Letter",
    "Minutes",
    "Recipient",
    "Signer",
    "check_form",
    "forms_for",
    "values",
]
