"""What some types of documents say in fields of their own, as frozen values.

Moments are aware, in Vietnamese time. Lists are tuples of lines, each without a sign at its
end.
"""

from dataclasses import dataclass
from datetime import date
from datetime import datetime


@dataclass(frozen=True)
class Invitation:
    """What an invitation invites to (Decree 30/2020, Annex III, form 1.7).

    ``title`` is the event, the subject where it is blank; ``room`` the id of a room of the
    body; ``invitees`` the people who are invited, the recipients where there are none;
    ``prepare`` the documents to prepare; ``answer_by`` until when an answer is asked for;
    ``public`` whether everybody may know of the event.
    """

    title: str = ""
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    place: str = ""
    room: str = ""
    chairs: tuple[str, ...] = ()
    invitees: tuple[str, ...] = ()
    prepare: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    contact: str = ""
    answer_by: datetime | None = None
    urgent_meeting: bool = False
    public: bool = False
    online_link: str = ""


@dataclass(frozen=True)
class Meeting:
    """What minutes say beside the course of the meeting (form 1.9)."""

    opened_at: datetime | None = None
    closed_at: datetime | None = None
    place: str = ""
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    chair: str = ""
    secretary: str = ""


#: What a decision does: rule by itself (form 1.2), or issue or approve another document (1.3).
DIRECT, ENCLOSING = "direct", "enclosing"


@dataclass(frozen=True)
class Decision:
    """Who decides, and what, in a decision or a resolution (forms 1.1 to 1.3).

    ``authority`` is who decides where it is not the body itself, ``proposer`` upon whose
    proposal; a line of ``articles`` is an article, numbered by its place.
    """

    decides: str = DIRECT
    authority: str = ""
    proposer: str = ""
    articles: tuple[str, ...] = ()
    enclosed_type: str = ""
    enclosed_subject: str = ""


@dataclass(frozen=True)
class Introduction:
    """Whom a letter of introduction introduces (form 1.8), to whom and what for."""

    person: str = ""
    position: str = ""
    sent_to: str = ""
    purpose: str = ""
    valid_until: date | None = None


@dataclass(frozen=True)
class Leave:
    """Whose leave a leave permit grants (form 1.10).

    ``counted_as`` is the leave that its days are counted into, such as phép năm 2024.
    """

    person: str = ""
    position: str = ""
    asked_on: date | None = None
    counted_as: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    where: str = ""


Particulars = Invitation | Meeting | Decision | Introduction | Leave
