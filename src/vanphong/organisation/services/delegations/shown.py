"""A delegation as JSON."""

from datetime import date
from typing import Any
from vanphong.organisation.rules import Delegation
from vanphong.organisation.rules import standing
from vanphong.ui.services import iso


def shown(one: Delegation, day: date, url: str) -> dict[str, Any]:
    """Everything that a delegation says, and where it stands on that day."""
    return {
        "@id": f"{url}/@delegations/{one.uid}",
        "UID": one.uid,
        "kind": one.kind,
        "giver": one.giver,
        "giver_title": one.giver_title,
        "taker": one.taker,
        "taker_title": one.taker_title,
        "document_types": sorted(one.document_types),
        "fields": sorted(one.fields),
        "valid_from": iso(one.valid_from),
        "valid_to": iso(one.valid_to),
        "basis": one.basis,
        "withdrawn_on": iso(one.withdrawn_on),
        "standing": str(standing(one, day)),
    }
