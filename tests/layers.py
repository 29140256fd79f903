"""Test layers: one Plone site with the sample body, and for each test a state of its own.

The site is made once, on the morning of ``NOW``, and kept under .venv/test-site/ with its
files and its ledger, in a folder named by a hash of what it is made from. A later run
opens it read-only below a DemoStorage. TEST_SITE_CACHE=0 makes it anew.

Each test gets a fresh copy of the ledger, and a stopped clock. What it writes into the
ZODB is aborted (INTEGRATION) or goes into a DemoStorage of its own, which is thrown away
(FUNCTIONAL and SERVER; there a test may commit).
"""

from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import interfaces
from plone.app.testing.layers import PloneFixture
from plone.testing import zope
from Products.CMFPlone.factory import addPloneSite
from sqlalchemy import delete
from threading import Condition
from vanphong.calendars import clock
from vanphong.ledger import session
from vanphong.ledger import tables
from ZODB.Connection import TransactionMetaData
from ZODB.DB import DB
from ZODB.DemoStorage import DemoStorage
from ZODB.FileStorage import FileStorage
from zope.component.hooks import setSite
from zope.globalrequest import setRequest
from zope.i18n import config as i18n
import hashlib
import os
import requests
import shutil
import sqlite3
import tempfile


ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / ".venv" / "test-site"

#: So many sites are kept: those of the branches that somebody works on.
SITES = 4

#: The moment at which every test begins: a Wednesday, shortly after work has begun.
NOW = datetime(2024, 8, 14, 8, 0, tzinfo=clock.TZ)

#: The site with the office, and one beside it without.
OFFICE = interfaces.PLONE_SITE_ID
PLAIN = "plain"

#: What instance/create_site.py installs before the office itself.
PROFILES = (
    "plone.app.contenttypes:default",
    "plone.app.layout:default",
    "plonetheme.barceloneta:default",
)

#: Folders of src that a site in the database does not depend on.
FOR_PAGES = {"ui", "browser", "services", "desktop", "static", "locales"}


def made_from():
    """The files that the site is made from."""
    yield ROOT / "versions.cfg"
    yield Path(__file__)
    for folder in (ROOT / "profiles", ROOT / "src"):
        for path in sorted(folder.rglob("*")):
            for_pages = FOR_PAGES.intersection(path.relative_to(folder).parts)
            if path.suffix in {".py", ".zcml", ".xml", ".json", ".pdf"} and not for_pages:
                yield path


def fingerprint():
    """A name for what the site is made from."""
    digest = hashlib.sha256()
    for path in made_from():
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def copy(source, target):
    """copyTransactionsFrom, for a MappingStorage (whose records lack extension_bytes)."""
    for found in source.iterator():
        meta = TransactionMetaData(found.user, found.description, found.extension)
        target.tpc_begin(meta, found.tid, found.status)
        for one in found:
            target.restore(one.oid, one.tid, one.data, "", one.data_txn, meta)
        target.tpc_vote(meta)
        target.tpc_finish(meta)


