"""Certified copies of a document: sao y, sao lục, trích sao.

All three kinds share one series of numbers a year (Decree 30/2020/NĐ-CP, Annex I Part II).
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Copy:
    """One copy that was made, with its number; ``excerpt`` says what of a trích sao."""

    kind: str
    number: int
    label: str
    symbol: str
    register_uid: str
    period: str
    made_at: datetime
    made_by: str
    made_by_title: str
    signer: str = ""
    signer_lines: tuple[str, ...] = ()
    recipients: str = ""
    excerpt: str = ""
    amount: int = 1
    subject: str = ""


def of(document) -> tuple[Copy, ...]:
    """The copies that were made of a document, the first one first."""
    return document.__dict__.get("copies") or ()


def row(document, one: Copy) -> dict:
    """The entry of a copy in the register of copies."""
    return {
        "register_uid": one.register_uid,
        "period": one.period,
        "number": one.number,
        "suffix": "",
        "label": one.label,
        "document_uid": document.UID(),
        "taken_at": one.made_at,
        "taken_by": one.made_by_title,
        "subject": one.subject,
        "symbol": one.symbol,
        "origin": document.organ_name,
        "recipient": one.recipients,
    }
