"""Looking changes nothing: no page and no service writes content when it is got."""

from plone import api
from plone.testing.zope import makeTestRequest
from Products.CMFCore.indexing import getQueue
from tests.office import as_user
from vanphong.casefiles import places as case_places
from vanphong.directives.actions import directives_of
from vanphong.errors import OfficeError
from vanphong.ledger import tasks as task_rows
from vanphong.routing import templates
from vanphong.schedules import weeks
from zExceptions import NotFound
from zExceptions import Redirect
from zExceptions import Unauthorized
from zope.event import notify
from zope.globalrequest import setRequest
from zope.publisher.interfaces import NotFound as NoSuchName
from zope.traversing.interfaces import BeforeTraverseEvent
import AccessControl
import pytest
import transaction


#: What a view is asked for behind its name.
STEPS = {
    # a task has no files
    "file": lambda context: [one.uid for one in context.attachments[:1]] or ["none"],
    # drawing takes a second, so it is done for one document
    "page": lambda context: (
        [context.attachments[0].uid, "1"][: 2 if context.due_at else 1]
        if context.attachments
        else ["none"]
    ),
    "public-file": lambda context: [context.file_uids[0]],
    "draft-file": lambda context: ["1", context.versions[0].files[0].uid],
    "draft-page": lambda context: ["1", context.versions[0].files[0].uid, "1"],
}

#: Answers that are no failure: what was asked for is not there, or not for everybody.
EXPECTED = (NotFound, NoSuchName, Unauthorized, Redirect, OfficeError)

LETTERS = ("129/BC-UBND", "166/CCT-KTr", "331/VP-NC", "512/STTTT-CNTT", "845/SGDĐT-GDTH")


@pytest.fixture
def places(office, portal):
    """One object of every kind, a document in every stage."""
    letters = [office.document(symbol) for symbol in LETTERS]
    assert [office.stage(one) for one in letters] == [
        "awaiting_reception",
        "registered",
        "presented",
        "in_process",
        "finished",
    ]
    tasks = task_rows.listed(["nobody"], bodies=[office.body.UID()]).rows
    assert len(tasks) > 3
    return [
        portal,
        office.body.__parent__,
        office.body,
        office.unit("vhtt"),
        office.register_in,
        templates.container(),
        templates.container()["van-ban-di"],
        weeks.folder(),
        weeks.schedule(office.body.UID()),
        *weeks.schedule(office.body.UID()).objectValues(),
        case_places.file_list(office.body.UID(), 2024),
        *case_places.of_year(office.body.UID(), 2024).objectValues(),
        letters[0].__parent__,
        *letters,
        *directives_of(letters[3]),
        *office.outgoing(),
        *[portal.unrestrictedTraverse(row["path"]) for row in tasks],
        portal["cong-bo"],
        *portal["cong-bo"].objectValues(),
    ]


def get(view, context):
    """Ask for the view as the publisher does once it has let the person in."""
    request = makeTestRequest()
    setRequest(request)
    notify(BeforeTraverseEvent(api.portal.get(), request))  # marks it with the browser layers
    request["PARENTS"] = context.aq_chain[:-1]
    page = view.factory(context, request)
    for name in STEPS.get(view.name, lambda _context: [])(context):
        page = page.publishTraverse(request, name)
    page.reply() if view.method else page()


def written(portal):
    """What was changed since the transaction began.

    Plone's own pages touch the portlets that they show, for the acquisition of their names.
    """
    changed = portal._p_jar._registered_objects
    ours = [one for one in changed if ".portlet" not in type(one).__module__]
    return [*ours, *getQueue().queue]


@pytest.mark.parametrize("user", ["vanthu", "chutich", "truongphong-vhtt", "cv1-vhtt", "admin", ""])
def test_looking_at_everything_writes_nothing(views, places, portal, user, request_):
    assert written(portal) == []
    seen, guilty, broken = 0, [], []
    for view in views:
        if view.method not in ("", "GET"):
            continue
        for context in places:
            if not view.context.providedBy(context):
                continue
            with as_user(user):
                manager = AccessControl.getSecurityManager()
                if view.permission and not manager.checkPermission(view.permission, context):
                    continue
                seen += 1
                try:
                    get(view, context)
                except EXPECTED:
                    pass
                except Exception as error:
                    broken.append(f"{view.label} at {context.absolute_url()}: {error!r}")
                finally:
                    setRequest(request_)
            if written(portal):
                guilty.append(f"{view.label} at {context.absolute_url()}: {written(portal)[:3]}")
                transaction.abort()
    assert guilty == []
    assert broken == [], "\n".join(broken)
    assert seen >= (3 if user == "" else 20)
