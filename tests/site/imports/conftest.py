"""Imports into the sample body; jobs are done in the test's own transaction."""

from tests import clamd
from tests.office import as_user
from tests.site.imports import lists
from vanphong.imports import actions
from vanphong.imports import checking
from vanphong.imports import entering
from vanphong.ledger import jobs
import pytest


@pytest.fixture(autouse=True)
def only_imports(portal, monkeypatch):
    """Nothing is read from files here, only ours is done; a scanner answers."""
    kinds = (checking.KIND, entering.KIND)
    monkeypatch.setattr(jobs, "HANDLERS", {name: jobs.HANDLERS[name] for name in kinds})
    with clamd.protocol() as server:
        monkeypatch.setenv("VANPHONG_CLAMD", server.server_address)
        yield


@pytest.fixture
def prepare(office):
    """Bring a list with its scans, and have it checked."""

    def act(incoming=(), outgoing=(), *names, user="vanthu", archive=None, name="so.xlsx", **more):
        rows = [*incoming, *outgoing]
        asked = {one.strip() for row in rows for one in str(row.get("files") or "").split(";")}
        archive = archive or lists.scans(*sorted(names or asked - {""}))
        with as_user(user):
            book = lists.workbook(incoming, outgoing, **more)
            batch = actions.prepare_import(office.body, name, book, archive=archive)
        jobs.run_pending()
        return batch

    return act


@pytest.fixture
def enter(office):
    """Have a checked list entered."""

    def act(batch, user="vanthu"):
        with as_user(user):
            actions.start_import(office.body, batch.uid)
        jobs.run_pending()
        return batch

    return act


@pytest.fixture
def documents(office):
    """The documents that an import has made, by their numbers."""

    def found(batch):
        rows = [row for row in batch.rows.values() if row.path]
        return {row.label: office.portal.unrestrictedTraverse(row.path) for row in rows}

    return found
