"""Urgency and secrecy of a document (độ khẩn, độ mật).

Decree 30/2020/NĐ-CP, Article 4 and Annex I.III.2; secrets by their own law, which keeps them
off networks like this one.
"""

from dataclasses import dataclass
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _


SECRECY_RULE = "Luật Bảo vệ bí mật nhà nước"


@dataclass(frozen=True)
class Urgency:
    """A degree of urgency.

    ``number`` is that of edXML and of Priority in Annex VI; ``label`` is a message id; ``stamp``
    are the words of the red stamp, ``stamp_mm`` its width and height.
    """

    code: str
    number: int
    label: str
    stamp: str = ""
    stamp_mm: tuple[int, int] | None = None


@dataclass(frozen=True)
class Secrecy:
    """A degree of secrecy; ``stamp`` are the words on the paper."""

    code: str
    number: int
    label: str
    stamp: str = ""


NORMAL = "normal"

URGENCY = (
    Urgency(NORMAL, 0, _("Ordinary")),
    Urgency("urgent", 1, _("Urgent"), "KHẨN", (20, 8)),
    Urgency("very-urgent", 2, _("Very urgent"), "THƯỢNG KHẨN", (40, 8)),
    Urgency("express", 3, _("Express"), "HỎA TỐC", (30, 8)),
    Urgency("express-timed", 4, _("Timed express"), "HỎA TỐC HẸN GIỜ", (30, 8)),
)

SECRECY = (
    Secrecy(NORMAL, 0, _("Ordinary")),
    Secrecy("confidential", 1, _("Confidential"), "MẬT"),
    Secrecy("secret", 2, _("Secret"), "TỐI MẬT"),
    Secrecy("top-secret", 3, _("Top secret"), "TUYỆT MẬT"),
)

_URGENCY = {degree.code: degree for degree in URGENCY}
_SECRECY = {degree.code: degree for degree in SECRECY}


def urgency_of(code: str) -> Urgency:
    """Find a degree of urgency by its code.

    :raises InvalidInput: there is none, naming those there are.
    """
    if code not in _URGENCY:
        raise InvalidInput(
            _("“${code}” is not a degree of urgency; there are ${codes}."),
            field="urgency",
            code=code,
            codes=", ".join(_URGENCY),
        )
    return _URGENCY[code]


def secrecy_of(code: str) -> Secrecy:
    """Find a degree of secrecy by its code.

    :raises InvalidInput: there is none, naming those there are.
    """
    if code not in _SECRECY:
        raise InvalidInput(
            _("“${code}” is not a degree of secrecy; there are ${codes}."),
            field="secrecy",
            code=code,
            codes=", ".join(_SECRECY),
        )
    return _SECRECY[code]


def is_urgent(code: str) -> bool:
    """Tell whether a document of this urgency is handled at once (Articles 18, 23 and 24)."""
    return urgency_of(code).number > 0


def refuse_secret(secrecy: str, has_file: bool = False, subject: str = "") -> None:
    """Refuse every document above normal secrecy, whatever comes with it.

    :raises RuleBroken: and says, when a file or a subject was given, that neither was kept.
    """
    degree = secrecy_of(secrecy)
    if degree.number == 0:
        return
    text = _(
        "Documents marked ${stamp} are not entered on this network: register them in the "
        "separate register of secret documents."
    )
    if has_file or subject.strip():
        text = _(
            "Documents marked ${stamp} are not entered on this network. Nothing was kept; take "
            "the file off this computer and use the separate register of secret documents."
        )
    raise RuleBroken(text, rule=SECRECY_RULE, field="secrecy", stamp=degree.stamp)
