"""The inputs of a condition: for which documents a template or one of its steps is."""

from collections.abc import Iterable
from dataclasses import replace
from vanphong import _
from vanphong.documents import catalogues
from vanphong.documents import rules as document_rules
from vanphong.registers.actions import registers_of
from vanphong.routing.browser.places import units_of
from vanphong.routing.rules.routes import Condition
from vanphong.routing.template_words import said
from vanphong.ui.browser.form import OfficeForm


#: What is asked of documents of each direction, in this order.
KINDS = {
    "out": ("document_types", "fields", "units", "registers", "urgencies", "signed_by"),
    "in": ("document_types", "fields", "registers", "urgencies", "senders"),
}

LABELS = {
    "document_types": _("Types of document"),
    "registers": _("Registers"),
    "urgencies": _("Urgency"),
    "fields": _("Fields"),
    "units": _("Drafting units"),
    "senders": _("Senders"),
    "signed_by": _("Signed by"),
}

ANY = {
    "document_types": _("All types"),
    "registers": _("All registers"),
    "fields": _("All fields"),
    "units": _("All units"),
}

SIGNERS = {"body": _("a leader of the body"), "unit": _("the head of the unit")}


class ConditionFields:
    """The inputs for a body and a direction; ``prefix`` keeps two of them on a page apart."""

    def __init__(self, body, direction: str, prefix: str = ""):
        self.body = body
        self.direction = direction
        self.prefix = prefix

    @property
    def names(self) -> list[str]:
        """Names of the inputs."""
        return [self.prefix + kind for kind in KINDS[self.direction]]

    def fields(self, condition: Condition) -> list[dict]:
        """For the macros ``pick`` and ``field``."""
        return [self._field(kind, getattr(condition, kind)) for kind in KINDS[self.direction]]

    def read(self, form: OfficeForm, held: Condition) -> Condition:
        """What was chosen; kinds that the page does not ask for stay as they were."""
        found: dict[str, object] = {}
        for kind in KINDS[self.direction]:
            if kind == "senders":
                lines = form.text(self.prefix + kind).splitlines()
                found[kind] = tuple(line.strip() for line in lines if line.strip())
            else:
                found[kind] = frozenset(form.texts(self.prefix + kind))
        return replace(held, **found)

    def _field(self, kind: str, value: Iterable[str]) -> dict:
        field = {"name": self.prefix + kind, "label": LABELS[kind], "width": 12}
        if kind == "senders":
            return {
                **field,
                "kind": "textarea",
                "rows": 2,
                "value": "\n".join(value),
                "help": _("One a line; a part of the name is enough, accents do not matter."),
            }
        if kind in ("urgencies", "signed_by"):
            return {**field, "kind": "checks", "value": value, "options": options(kind)}
        choices = [
            {"value": code, "title": title} for code, title in self.titles(kind, value).items()
        ]
        return {
            **field,
            "many": True,
            "value": tuple(value),
            "prompt": ANY[kind],
            "groups": [{"id": "all", "title": "", "options": choices}],
        }

    def titles(self, kind: str, held: Iterable[str] = ()) -> dict[str, str]:
        """Titles by codes; what is held stays choosable though it is gone."""
        found = titles(kind, self.body, self.direction)
        return {**found, **{code: code for code in sorted(set(held)) if code not in found}}


def options(kind: str) -> list[tuple[str, str]]:
    """The few values of urgency or signature."""
    if kind == "signed_by":
        return list(SIGNERS.items())
    return [(one.code, said(one.label)) for one in document_rules.URGENCY]


def titles(kind: str, body, direction: str) -> dict[str, str]:
    """Titles by codes of a catalogue, of the registers or of the units of a body."""
    if kind == "document_types":
        return {code: one.name for code, one in catalogues.document_types().items()}
    if kind == "fields":
        return {code: one.name for code, one in catalogues.fields().items()}
    if body is None:
        return {}
    if kind == "registers":
        books = registers_of(body)
        return {one.UID(): one.title for one in books if one.direction == direction}
    return {one.uid: one.title for one in units_of(body)}
