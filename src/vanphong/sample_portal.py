"""What of the sample body everybody sees: its name, and the issued documents, published."""

from datetime import datetime
from datetime import timedelta
from pathlib import Path
from plone import api
from vanphong.calendars import clock
from vanphong.ledger import documents
from vanphong.ledger.paging import SIZE
from vanphong.organisation import people
from vanphong.portal import actions
from vanphong.portal.interfaces import IPortalSettings
import json


DATA = Path(__file__).parent / "profiles" / "sample"


def settings(units: dict) -> None:
    """Address and telephone of the sample body and of its units."""
    told = _told()
    for name, value in told["settings"].items():
        api.portal.set_registry_record(name, value, interface=IPortalSettings)
    for unit, values in told["units"].items():
        for name, value in values.items():
            setattr(units[unit], name, value)


def play(body, present: datetime) -> None:
    """Publish what the body has issued; its clerk does so within the hour."""
    rows = documents.list_documents(body.UID(), "out", tokens=None, size=SIZE).rows
    told = _told()["publications"]
    for row in reversed(rows):
        if row["state"] != "issued":
            continue
        document = api.portal.get().unrestrictedTraverse(row["path"])
        clock.freeze(min(document.issued_at + timedelta(hours=1), present))
        people.forget()
        with api.env.adopt_user(username="vanthu"):
            actions.publish(document, **told.get(document.document_type, {}))
    clock.freeze(present)


def _told() -> dict:
    return json.loads((DATA / "portal.json").read_text(encoding="utf-8"))
