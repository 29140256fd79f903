"""An entry of a register as JSON, and the label that names it in an address."""

from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger import entries
from vanphong.ui.services import iso
import re


_LABEL = re.compile(r"(?P<number>\d{1,9})(?P<suffix>[a-z]?)")


def number_of(label: str) -> tuple[int, str]:
    """Number and letter of a label: ``45a`` is 45 and a.

    :raises InvalidInput: when it is no label.
    """
    match = _LABEL.fullmatch(label)
    if match is None:
        raise InvalidInput(
            _("“${label}” is not a number of a register; write it as 45 or 45a."),
            field="number",
            label=label,
        )
    return int(match["number"]), match["suffix"]


def find(register, number: int, suffix: str, url: str) -> dict:
    """The entry with this number, as JSON."""
    rows = entries.taken(register.UID(), register.period, number)
    return next(shown(row, url) for row in rows if row["suffix"] == suffix)


def shown(row: dict, url: str) -> dict:
    """A row of the ledger as JSON."""
    return {
        "@id": f"{url}/@numbers/{row['label']}",
        "label": row["label"],
        "number": row["number"],
        "suffix": row["suffix"],
        "document": row["document_uid"],
        "subject": row["subject"],
        "symbol": row["symbol"],
        "origin": row["origin"],
        "recipient": row["recipient"],
        "taken_at": iso(row["taken_at"]),
        "taken_by": row["taken_by"],
        "voided": _voided(row),
    }


def _voided(row: dict) -> dict | None:
    if row["voided_at"] is None:
        return None
    return {
        "at": iso(row["voided_at"]),
        "by": row["voided_by"],
        "reason": row["void_reason"],
    }
