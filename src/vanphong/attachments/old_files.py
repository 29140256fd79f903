"""The files that came in before there was a pipeline: they are checked and read, too."""

from plone import api
from vanphong import _
from vanphong.attachments import pipeline
from vanphong.ledger import jobs
from zope.dottedname.resolve import resolve


KIND = "read-old-files"

#: Documents looked at in one batch.
BATCH = 100


def put() -> str:
    """Have all of them found in the background; the UID of the job."""
    return jobs.put(KIND, "", {}, key=KIND)


@jobs.handler(KIND, title=_("Finding files that were never read"))
def run(job: jobs.Job):
    """One batch: put a job for each file of some documents."""
    catalog = api.portal.get_tool("portal_catalog")
    types = [fti.getId() for fti in _types_with_files()]
    brains = catalog.unrestrictedSearchResults(portal_type=types, sort_on="path")
    at = job.cursor.get("at", 0)
    for brain in brains[at : at + BATCH]:
        pipeline.start(brain._unrestrictedGetObject())
    done = min(at + BATCH, len(brains))
    if done < len(brains):
        return jobs.More(cursor={"at": done}, done=done, total=len(brains))
    return jobs.Done({"documents": done})


def _types_with_files():
    """Content types whose objects have attachments."""
    types = api.portal.get_tool("portal_types")
    for fti in types.objectValues():
        klass = getattr(fti, "klass", "")
        if klass.startswith("vanphong.") and hasattr(resolve(klass), "attachments"):
            yield fti
