"""The pages of the imports."""

from io import BytesIO
from tests.office import as_user
from tests.site.imports import lists
from tests.site.imports.lists import incoming
from tests.site.pages.conftest import page
from vanphong.imports import batches
from vanphong.imports import template
from vanphong.imports import workbook
from vanphong.ledger import jobs
from zExceptions import NotFound
from zExceptions import Unauthorized
import pytest


__all__ = ["page"]


class Upload(BytesIO):
    """As Zope gives a file of a form."""

    def __init__(self, filename, data):
        super().__init__(data)
        self.filename = filename


def test_a_list_goes_its_way_from_page_to_page(page, office, portal):
    body = office.body
    book = lists.workbook([incoming(1), incoming(2, number="x")])
    sent = {
        "workbook": Upload("so-2019.xlsx", book.getvalue()),
        "files": Upload("quet.zip", lists.scans("1.pdf", "2.pdf").getvalue()),
    }
    answer = page(body, "import-documents", "vanthu", post=True, **sent)
    assert answer.status == 303
    (batch,) = batches.of(body.UID())
    assert answer.location.endswith(f"uid={batch.uid}")
    shown = page(body, "import-list", "vanthu", uid=batch.uid)
    assert 'http-equiv="refresh"' in shown.html
    jobs.run_pending()
    shown = page(body, "import-list", "vanthu", uid=batch.uid)
    assert 'http-equiv="refresh"' not in shown.html
    assert "lần 1" in shown.text
    assert 'value="start"' in shown.html
    bad = page(body, "import-list", "vanthu", uid=batch.uid, show="bad")
    assert "lần 2" in bad.text
    assert "lần 1" not in bad.text
    answer = page(body, "import-list", "vanthu", post=True, uid=batch.uid, do="start")
    assert answer.status == 303
    jobs.run_pending()
    shown = page(body, "import-list", "vanthu", uid=batch.uid)
    assert batch.rows[0].path in shown.html
    assert "so-2019.xlsx" in page(body, "import-documents", "vanthu").text


def test_the_report_is_a_workbook_without_formulas(page, office, prepare):
    batch = prepare([incoming(1, subject="=1+1", signer_name="@x")])
    with as_user("vanthu"):
        data = page(office.body, "import-report", "vanthu", uid=batch.uid).html
    assert data[:2] == b"PK"
    assert b"<f>" not in data


def test_the_template_can_be_read_back(page, office):
    data = page(office.body, "import-template", "vanthu").html
    assert data[:2] == b"PK"
    with as_user("vanthu"):
        book = template.workbook({"in": [incoming(1)]}, office.body)
        found = workbook.read("a.xlsx", BytesIO(book))
    assert [line.cells["number"] for line in found.lines] == ["1"]
    assert found.unknown == {}


def test_what_an_administrator_sees_of_lists_of_others(page, office, prepare):
    batch = prepare([incoming(1)])
    text = page(office.body, "import-documents", "admin").html
    assert "so.xlsx" in text
    assert f"uid={batch.uid}" not in text
    for name in ("import-list", "import-report"):
        with pytest.raises(NotFound):
            page(office.body, name, "admin", uid=batch.uid)


@pytest.mark.parametrize("name", ["import-documents", "import-list", "import-template"])
@pytest.mark.parametrize("user", ["chutich", "cv1-vhtt", "vanthu-anlac", ""])
def test_the_pages_are_for_the_clerks_of_the_body(office, name, user):
    with as_user(user), pytest.raises(Unauthorized):
        office.body.restrictedTraverse(f"@@{name}")


def test_the_door_of_the_site(page, office, portal):
    answer = page(portal, "import-documents", "vanthu")
    assert answer.location == f"{office.body.absolute_url()}/@@import-documents"
    assert office.body.title in page(portal, "import-documents", "admin").text
    assert page(portal, "import-documents", "cv1-vhtt").status == 200


@pytest.mark.parametrize(
    ("form", "field"),
    [({}, "workbook"), ({"folder": "2019"}, "folder")],
)
def test_a_form_without_a_list(page, office, form, field):
    answer = page(office.body, "import-documents", "vanthu", post=True, **form)
    assert answer.status == 400
    assert f"f-{field}" in answer.html
    assert batches.of(office.body.UID()) == []


def test_imported_documents_say_so(page, office, prepare, enter, documents):
    found = documents(enter(prepare([incoming(45)], [lists.outgoing(12)])))
    for label, document in found.items():
        text = page(document, "view", "vanthu").text
        assert "sổ cũ" in text or "old register" in text.lower(), label