class SiteFixture(PloneFixture):
    """Plone with our ZCML, and the sample body, kept between runs."""

    products = (
        *(one for one in PloneFixture.products if one[0] != "Products.CMFPlacefulWorkflow"),
        ("plone.classicui", {"loadZCML": True, "install": False}),
        ("plone.restapi", {"loadZCML": True, "install": False}),
        ("collective.workspace", {"loadZCML": True}),
        ("vanphong", {"loadZCML": True, "install": False}),
    )

    def setUp(self):
        """Load everything, make the site if need be, and open it."""
        self.environment = dict(os.environ)
        # bin/test points to the developer's own office
        os.environ["VANPHONG_VAR"] = tempfile.mkdtemp(prefix="vanphong-test-")
        os.environ.pop("VANPHONG_LEDGER", None)
        i18n.COMPILE_MO_FILES = True
        self.setUpZCML()
        self.kept = KEPT / fingerprint()
        if self.is_new():
            self.kept = self.kept.with_suffix(f".{os.getpid()}")
        if not self.kept.exists():
            self.make()
        self.kept.touch()
        self["zodbDB"] = self.open()
        self["ledger"] = Ledger(self.kept / "ledger.db")
        with zope.zopeApp() as app:
            self.setUpProducts(app)

    def tearDown(self):
        """Leave the machine as it was."""
        super().tearDown()
        self["ledger"].close()
        shutil.rmtree(os.environ["VANPHONG_VAR"], ignore_errors=True)
        if self.is_new():
            shutil.rmtree(self.kept, ignore_errors=True)
        os.environ.clear()
        os.environ.update(self.environment)

    @staticmethod
    def is_new():
        """Whether this run makes a site of its own."""
        return os.environ.get("TEST_SITE_CACHE") == "0"

    def open(self):
        """The kept site, read-only below a DemoStorage."""
        base = FileStorage(
            str(self.kept / "Data.fs"), read_only=True, blob_dir=str(self.kept / "blobs")
        )
        # a test's own DemoStorage closes its bases when it ends; not this one
        return DB(DemoStorage(name="SiteFixture", base=base, close_base_on_close=False))

    def make(self):
        """Make the site in a folder that gets its name when it is complete."""
        KEPT.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(dir=KEPT, suffix=".part"))
        storage = FileStorage(str(part / "Data.fs"), create=True, blob_dir=str(part / "blobs"))
        copy(self.get("zodbDB").storage.changes, storage)
        self["zodbDB"] = database = DB(storage)
        session.configure(f"sqlite:///{part}/ledger.db")
        with at(NOW), zope.zopeApp() as app:
            self.setUpProducts(app)
            self.setUpDefaultContent(app)
        # the files of the sample wait to be read, which takes minutes; a test has its own
        with session.autonomous() as connection:
            connection.execute(delete(tables.job))
        session.dispose()
        del self["zodbDB"]
        database.close()
        for left in ("Data.fs.lock", "Data.fs.tmp"):
            (part / left).unlink(missing_ok=True)
        try:
            part.rename(self.kept)
        except OSError:  # another worker was first
            shutil.rmtree(part)
        for old in sorted(KEPT.iterdir(), key=os.path.getmtime)[:-SITES]:
            shutil.rmtree(old, ignore_errors=True)

    def setUpDefaultContent(self, app):
        """Make the site as an installation does."""
        app["acl_users"].userFolderAddUser(
            interfaces.SITE_OWNER_NAME, interfaces.SITE_OWNER_PASSWORD, ["Manager"], []
        )
        zope.login(app["acl_users"], interfaces.SITE_OWNER_NAME)
        setRequest(app.REQUEST)
        for name, profiles in ((PLAIN, PROFILES), (OFFICE, (*PROFILES, "vanphong:sample"))):
            addPloneSite(
                app,
                name,
                title="Văn phòng điện tử",
                default_language="vi",
                portal_timezone="Asia/Ho_Chi_Minh",
                extension_ids=profiles,
            )
        # PloneTestLifecycle signs this user in before each test
        app[OFFICE]["acl_users"].source_users.addUser(
            interfaces.TEST_USER_ID, interfaces.TEST_USER_NAME, interfaces.TEST_USER_PASSWORD
        )
        zope.logout()
        setRequest(None)
        setSite(None)


@contextmanager
def at(moment):
    """Stop the clock."""
    clock.freeze(moment)
    try:
        yield
    finally:
        clock.freeze(None)


class Ledger:
    """The ledger in the place where the office looks for it.

    It stays open from test to test, so that SQLAlchemy need not compile every statement
    again; what a test has written is overwritten with what the sample has left.
    """

    def __init__(self, kept):
        self.kept = sqlite3.connect(f"file:{kept}?mode=ro&immutable=1", uri=True)
        session.configure()
        self.own = sqlite3.connect(Path(os.environ["VANPHONG_VAR"], "ledger.db"))
        self.own.execute("PRAGMA synchronous=OFF")

    def renew(self):
        """Make it what the sample has left."""
        self.kept.backup(self.own)

    def close(self):
        """Close everything."""
        self.own.close()
        self.kept.close()
        session.dispose()


