"""The lines that stand above the name of whoever signs.

Decree 30/2020, Article 13 and Annex I, part II.7. They stack: ``TL. CHỦ TỊCH`` /
``KT. CHÁNH VĂN PHÒNG`` / ``PHÓ CHÁNH VĂN PHÒNG``.
"""

from dataclasses import dataclass
from enum import StrEnum
from vanphong.organisation.rules.units import DEPUTY


class Form(StrEnum):
    """In what form somebody signs. TM. and Q. come by themselves, see ``signer_lines``."""

    OWN = ""
    KT = "KT"
    TL = "TL"
    TUQ = "TUQ"


class Regime(StrEnum):
    """How a body is led: by its head alone, or by a collective that the head speaks for."""

    ONE_HEAD = "one-head"
    COLLECTIVE = "collective"


#: Titles as they are printed, where the roster does not say it: the longest that a position
#: begins with. The name of the unit is not repeated below its own letterhead.
TITLES = (
    "Phó Chủ tịch",
    "Phó Chánh Văn phòng",
    "Phó Chánh Thanh tra",
    "Phó Trưởng phòng",
    "Phó Trưởng ban",
    "Phó Giám đốc",
    "Phó Hiệu trưởng",
    "Phó Bí thư",
    "Chủ tịch",
    "Chánh Văn phòng",
    "Chánh Thanh tra",
    "Trưởng phòng",
    "Trưởng ban",
    "Giám đốc",
    "Hiệu trưởng",
    "Bí thư",
)

#: How the position of an acting head begins.
ACTING = ("quyền ", "q. ")


@dataclass(frozen=True)
class SignerLine:
    """One line above the name: ``KT.`` and ``CHỦ TỊCH``; the prefix may be empty."""

    prefix: str
    title: str

    def __str__(self) -> str:
        return f"{self.prefix} {self.title}".strip()


@dataclass(frozen=True)
class Issuer:
    """Whose document it is: the printed title of its head, and the collective if it has one."""

    head: str
    collective: str = ""


@dataclass(frozen=True)
class Signer:
    """The position in which somebody signs.

    :param title: as printed below the letterhead of their own unit, such as Trưởng phòng.
    :param full_title: with the name of the unit, for what is signed in the name of another.
    :param head: user id of the head of the same unit, ``head_title`` as printed; for deputies.
    :param acting: an acting head (quyền).
    """

    user_id: str
    title: str
    rank: str
    full_title: str = ""
    fields: frozenset[str] = frozenset()
    head: str = ""
    head_title: str = ""
    acting: bool = False


def printed_title(position: str) -> str:
    """The title that is printed for a position, without the name of the unit."""
    words = unacting(position)
    for title in TITLES:
        if words.casefold().startswith(title.casefold()):
            return title
    return words


def is_acting(position: str) -> bool:
    """Whether a position is that of an acting head, such as Quyền Trưởng phòng."""
    return position.casefold().startswith(ACTING)


def unacting(position: str) -> str:
    """A position without the word that says it is held for the time being."""
    for start in ACTING:
        if position.casefold().startswith(start):
            rest = position[len(start) :].strip()
            return rest[:1].upper() + rest[1:]
    return position


def signer_lines(form: Form, signer: Signer, issuer: Issuer) -> tuple[SignerLine, ...]:
    """The lines above the name, in their order, in capitals.

    A collective is spoken for (TM.) by its head and the head's deputies only; who signs by
    order or by authorisation does so for the head.
    """
    title = signer.title
    lines = []
    if form in (Form.TL, Form.TUQ):
        lines.append(SignerLine(f"{form}.", issuer.head))
        title = signer.full_title or signer.title
    elif issuer.collective:
        lines.append(SignerLine("TM.", issuer.collective))
    if signer.rank == DEPUTY:
        lines.append(SignerLine("KT.", signer.head_title))
    lines.append(SignerLine("Q." if signer.acting else "", title))
    return tuple(SignerLine(line.prefix, line.title.upper()) for line in lines)
