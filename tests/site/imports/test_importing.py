"""From a list and its scans to documents in the registers of their years."""

from datetime import date
from plone import api
from tests.office import as_user
from tests.site.imports.lists import incoming
from tests.site.imports.lists import outgoing
from vanphong.imports import batches
from vanphong.ledger import audit
from vanphong.ledger import entries
from vanphong.ledger import jobs
from vanphong.registers import actions as registers
from vanphong.routing import sheet as sheets


def register(body, direction, period):
    return next(
        one
        for one in registers.registers_of(body)
        if one.direction == direction and one.period == period
    )


def states(batch):
    return [row.state for row in batch.rows.values()]


def errors(batch):
    return [
        [one.column for one in row.findings if one.level == "error"] for row in batch.rows.values()
    ]


def test_incoming_and_outgoing_documents_with_their_numbers(
    office, body, prepare, enter, documents
):
    batch = prepare([incoming(45), incoming("45a"), incoming(48)], [outgoing(12)])
    assert states(batch) == ["good"] * 4
    assert [one.period for one in registers.registers_of(body) if one.period == "2019"] == []
    enter(batch)
    assert states(batch) == ["entered"] * 4
    found = documents(batch)
    letter = found["45a"]
    assert (letter.arrival_number, letter.suffix, letter.symbol) == (45, "a", "45a/SNV-CCHC")
    assert letter.arrival_date == date(2019, 1, 7)
    assert letter.issued_date == date(2019, 1, 5)
    assert api.content.get_state(letter) == "finished"
    assert sheets.steps_of(letter) == ()
    assert letter.imported.batch == batch.uid
    assert [one.filename for one in letter.attachments] == ["45a.pdf"]
    sent = found["12"]
    assert api.content.get_state(sent) == "issued"
    assert (sent.symbol, sent.code_notation) == ("12/UBND-VX", "UBND-VX")
    assert [one.name for one in sent.recipients][1] == "Sở Nội vụ"
    assert sent.organ_name == body.title
    assert "/den/2019/01/" in "/".join(letter.getPhysicalPath())


def test_numbers_go_into_closed_registers_of_their_years_with_their_gaps(
    office, body, prepare, enter
):
    before = registers.forecast(office.register_in)
    enter(prepare([incoming(45), incoming("45a"), incoming(48)]))
    book = register(body, "in", "2019")
    assert not registers.is_open(book)
    rows = entries.entries(book.UID(), "2019", newest_first=False).rows
    assert [row["label"] for row in rows] == ["45", "45a", "48"]
    assert rows[0]["origin"] == "Sở Nội vụ tỉnh An Bình"
    assert rows[0]["taken_at"].year == 2019
    assert registers.forecast(office.register_in) == before


def test_paper_numbers_of_the_running_year_do_not_move_its_counter(office, prepare, enter):
    before = registers.forecast(office.register_in)
    days = {"arrived": "09/01/2024", "issued_date": "05/01/2024"}
    batch = prepare([incoming(45, **days), incoming(1180, **days), incoming(5000, **days)])
    assert errors(batch) == [[], ["number"], ["number"]]
    enter(batch)
    assert registers.forecast(office.register_in) == before
    assert entries.taken(office.register_in.UID(), "2024", 45)[0]["document_uid"]


def test_the_trail_has_a_line_of_the_batch_and_of_each_document(body, prepare, enter, documents):
    batch = enter(prepare([incoming(45)]))
    letter = documents(batch)["45"]
    (line,) = audit.history(letter.UID())
    assert (line["act"], line["detail"]["batch"]) == ("import_document", batch.uid)
    assert line["on_behalf_of"] == letter.imported.by
    acts = [one["act"] for one in audit.history(body.UID())]
    assert acts[-3:-1] == ["prepare_import", "start_import"] or "start_import" in acts
    assert audit.verify() == []


def test_the_same_list_again_enters_only_what_is_missing(prepare, enter, documents):
    first = enter(prepare([incoming(45), incoming(46)]))
    again = prepare([incoming(45), incoming(46), incoming(47)])
    assert states(again) == ["there", "there", "good"]
    enter(again)
    assert states(again) == ["there", "there", "entered"]
    assert documents(first)["45"] == documents(again)["45"]


def test_a_number_that_another_document_has_stays_out(prepare, enter):
    enter(prepare([incoming(45)]))
    batch = prepare([incoming(45, subject="V/v khác", symbol="99/SNV")])
    assert errors(batch) == [["number"]]
    text = batch.rows[0].findings[0]
    assert dict(text.mapping)["symbol"] == "45/SNV-CCHC"


def test_the_same_document_under_another_number_needs_a_reason(prepare, enter, documents):
    enter(prepare([incoming(45)]))
    same = incoming(50, symbol="45/SNV-CCHC")
    assert errors(prepare([same])) == [["symbol"]]
    batch = enter(prepare([{**same, "distinct": "Bản gửi lần hai."}]))
    assert documents(batch)["50"].distinct_reason == "Bản gửi lần hai."


def test_the_same_row_twice_in_one_list(prepare):
    batch = prepare([incoming(45), incoming(45), incoming(46, files="45.pdf")])
    assert errors(batch) == [[], ["number"], []]
    (warned,) = [one for one in batch.rows[2].findings if one.column == "files"]
    assert warned.level == "warning"


def test_readers_are_the_clerk_and_the_office_alone(prepare, enter, documents):
    letter = documents(enter(prepare([incoming(45)])))["45"]
    for user, may in (("vanthu", True), ("chanhvp", True), ("cv1-vhtt", False), ("admin", False)):
        with as_user(user):
            assert bool(api.user.has_permission("View", obj=letter)) is may, user


def test_a_job_that_is_broken_off_goes_on_where_it_was(office, prepare, monkeypatch):
    from vanphong.imports import actions
    from vanphong.imports import entering

    monkeypatch.setattr(entering, "SIZE", 2)
    batch = prepare([incoming(n) for n in range(1, 8)])
    with as_user("vanthu"):
        actions.start_import(office.body, batch.uid)
    job = jobs.status(batch.job_uid)
    made = jobs.as_job({**job, "worker": "one"})
    answer = entering.enter(made)
    assert (answer.cursor, batch.count(batches.ENTERED)) == ({"row": 2}, 2)
    with as_user("vanthu"):
        actions.stop_import(office.body, batch.uid)
        jobs.run_pending()
        assert batch.count(batches.ENTERED) == 2
        actions.resume_import(office.body, batch.uid)
    jobs.run_pending()  # begins with the first rows again, as after a kill
    assert states(batch) == ["entered"] * 7
    assert batch.state == "ended"
