"""The built-in forms: which of Annex III a document of a type is written on."""

from dataclasses import dataclass
from vanphong.errors import mark as _
from vanphong.outgoing.forms.rules.letter import OFFICIAL_LETTER


@dataclass(frozen=True)
class Form:
    """A form; ``number`` is its number in Annex III, ``types`` the codes it is usual for."""

    code: str
    title: str
    number: str
    types: tuple[str, ...] = ()


NAMED = "co-ten-loai"

FORMS = (
    Form(OFFICIAL_LETTER, _("Official letter"), "1.5", (OFFICIAL_LETTER,)),
    Form(
        NAMED,
        _("Document with the name of its type: submission, report, notice, plan and others"),
        "1.4",
        (
            "to-trinh",
            "bao-cao",
            "thong-bao",
            "ke-hoach",
            "chi-thi",
            "quy-che",
            "quy-dinh",
            "thong-cao",
            "huong-dan",
            "chuong-trinh",
            "phuong-an",
            "de-an",
            "du-an",
        ),
    ),
    Form("quyet-dinh", _("Decision that rules directly"), "1.2", ("quyet-dinh",)),
    Form(
        "quyet-dinh-ban-hanh",
        _("Decision that issues or approves another document, with that document"),
        "1.3",
        ("quyet-dinh",),
    ),
    Form("cong-dien", _("Telegram"), "1.6", ("cong-dien",)),
    Form("giay-moi", _("Invitation"), "1.7", ("giay-moi",)),
    Form("bien-ban", _("Minutes"), "1.9", ("bien-ban",)),
)

_FORMS = {form.code: form for form in FORMS}


def forms_for(type_code: str) -> tuple[Form, ...]:
    """The forms for a type, the usual one first; the general one for types without their own."""
    return tuple(form for form in FORMS if type_code in form.types) or (_FORMS[NAMED],)
