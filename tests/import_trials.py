"""Every act on imports: done, and refused by a rule. See tests/site/guards."""

from io import BytesIO
from tests.office import as_user
from tests.site.imports import lists
from vanphong.imports import actions
from vanphong.imports import batches
from vanphong.ledger import jobs


def body(office):
    return office.body


def prepared(office):
    with as_user("vanthu"):
        actions.prepare_import(
            office.body, "so.xlsx", lists.workbook([lists.incoming(1, files="")])
        )
    return office.body


def checked(office):
    prepared(office)
    jobs.run_pending()
    return office.body


def stopped(office):
    prepared(office)
    with as_user("vanthu"):
        actions.stop_import(office.body, batches.of(office.body.UID())[0].uid)
    return office.body


def a_list(_office, _context):
    return ("so.xlsx", lists.workbook([lists.incoming(1)])), {}


def no_list(_office, _context):
    return ("so.csv", BytesIO(b"a;b")), {}


def the_import(_office, context):
    return (batches.of(context.UID())[0].uid,), {}


def none(_office, _context):
    return ("none",), {}


IMPORTS = {
    "prepare_import": ("vanthu", body, a_list, no_list),
    "start_import": ("vanthu", checked, the_import, none),
    "stop_import": ("vanthu", prepared, the_import, none),
    "resume_import": ("vanthu", stopped, the_import, none),
    "discard_import": ("vanthu", checked, the_import, none),
}