class OwnLedger:
    """Test lifecycle: the ledger as the sample left it, and the clock stopped."""

    def testSetUp(self):
        """Begin anew."""
        self["ledger"].renew()
        clock.freeze(NOW)
        super().testSetUp()

    def testTearDown(self):
        """Let the clock go."""
        super().testTearDown()
        clock.freeze(None)


class Integration(OwnLedger, IntegrationTesting):
    """Each test is one transaction, and aborted."""


class Functional(OwnLedger, FunctionalTesting):
    """Each test may commit."""


class Answering:
    """The office as a server calls it, which knows how many requests it is answering."""

    #: A test waits so long for the requests of a browser that it has closed, in seconds.
    PATIENCE = 20

    def __init__(self, app):
        self.app = app
        self.requests = 0
        self.changed = Condition()

    def __call__(self, environ, start_response):
        """Answer one request."""
        with self.changed:
            self.requests += 1
        setSite(None)  # that of a request that failed to end
        try:
            return self.app(environ, start_response)
        finally:
            with self.changed:
                self.requests -= 1
                self.changed.notify_all()

    def wait(self):
        """Until nothing is being answered."""
        with self.changed:
            self.changed.wait_for(lambda: not self.requests, self.PATIENCE)


class Server(zope.WSGIServer):
    """The server of the functional tests and of the browser."""

    def make_wsgi_app(self):
        """Count the requests."""
        self["answering"] = Answering(super().make_wsgi_app())
        return self["answering"]


class Served(Functional):
    """Each test may commit, and is asked over HTTP."""

    def testTearDown(self):
        """Let no request outlive its database: its thread would go on with a closed one."""
        self["answering"].wait()
        super().testTearDown()


FIXTURE = SiteFixture()
INTEGRATION = Integration(bases=(FIXTURE,), name="VanPhong:Integration")
FUNCTIONAL = Functional(bases=(FIXTURE,), name="VanPhong:Functional")
SERVER = Served(bases=(FIXTURE, Server()), name="VanPhong:Server")


class Layers:
    """Sets layers up when a test first needs them, and all of them down at the end."""

    def __init__(self):
        self.up = []
        self.broken = {}

    def ready(self, layer):
        """Set up a layer and what it stands on; both in their order, the lowest first."""
        order = list(reversed(layer.baseResolutionOrder))
        for one in order:
            if one not in self.up:
                self._set_up(one)
        return order

    def _set_up(self, layer):
        if layer in self.broken:  # trying it for every test would only take long
            raise RuntimeError(f"{layer} could not be set up") from self.broken[layer]
        try:
            layer.setUp()
        except Exception as error:
            self.broken[layer] = error
            raise
        self.up.append(layer)

    @contextmanager
    def test(self, layer):
        """Around one test on a layer."""
        begun = []
        try:
            for one in self.ready(layer):
                one.testSetUp()
                begun.append(one)
            yield layer
        finally:
            for one in reversed(begun):
                one.testTearDown()

    def close(self):
        """Set down what is up, the highest first."""
        while self.up:
            self.up.pop().tearDown()


#: One for all folders of tests: a layer is set up once in a process.
LAYERS = Layers()


class RelativeSession(requests.Session):
    """A session that knows the site: plone.restapi's own needs the robot framework."""

    def __init__(self, base_url):
        super().__init__()
        self.base_url = base_url.rstrip("/") + "/"

    def request(self, method, url, **kwargs):
        """Send a request to an address below the site, or to a whole one of it."""
        if not url.startswith(self.base_url):
            url = self.base_url + url.lstrip("/")
        return super().request(method, url, **kwargs)
