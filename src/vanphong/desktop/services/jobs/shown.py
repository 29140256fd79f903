"""A background job as JSON."""

from plone import api
from vanphong.ledger import jobs
from vanphong.ledger import rules
from vanphong.ui.services import iso
from vanphong.ui.services import titled
from zope.publisher.interfaces import NotFound


PLAIN = ("subject_uid", "done", "total", "tries", "error", "result", "put_by")

DATED = ("put_at", "due_at", "started_at", "finished_at")


def find(service, uid: str) -> dict:
    """The job with this UID, as JSON.

    :raises NotFound: when there is none, so that an address answers 404.
    """
    row = jobs.status(uid)
    if row is None:
        raise NotFound(service.context, uid, service.request)
    return shown(row, service.request)


def shown(row: dict, request) -> dict:
    """A row of the ledger as JSON."""
    return {
        "@id": f"{api.portal.get().absolute_url()}/@jobs/{row['uid']}",
        "UID": row["uid"],
        "kind": titled(row["kind"], jobs.TITLES.get(row["kind"], row["kind"]), request),
        "state": titled(row["state"], rules.STATE_TEXTS[row["state"]], request),
        "acts": rules.acts_on(row["state"]),
        **{name: row[name] for name in PLAIN},
        **{name: iso(row[name]) for name in DATED},
    }
