"""Who was present: signed addresses of the sign-in page, and the lines of the list.

An address holds until when it is valid and a signature over that, made with a secret of the
meeting. Whoever has not seen the code in the room can neither guess nor lengthen one.
"""

from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from enum import StrEnum
from hashlib import sha256
from hmac import compare_digest
from hmac import new as hmac
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.invitations.rules.meetings import Event
import re


#: The sign-in opens so long before the start, and closes so long after the end.
BEFORE = timedelta(hours=1)
AFTER = timedelta(hours=1)

LONGEST = 200

_TOKEN = re.compile(r"[0-9a-z]{1,12}-[0-9a-f]{40}")


class Way(StrEnum):
    """How somebody came upon the list."""

    SCANNED = "scanned"
    TICKED = "ticked"


@dataclass(frozen=True)
class Present:
    """One person who was there.

    :param key: user id, or a number for a guest.
    :param invitee: key of the invitee for whom the person came, "" for one not invited.
    """

    key: str
    title: str
    unit: str
    at: datetime
    way: Way
    by_title: str
    invitee: str = ""


def window(event: Event) -> tuple[datetime, datetime]:
    """From when to when people sign in."""
    return event.starts_at - BEFORE, event.end + AFTER


def signed(secret: bytes, meeting: str, until: datetime) -> str:
    """The last part of the address, valid until a moment."""
    stamp = f"{int(until.timestamp()):x}"
    return f"{stamp}-{_mac(secret, meeting, stamp)}"


def verified(secret: bytes, meeting: str, token: str, now: datetime) -> bool:
    """Whether an address is one of ours and still valid; anything else is a guess."""
    if not _TOKEN.fullmatch(token):
        return False
    stamp, _dash, mac = token.partition("-")
    if not compare_digest(mac, _mac(secret, meeting, stamp)):
        return False
    return now.timestamp() <= int(stamp, 16)


def read_guest(name: str, unit: str) -> tuple[str, str]:
    """Name and organisation of a guest, each as one line.

    :raises InvalidInput: without a name, or for a novel.
    """
    found, where = " ".join(name.split()), " ".join(unit.split())
    if not found:
        raise InvalidInput(_("Say who was present."), field="name")
    if len(found) > LONGEST or len(where) > LONGEST:
        raise InvalidInput(_("This is too long."), field="name")
    return found, where


def _mac(secret: bytes, meeting: str, stamp: str) -> str:
    return hmac(secret, f"{meeting}:{stamp}".encode(), sha256).hexdigest()[:40]
