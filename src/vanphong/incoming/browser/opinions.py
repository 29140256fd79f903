"""A leader's directive as plain values, for the page of a document and its slip."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Opinion:
    """What a leader directed.

    :param entered_by: title of the clerk who typed it for the leader, or "".
    :param lead: title of who leads; the others likewise.
    :param replaced: a later directive has taken its place.
    """

    uid: str
    by: str
    when: datetime
    text: str
    lead: str
    coordinators: tuple[str, ...] = ()
    inform: tuple[str, ...] = ()
    due: datetime | None = None
    entered_by: str = ""
    replaced: bool = False
