"""The fields of a type, in the order in which a form asks for them."""

from dataclasses import dataclass
from enum import StrEnum
from vanphong.errors import mark as _
from vanphong.outgoing.rules.particulars.values import DIRECT
from vanphong.outgoing.rules.particulars.values import ENCLOSING
from vanphong.outgoing.rules.particulars.values import Decision
from vanphong.outgoing.rules.particulars.values import Introduction
from vanphong.outgoing.rules.particulars.values import Invitation
from vanphong.outgoing.rules.particulars.values import Leave
from vanphong.outgoing.rules.particulars.values import Meeting
from vanphong.outgoing.rules.particulars.values import Particulars


class Kind(StrEnum):
    """How a field is typed."""

    TEXT = "text"
    LINES = "lines"
    MOMENT = "moment"
    DAY = "day"
    FLAG = "flag"
    CHOICE = "choice"


@dataclass(frozen=True)
class Field:
    """One field; ``width`` are columns of twelve, ``needed`` before the draft is submitted."""

    name: str
    title: str
    kind: Kind = Kind.TEXT
    width: int = 6
    needed: bool = False
    hint: str = ""
    longest: int = 300
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Group:
    """The fields of a type, and the article of the form that asks for them."""

    value: type[Particulars]
    title: str
    law: str
    fields: tuple[Field, ...]

    def field(self, name: str) -> Field | None:
        """The field of this name."""
        return next((one for one in self.fields if one.name == name), None)


_ANNEX = "Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu {}"
_ONE_A_LINE = _("one a line")

_DECIDED = (
    Field("authority", _("Who decides"), width=6, hint=_("the body, where it is left blank")),
    Field("proposer", _("Upon whose proposal"), width=6),
    Field("articles", _("Articles"), Kind.LINES, 12, hint=_ONE_A_LINE, longest=4000),
)

GROUPS: dict[str, Group] = {
    "giay-moi": Group(
        Invitation,
        _("The meeting"),
        _ANNEX.format("1.7"),
        (
            Field("title", _("Event"), width=12, hint=_("the subject, where it is left blank")),
            Field("starts_at", _("Begins"), Kind.MOMENT, 3, needed=True),
            Field("ends_at", _("Ends"), Kind.MOMENT, 3),
            Field("answer_by", _("Answer by"), Kind.MOMENT, 3),
            Field("room", _("Room"), width=3, longest=100),
            Field("place", _("Place"), width=6, needed=True),
            Field("online_link", _("Link for those who take part online"), width=6, longest=500),
            Field("chairs", _("Chair"), Kind.LINES, 6, hint=_ONE_A_LINE),
            Field(
                "invitees",
                _("Who is invited"),
                Kind.LINES,
                6,
                hint=_("the recipients, where it is left blank"),
            ),
            Field("prepare", _("Documents to prepare"), Kind.LINES, 6, hint=_ONE_A_LINE),
            Field("notes", _("Notes"), Kind.LINES, 6, hint=_ONE_A_LINE, longest=1000),
            Field("contact", _("Contact"), width=6),
            Field("urgent_meeting", _("Urgent meeting"), Kind.FLAG, 3),
            Field("public", _("Everybody may know of it"), Kind.FLAG, 3),
        ),
    ),
    "bien-ban": Group(
        Meeting,
        _("The meeting"),
        _ANNEX.format("1.9"),
        (
            Field("opened_at", _("Opened"), Kind.MOMENT, 3, needed=True),
            Field("closed_at", _("Closed"), Kind.MOMENT, 3, needed=True),
            Field("place", _("Place"), width=6, needed=True),
            Field("chair", _("Chair"), width=6, needed=True),
            Field("secretary", _("Secretary"), width=6, needed=True),
            Field("present", _("Present"), Kind.LINES, 6, hint=_ONE_A_LINE),
            Field("absent", _("Absent"), Kind.LINES, 6, hint=_ONE_A_LINE),
        ),
    ),
    "quyet-dinh": Group(
        Decision,
        _("The decision"),
        _ANNEX.format("1.2, 1.3"),
        (
            Field(
                "decides",
                _("What it does"),
                Kind.CHOICE,
                12,
                options=(
                    (DIRECT, _("It rules by itself")),
                    (ENCLOSING, _("It issues or approves another document")),
                ),
            ),
            *_DECIDED,
            Field("enclosed_type", _("Type of the enclosed document"), width=4, longest=60),
            Field("enclosed_subject", _("Subject of the enclosed document"), width=8),
        ),
    ),
    "nghi-quyet": Group(Decision, _("The resolution"), _ANNEX.format("1.1"), _DECIDED),
    "giay-gioi-thieu": Group(
        Introduction,
        _("The person"),
        _ANNEX.format("1.8"),
        (
            Field("person", _("Who is introduced"), needed=True, longest=100),
            Field("position", _("Position"), longest=150),
            Field("sent_to", _("Sent to"), needed=True),
            Field("valid_until", _("Valid until"), Kind.DAY, needed=True),
            Field("purpose", _("What for"), width=12, needed=True),
        ),
    ),
    "giay-nghi-phep": Group(
        Leave,
        _("The leave"),
        _ANNEX.format("1.10"),
        (
            Field("person", _("Who takes leave"), needed=True, longest=100),
            Field("position", _("Position"), longest=150),
            Field("asked_on", _("Asked for on"), Kind.DAY, 4),
            Field("starts_on", _("From"), Kind.DAY, 4, needed=True),
            Field("ends_on", _("To"), Kind.DAY, 4, needed=True),
            Field("counted_as", _("Counted as"), width=6, longest=100),
            Field("where", _("Where the leave is spent"), width=6),
        ),
    ),
}
