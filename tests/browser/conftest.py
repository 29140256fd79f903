"""Tests in a real browser: Debian's chromium on the server of the functional tests."""

from pathlib import Path
from playwright.sync_api import expect
from playwright.sync_api import sync_playwright
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from tests import layers
from tests.fixtures import as_user
from tests.fixtures import body
from tests.fixtures import document
from tests.fixtures import layers_up
from tests.fixtures import office
from tests.fixtures import portal
from tests.fixtures import running
from tests.fixtures import unit
from tests.office import PASSWORD
import base64
import os
import pytest


__all__ = ["as_user", "body", "document", "layers_up", "office", "portal", "running", "unit"]

CHROMIUM = "/usr/bin/chromium"

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

#: Milliseconds that a page may take: a first page is also compiled.
PATIENCE = 30_000

#: Where pictures go: into the docs when asked for, else into a scratch folder.
PICTURES = Path(__file__).resolve().parents[2] / "docs" / "screenshots"

DESK = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}


expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def layer():
    return layers.SERVER


@pytest.fixture(scope="session")
def chromium():
    """The browser."""
    if not Path(CHROMIUM).exists():
        pytest.fail("These tests need Debian's chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def sign_in(chromium, portal):
    """A page of somebody, signed in by the form: ``sign_in("vanthu")``."""
    contexts = []

    def page_of(user, viewport=DESK, **options):
        context = chromium.new_context(viewport=viewport, locale="vi-VN", **options)
        contexts.append(context)
        page = watched(context)
        page.goto(f"{portal.absolute_url()}/login")
        page.fill("[name=__ac_name]", user)
        page.fill("[name=__ac_password]", PASSWORD)
        page.click("[name='buttons.login']")
        page.wait_for_url("**/@@desktop*")
        return page

    yield page_of
    for context in contexts:
        context.close()


@pytest.fixture
def administrator(chromium):
    """Pages of the administrator, who has no place on a roster: ``administrator(PHONE)``."""
    contexts = []
    secret = base64.b64encode(f"{SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}".encode()).decode()

    def page_of(viewport=DESK):
        context = chromium.new_context(
            viewport=viewport,
            locale="vi-VN",
            extra_http_headers={"Authorization": f"Basic {secret}"},
        )
        contexts.append(context)
        return watched(context)

    yield page_of
    for context in contexts:
        context.close()


def watched(context):
    """A new page, with what goes wrong in it noted in ``troubles``."""
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.troubles = []
    page.on("pageerror", lambda error: page.troubles.append(str(error)))
    page.on("requestfailed", lambda request: note_failure(page, request))
    return page


def note_failure(page, request):
    """A request that failed; one that the page itself gave up by going on is none."""
    if request.failure != "net::ERR_ABORTED":
        page.troubles.append(f"{request.url}: {request.failure}")


@pytest.fixture
def picture(tmp_path):
    """Keep a picture of a page: ``picture(page, "desktop")``.

    With VANPHONG_PICTURES=1 those that the docs list are renewed there.
    """
    wanted = os.environ.get("VANPHONG_PICTURES")
    listed = (PICTURES / "README.md").read_text() if wanted else ""

    def take(page, name):
        folder = PICTURES if f"({name}.png)" in listed else tmp_path
        page.wait_for_load_state("load")
        page.wait_for_timeout(400)
        page.screenshot(path=folder / f"{name}.png")

    return take
