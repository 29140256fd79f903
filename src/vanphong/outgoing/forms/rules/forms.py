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
            "phieu-gui",
            "phieu-chuyen",
            "phieu-bao",
        ),
    ),
    Form("nghi-quyet", _("Resolution"), "1.1", ("nghi-quyet",)),
    Form("quyet-dinh", _("Decision that rules directly"), "1.2", ("quyet-dinh",)),
    Form(
        "quyet-dinh-ban-hanh",
        _("Decision that issues or approves another document, with that document"),
        "1.3",
        ("quyet-dinh",),
    ),
    Form("cong-dien", _("Telegram"), "1.6", ("cong-dien",)),
    Form("giay-moi", _("Invitation"), "1.7", ("giay-moi",)),
    Form("giay-gioi-thieu", _("Letter of introduction"), "1.8", ("giay-gioi-thieu",)),
    Form("bien-ban", _("Minutes"), "1.9", ("bien-ban",)),
    Form("giay-nghi-phep", _("Leave permit"), "1.10", ("giay-nghi-phep",)),
)

_FORMS = {form.code: form for form in FORMS}


#: The form of a decision that has another document behind it.
ENCLOSING = "quyet-dinh-ban-hanh"


def forms_for(type_code: str, *, enclosing: bool = False) -> tuple[Form, ...]:
    """The forms for a type, the usual one first; the general one for types without their own.

    :param enclosing: the document issues or approves another one, which follows it.
    """
    found = tuple(form for form in FORMS if type_code in form.types) or (_FORMS[NAMED],)
    return tuple(sorted(found, key=lambda one: (one.code == ENCLOSING) is not enclosing))
