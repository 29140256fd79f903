"""A file that is being made, as JSON."""

from vanphong.documents import exports
from vanphong.ledger import jobs
from vanphong.organisation import people
from zope.publisher.interfaces import NotFound


def shown(service, uid: str) -> dict:
    """How the file stands, and where to fetch it.

    :raises NotFound: for a job of somebody else, so that an address answers 404.
    """
    me, row = people.me(), jobs.status(uid) if uid else None
    if row is None or row["kind"] != exports.JOB or row["subject_uid"] != me.user_id:
        raise NotFound(service.context, uid, service.request)
    url = service.context.absolute_url()
    made = exports.find(uid, me.user_id)
    return {
        "@id": f"{url}/@search-exports/{uid}",
        "state": row["state"],
        "error": row["error"],
        "rows": (row["result"] or {}).get("rows"),
        "download": f"{url}/@@search-export/{uid}" if made is not None else None,
    }
