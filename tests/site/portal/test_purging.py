"""What is fetched anew through nginx when something changes: pages by their addresses."""

from http.server import BaseHTTPRequestHandler
from http.server import HTTPServer
from plone import api
from plone.testing.zope import makeTestRequest
from tests.office import as_user
from tests.schedule_office import Planner
from threading import Thread
from vanphong.ledger import jobs
from vanphong.portal import actions
from vanphong.portal.interfaces import IPortalSettings
from z3c.caching.registry import lookup
from zope.component import getMultiAdapter
from zope.event import notify
from zope.traversing.interfaces import BeforeTraverseEvent
import pytest


@pytest.fixture
def front(monkeypatch):
    """A server in the place of nginx: what it was asked for."""
    asked = []

    class Front(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append((self.path, dict(self.headers)))
            self.send_response(404 if "cong-bo" in self.path else 200)
            self.end_headers()

        def log_message(self, *args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Front)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    monkeypatch.setenv("VANPHONG_FRONT", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setenv("VANPHONG_FRONT_HOST", "ubnd.example.vn")
    monkeypatch.setenv("VANPHONG_FRONT_SECRET", "bi-mat")

    def paths():
        asked.clear()
        jobs.run_pending()
        return {path for path, _heads in asked}

    paths.asked = asked
    yield paths
    server.shutdown()
    server.server_close()
    thread.join()


def test_publishing_and_withdrawing_renews_the_pages_concerned(front, publish):
    publication = publish()
    front()
    with as_user("truongphong-vhtt"):
        actions.change_publication(publication, summary="Mới")
    changed = front()
    assert {"/", "/@@published", "/@@published.rss", "/sitemap.xml"} <= changed
    assert f"/cong-bo/{publication.getId()}" in changed
    with as_user("truongphong-vhtt"):
        actions.unpublish(publication, reason="Nhầm.")
    assert f"/cong-bo/{publication.getId()}" in front()


def test_nginx_is_asked_for_both_copies_with_the_secret_and_the_name_of_the_site(front, publish):
    publish()
    front()
    heads = [heads for path, heads in front.asked if path == "/"]
    assert {one["Accept-Encoding"] for one in heads} == {"gzip", "identity"}
    assert {one["X-Vanphong-Refresh"] for one in heads} == {"bi-mat"}
    assert {one["Host"] for one in heads} == {"ubnd.example.vn"}


def test_settings_renew_the_pages_that_everybody_begins_with(front, portal):
    api.portal.set_registry_record("telephone", "0239 3456 789", interface=IPortalSettings)
    assert {"/", "/@@contacts"} <= front()


def test_a_week_renews_its_pages(front, office):
    planner = Planner(office)
    front()
    week = planner.published()
    path = f"/lich-cong-tac/{week.__parent__.getId()}"
    changed = front()
    assert {"/", f"{path}/@@public-week", f"{path}/@@schedule.rss"} <= changed
    assert f"{path}/@@public-week/{week.year}/{week.number}" in changed


def test_without_nginx_nothing_is_asked_for(publish, monkeypatch):
    monkeypatch.delenv("VANPHONG_FRONT", raising=False)
    publish()
    assert "refresh_pages" not in {one["kind"] for one in jobs.listed()}


def test_nginx_out_of_reach_fails_no_job(publish, monkeypatch):
    monkeypatch.setenv("VANPHONG_FRONT", "http://127.0.0.1:9")
    publish()
    jobs.run_pending()
    row = next(one for one in jobs.listed() if one["kind"] == "refresh_pages")
    assert row["state"] == "done"
    assert row["result"]["failed"]


@pytest.mark.parametrize("name", ["portal", "published", "published.rss", "sitemap.xml"])
def test_public_views_have_a_ruleset(portal, name):
    request = makeTestRequest()
    notify(BeforeTraverseEvent(portal, request))
    view = getMultiAdapter((portal, request), name=name)
    assert lookup(view) == "vanphong.public"
