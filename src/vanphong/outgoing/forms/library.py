"""The templates that a drafter may choose from: the body's own ones, then the built-in ones."""

from dataclasses import dataclass
from datetime import date
from plone import api
from vanphong.documents import catalogues
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.outgoing.forms import builtin
from vanphong.outgoing.forms.rules.example import EXAMPLE
from vanphong.outgoing.forms.rules.example import example
from vanphong.outgoing.forms.rules.forms import forms_for
from vanphong.outgoing.forms.rules.letter import Letter


#: Id of the folder of the templates, at the portal.
PLACE = "bieu-mau"

#: Before the key of a body's own template stands its kind; the rest is its UID.
OWN = "own:"


@dataclass(frozen=True)
class Choice:
    """A template by its ``key``; ``title`` of a built-in one is a message id."""

    key: str
    title: str
    own: bool


def folder():
    """The folder of the templates, None before it is made."""
    return api.portal.get().get(PLACE)


def own_templates(day: date | None = None) -> list:
    """The templates that bodies have brought; with a day those that are offered then."""
    place = folder()
    found = [] if place is None else place.templates()
    return [one for one in found if day is None or one.is_valid(day)]


def templates_for(
    type_code: str, body_uid: str, day: date, *, enclosing: bool = False
) -> list[Choice]:
    """What is offered for a type in a body on a day, the best first.

    :param enclosing: the document issues or approves another one, which follows it.
    """
    own = [one for one in own_templates(day) if one.suits(type_code, body_uid)]
    own.sort(key=lambda one: (not one.body_uid, not one.document_types))
    return [
        *(Choice(OWN + one.UID(), one.title, True) for one in own),
        *(
            Choice(form.code, form.title, False)
            for form in forms_for(type_code, enclosing=enclosing)
        ),
    ]


def example_for(document_types: tuple[str, ...]) -> Letter:
    """The example that a template for these types is tried with: of the first of them."""
    known = catalogues.document_types()
    kind = next((known[code] for code in document_types if code in known), None)
    return EXAMPLE if kind is None else example(kind.code, kind.name, kind.abbreviation)


def template(key: str) -> bytes:
    """The DOCX of a choice.

    :raises InvalidInput: there is none, or not any more.
    """
    if key.startswith(OWN):
        for one in own_templates():
            if OWN + one.UID() == key:
                return one.data
    elif builtin.form(key) is not None:
        return builtin.template(key)
    raise InvalidInput(mark("There is no template “${key}”."), field="template", key=key)
