"""What a form shows: the values of one outgoing document.

Everything that one of the templates of Annex III prints is here, so that the same values make
the draft, fill in number and date when it is numbered, and are what a draft is checked
against. Texts are as the drafter typed them; ``words`` brings them into the form of the law.
"""

from dataclasses import dataclass
from datetime import date
from vanphong.documents.rules import format_symbol


#: Code of an official letter, the one type without a name on the paper (form 1.5).
OFFICIAL_LETTER = "cong-van"


INVITATION = "giay-moi"

#: Types whose form has no subject below the name of the type (forms 1.8 and 1.10).
UNTITLED = ("giay-gioi-thieu", "giay-nghi-phep")

#: Types that say “Kính gửi” (Annex I.II.9.a); telegrams name whom they are sent to.
ADDRESSED = (OFFICIAL_LETTER, "to-trinh", "bao-cao", "cong-dien")


@dataclass(frozen=True)
class Recipient:
    """A line below “Nơi nhận:”, with its purpose such as ``b/c`` or ``để biết``."""

    name: str
    purpose: str = ""


@dataclass(frozen=True)
class Signer:
    """The block of the signer: ``lines`` of authority and title, top to bottom, and the name.

    ``("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")``.
    """

    lines: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True)
class Event:
    """What an invitation invites to (form 1.7)."""

    invited: tuple[str, ...] = ()
    occasion: str = ""
    chair: str = ""
    time: str = ""
    place: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Minutes:
    """What minutes say beside the course of the meeting (form 1.9)."""

    started: str = ""
    place: str = ""
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    chair: str = ""
    secretary: str = ""
    ended: str = ""


@dataclass(frozen=True)
class Enclosed:
    """A document issued or approved by a decision (form 1.3)."""

    type_name: str
    subject: str
    text: str = ""


@dataclass(frozen=True)
class Introduced:
    """Whom a letter of introduction introduces (form 1.8)."""

    person: str = ""
    position: str = ""
    sent_to: str = ""
    purpose: str = ""
    until: str = ""


@dataclass(frozen=True)
class Absence:
    """The leave that a leave permit grants (form 1.10)."""

    person: str = ""
    position: str = ""
    asked: str = ""
    counted_as: str = ""
    days: str = ""
    start: str = ""
    end: str = ""
    where: str = ""


UNSIGNED, NO_EVENT, NO_MINUTES = Signer(), Event(), Minutes()
NOBODY, NO_ABSENCE = Introduced(), Absence()


@dataclass(frozen=True, kw_only=True)
class Letter:
    """One document as its form shows it.

    ``notation`` is all behind the number (``UBND-VX``); ``number`` and ``day`` are None
    before numbering, and their places stay blank. ``place`` is that of the date line.
    ``authority`` is who decides in a decision, or who sends a telegram; ``proposer`` the unit
    upon whose proposal a decision is made. ``text`` is the body, one paragraph a line.
    ``kept_copies`` and ``drafter_sign`` complete the line “Lưu”; ``stamp`` are the words of
    the urgency stamp, ``circulation`` those of a note such as LƯU HÀNH NỘI BỘ; ``foot`` are
    the lines of address, telephone and web at the foot of page 1.
    """

    body_name: str
    notation: str
    place: str
    type_code: str
    type_name: str
    subject: str
    type_abbreviation: str = ""
    superior: str = ""
    unit_abbreviation: str = ""
    number: int | None = None
    suffix: str = ""
    day: date | None = None
    addressees: tuple[str, ...] = ()
    authority: str = ""
    bases: tuple[str, ...] = ()
    proposer: str = ""
    text: str = ""
    recipients: tuple[Recipient, ...] = ()
    kept_copies: int = 0
    drafter_sign: str = ""
    signer: Signer = UNSIGNED
    stamp: str = ""
    circulation: str = ""
    foot: tuple[str, ...] = ()
    event: Event = NO_EVENT
    minutes: Minutes = NO_MINUTES
    enclosed: Enclosed | None = None
    introduced: Introduced = NOBODY
    absence: Absence = NO_ABSENCE

    @property
    def is_official_letter(self) -> bool:
        """Whether the document has no type name, but “V/v” below its number."""
        return self.type_code == OFFICIAL_LETTER

    @property
    def addressed(self) -> tuple[str, ...]:
        """Who stands behind “Kính gửi”; other types name their addressees as recipients."""
        return self.addressees if self.type_code in ADDRESSED else ()

    @property
    def invited(self) -> tuple[str, ...]:
        """Who an invitation invites: its addressees, where the event does not say."""
        return self.event.invited or self.addressees

    @property
    def symbol(self) -> str:
        """Number and symbol, ``05/UBND-VX``; "" before numbering."""
        return "" if self.number is None else format_symbol(self.number, self.notation, self.suffix)
