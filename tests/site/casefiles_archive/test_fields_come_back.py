"""A package that is imported gives the same file back, and what stays behind is known."""

from dataclasses import fields
from dataclasses import replace
from datetime import date
from hashlib import sha256
from tests.archive_office import imported
from tests.archive_office import other_body
from tests.letters import letter_pdf
from tests.office import as_user
from tests.office import tick
from vanphong.casefiles import actions
from vanphong.casefiles import archive_import
from vanphong.casefiles import closing
from vanphong.casefiles import closing_inventory
from vanphong.casefiles import closing_records
from vanphong.casefiles import entries
from vanphong.casefiles import freeze
from vanphong.casefiles import places
from vanphong.casefiles import team
from vanphong.casefiles.content import ICaseFileFields
from vanphong.casefiles.rules.package_reader import Contents
from vanphong.discussion import actions as discussion
from vanphong.discussion import store
from vanphong.errors import InvalidInput
from vanphong.ledger import jobs
import pytest


#: What a file has that does not go with it: it belongs to its body and its people.
STAYS_BEHIND = {
    "body_uid",
    "unit_uid",
    "maker",
    "list_uid",
    "line_uid",
    "opened_by",
    "frozen",
    "kept_back",
    "submission_uid",
    "lower_approved",
}

#: What the import makes anew, or what is compared by itself.
MADE_ANEW = {"contents", "inventory", "imported", "archived_at"}


def test_every_field_of_the_file_comes_back(archive, office):
    """Of the content itself, not of its record: schema, code, dates, entries, originals."""
    given = {
        "rights": "public",
        "language": "Tiếng Việt, tiếng Anh",
        "paper_location": "Kho 2, giá 3",
        "keywords": "tiêm chủng; y tế",
        "note": "Có bản đồ kèm theo <&>",
        "retention": "Vĩnh viễn",
    }
    original = archive.full(letter_pdf("1/STTTT-CNTT"), b"phu luc", **given)
    uid = next(entries.every(original)).document_uid
    with as_user("cv1-vhtt"):
        actions.change_entry(original, uid, kind="basis", pages=7, note="Bản sao")
        tick()
        closing.close_file(original, ended_on=date(2024, 8, 1), construction=True)
    jobs.run_pending()
    original.heading = "Văn hóa, thông tin"
    with as_user("cv1-vhtt"):
        closing.reopen_file(original, reason="Bổ sung đề mục")
        closing.close_file(original, construction=True)
    jobs.run_pending()
    came = imported(office, archive.exported(original, "sip"))
    names = {name for name in vars(type(original)) if not callable(getattr(type(original), name))}
    names = {name for name in names if not name.startswith("_")} | set(ICaseFileFields.names())
    compared = names - STAYS_BEHIND - MADE_ANEW - {"portal_type"}
    assert set(ICaseFileFields.names()) <= compared
    before = {name: getattr(original, name) for name in compared}
    assert {name: getattr(came, name) for name in compared} == before
    assert (came.years, came.construction, came.heading) == (0, True, "Văn hóa, thông tin")
    told = [entry_values(one) for one in entries.every(original)]
    assert [entry_values(one) for one in entries.every(came)] == told
    assert told[0][2:5] == ("basis", 7, "Bản sao")
    live = [
        closing_records.entry_record(one, places.by_uid(one.document_uid))
        for one in entries.every(original)
    ]
    assert list(closing_inventory.records(came)) == live
    contents = {
        sha256(one.blob.data).hexdigest(): one.sha256 for one in came.imported.files.values()
    }
    hashes = {data.sha256 for entry in live for data in entry.files}
    assert contents == {name: name for name in hashes}


def entry_values(entry):
    """An entry but for who may read by it, and by which account it was made."""
    return tuple(
        getattr(entry, field.name)
        for field in fields(entry)
        if field.name not in ("grants", "filed_by")
    )


def test_what_stays_behind_is_not_in_the_imported_file(archive, office):
    """Roster, comments, tasks and an order of freezing belong to the body that gave them."""
    original = archive.full(b"abc")
    with as_user("cv1-vhtt"):
        actions.set_member(original, "cv2-vhtt", "reader")
        discussion.comment(original, text="Đã trao đổi với Sở.")
        tick()
        closing.close_file(original, accept=True)
    jobs.run_pending()
    with as_user("chanhvp"):
        freeze.freeze(original, reason="Thanh tra")
    came = imported(office, archive.exported(original, "sip"))
    assert team.members(came) == []
    assert freeze.own(came) is None
    assert store.count(came) == 0
    assert (came.maker, came.maker_title) == ("", original.maker_title)


def test_the_page_of_an_imported_file_names_its_documents(archive, office, page):
    original = archive.closed(b"abc")
    subject = next(closing_inventory.records(original)).subject
    came = imported(office, archive.exported(original, "sip"))
    shown = page(came, "view", "chutich-anlac")
    assert subject in shown.text


@pytest.mark.parametrize(
    "change",
    [{"years": 500}, {"years": -3}, {"title": " "}, {"notation": "../x"}, {"year": 3}],
    ids=lambda change: next(iter(change)),
)
def test_values_that_no_file_has_are_refused(archive, office, change):
    original = archive.closed(b"abc")
    file = replace(closing_inventory.file_record(original), **change)
    contents = Contents("U", file, tuple(closing_inventory.records(original)), {})
    with pytest.raises(InvalidInput):
        archive_import._check(other_body(office).UID(), contents)


@pytest.mark.parametrize("change", [{"kind": "secret"}, {"filed_pages": -1}])
def test_entries_that_no_file_has_are_refused(archive, office, change):
    original = archive.closed(b"abc")
    (entry,) = closing_inventory.records(original)
    file = closing_inventory.file_record(original)
    contents = Contents("U", file, (replace(entry, **change),), {})
    with pytest.raises(InvalidInput):
        archive_import._check(other_body(office).UID(), contents)
