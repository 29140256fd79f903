"""nginx before the office keeps public pages; what has changed is fetched anew through it.

nginx without a paid module cannot forget a page. It can be told to pass one request on and to
keep the answer: a request with a secret in its head, which ``instance/cluster`` makes at each
start. Without that, or when nginx cannot be reached, pages grow old within a minute.
"""

from hashlib import sha256
from http.client import HTTPConnection
from http.client import HTTPException
from plone.base.interfaces import IPloneSiteRoot
from urllib.parse import quote
from urllib.parse import urlsplit
from vanphong import _
from vanphong.ledger import jobs
from z3c.caching.interfaces import IPurgePaths
from zope.component import getAdapters
import logging
import os


logger = logging.getLogger(__name__)

KIND = "refresh_pages"
HEADER = "X-Vanphong-Refresh"

#: Seconds that one page may take.
PATIENCE = 10

SERVER_FAULT = 500

#: nginx keeps two copies of a page: packed, and plain.
COPIES = ("gzip", "")

#: Signs that stay as browsers send them.
_PLAIN = "/@?=&+.-_~:!$'()*,;"


def refresh(event) -> None:
    """Handler of IPurgeEvent: have the pages of an object fetched anew after the commit."""
    if not os.environ.get("VANPHONG_FRONT"):
        return
    found = [one for _name, one in getAdapters((event.object,), IPurgePaths)]
    paths = sorted({path for one in found for path in one.getRelativePaths()})
    if paths:
        # what concerns everybody is asked for once, however many changes wait with it
        is_site = IPloneSiteRoot.providedBy(event.object)
        key = "site" if is_site else sha256("\n".join(paths).encode()).hexdigest()[:32]
        jobs.put(KIND, "", {"paths": paths}, key, soon=True)


@jobs.handler(KIND, _("Public pages are made anew"))
def fetch(job: jobs.Job) -> jobs.Done:
    """Ask for each page; one that fails grows old by itself."""
    failed = [path for path in job.args["paths"] if not all(_asked(path, one) for one in COPIES)]
    if failed:
        logger.warning("Not renewed before the office: %s", ", ".join(failed))
    return jobs.Done({"pages": len(job.args["paths"]), "failed": failed})


def _asked(path: str, encoding: str) -> bool:
    """Whether the page could be asked for; an answer such as 404 is one, too."""
    front = os.environ.get("VANPHONG_FRONT", "")
    heads = {
        HEADER: os.environ.get("VANPHONG_FRONT_SECRET", ""),
        "Host": os.environ.get("VANPHONG_FRONT_HOST") or urlsplit(front).netloc,
        "Accept": "text/html,*/*",
        "Accept-Encoding": encoding or "identity",
    }
    where = urlsplit(front)
    connection = HTTPConnection(where.hostname or "", where.port or 80, timeout=PATIENCE)
    try:
        connection.request("GET", quote(path, safe=_PLAIN), headers=heads)
        answer = connection.getresponse()
        answer.read()
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
    return answer.status < SERVER_FAULT
