"""A changed grid is brought to documents: how many a second, and what a request takes.

``bin/instance run bench/workflows.py [N]`` on a site with the sample body; it adds N bare
documents (default 2000) that it takes away with its database: run it on a var folder of its own.
"""

from AccessControl.SecurityManagement import newSecurityManager
from plone.dexterity.utils import createContent
from Testing.makerequest import makerequest
from vanphong.calendars import clock
from vanphong.documents import places
from vanphong.documents.index import index_document
from vanphong.ledger import jobs
from vanphong.ledger import session
from vanphong.ledger.worker import Worker
from vanphong.workflows import actions
from vanphong.workflows import rights
from vanphong.workflows.standing import Standing
from zope.component.hooks import setSite
from zope.globalrequest import setRequest
import sys
import time
import transaction


WORKFLOW = "incoming_workflow"
STATE = "finished"

#: Documents a second that the job must reach.
GOAL = 300


def fill(site, count: int) -> None:
    """Finished documents without sheet and files, as light as a document can be."""
    body = next(iter(site["to-chuc"].objectValues()))
    place = places.folder(body.UID(), "in", clock.today())
    tool = site.portal_workflow
    for number in range(count):
        texts = {"subject": f"V/v thử {number}", "symbol": "", "organ_name": "Sở Thử nghiệm"}
        document = createContent("IncomingDocument", **texts)
        document.body_uid = body.UID()
        document.arrived_at = document.registered_at = clock.now()
        document.arrival_number = 100_000 + number
        document = places.put(place, document, f"bench-{number}")
        status = dict(tool.getStatusOf(WORKFLOW, document))
        tool.setStatusOf(WORKFLOW, document, {**status, "review_state": STATE})
        index_document(document)
        if number % 500 == 499:
            transaction.commit()
            site._p_jar.cacheMinimize()
    transaction.commit()


def change(site, roles: list[str]) -> float:
    """Edit and apply a grid; seconds of the two requests."""
    begun = time.perf_counter()
    for step in ("edit", "apply"):
        revision = Standing(WORKFLOW).record.revision
        if step == "edit":
            grid = {"vanphong: Handle Work": roles}
            edit = {"edit": "set_grid", "state": STATE, "grid": grid}
            actions.edit_workflow(site, WORKFLOW, [edit], revision=revision)
        else:
            actions.apply_workflow(site, WORKFLOW, revision=revision, reason="Đo tốc độ.")
        transaction.commit()
    return time.perf_counter() - begun


def main(app) -> int:
    """Measure both ways of the grid, and a title."""
    count = next((int(one) for one in sys.argv[1:] if one.isdecimal()), 2000)
    app = makerequest(app)
    setRequest(app.REQUEST)
    site = app["vanphong"]
    setSite(site)
    newSecurityManager(None, app.acl_users.getUserById("admin").__of__(app.acl_users))
    session.configure()
    fill(site, count)
    jobs.HANDLERS = {rights.KIND: rights.run}
    rates = []
    for roles in (["Handler"], ["Handler", "Document Reader"]):
        taken = change(site, roles)
        site._p_jar.cacheMinimize()
        begun = time.perf_counter()
        Worker(app._p_jar.db()).run_due()
        seconds = time.perf_counter() - begun
        setSite(site)  # the worker has left it
        transaction.begin()
        done = Standing(WORKFLOW).job["result"]["documents"]
        rates.append(done / seconds)
        print(f"requests {taken * 1000:.0f} ms; {done} documents in {seconds:.1f} s", end="; ")
        print(f"{rates[-1]:.0f} a second (goal {GOAL})")
    return 0 if min(rates) >= GOAL else 1


sys.exit(main(app))  # noqa: F821 - given by bin/instance run
