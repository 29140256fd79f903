"""The search over REST."""

from io import BytesIO
from python_calamine import CalamineWorkbook
from vanphong.ledger.worker import Worker
import pytest
import transaction


@pytest.fixture
def letter(office):
    """A letter that a specialist handles."""
    document = office.present(office.register(subject="V/v khắc phục hậu quả bão lũ"))
    office.direct(document)
    step = office.step(document, "lead")
    office.do("receive", document, step, "vanthu-vhtt")
    office.do("assign", document, step, "truongphong-vhtt", person="cv1-vhtt")
    transaction.commit()
    return document


def uids(answer):
    assert answer.status_code == 200, answer.text
    return [item.get("UID") for item in answer.json()["items"]]


def test_a_document_is_found_by_those_who_may_open_it(rest, letter):
    for user, found in (("vanthu", True), ("cv1-vhtt", True), ("cv1-noivu", False)):
        answer = rest(user).get("@search-documents", params={"q": "bao lu hau qua"})
        assert (letter.UID() in uids(answer)) is found, user
    assert rest().get("@search-documents").status_code == 401


def test_all_filters_are_taken(rest, letter):
    vanthu = rest("vanthu")
    asked = {
        "q": f'"{letter.symbol}"',
        "direction": "in",
        "body": letter.body_uid,
        "register": letter.register_uid,
        "type": "cong-van",
        "state": "in_process,directed",
        "urgency": "normal",
        "sender": "ubnd tinh",
        "organ": letter.organ_name,
        "unit": letter.body_uid,
        "handler": "cv1-vhtt",
        "number": letter.arrival_number,
        "since": "2024-08-14",
        "until": "14/8/2024",
        "issued_since": "2024-08-12",
        "issued_until": "2024-08-12",
        "has_file": "0",
        "due": "ahead,",
        "order": "relevance",
        "facets": "1",
    }
    asked["due"] = "ahead"
    answer = vanthu.get("@search-documents", params=asked)
    found = answer.json()
    assert uids(answer) == [letter.UID()], found
    assert (found["items_total"], found["more"], found["loosened"]) == (1, False, False)
    assert found["facets"]["document_type"] == [{"value": "cong-van", "count": 1}]
    assert found["items"][0]["@id"].endswith("/".join(letter.getPhysicalPath()[2:]))
    assert uids(vanthu.get("@search-documents", params={**asked, "has_file": "1"})) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("since", "hôm nay"),
        ("number", "một"),
        ("urgency", "x"),
        ("unit", "x"),
        ("due", "x"),
        ("has_file", "x"),
        ("order", "x"),
        ("page", "x"),
        ("facets", "x"),
    ],
)
def test_what_cannot_be_read_is_refused_by_its_name(rest, name, value):
    answer = rest("vanthu").get("@search-documents", params={name: value})
    assert answer.status_code == 400
    assert answer.json()["error"]["field"] == name


@pytest.mark.parametrize(
    "typed", ["x" * 6000, "'\"%*_", "NEAR(a b)", "a AND (b", "-", "\\", "<script>", "😀"]
)
def test_any_text_can_be_looked_for(rest, typed):
    answer = rest("vanthu").get("@search-documents", params={"q": typed})
    assert answer.status_code == 200
    assert len(answer.json()["items"]) <= 25


def test_pages_are_short(rest):
    answer = rest("vanthu").get("@search-documents", params={"size": 10_000, "page": 10**6})
    assert (answer.json()["size"], answer.json()["page"]) == (50, 20)


def test_searches_are_saved_shared_and_deleted(rest, office):
    head, other = rest("truongphong-vhtt"), rest("cv1-vhtt")
    sent = {"name": "Bão lũ", "query": {"q": "bão lũ", "direction": "in"}}
    answer = head.post("@saved-searches", json={**sent, "unit_uid": office.uid("vhtt")})
    assert answer.status_code == 201, answer.text
    address = answer.json()["@id"]
    assert answer.headers["Location"] == address
    (seen,) = other.get("@saved-searches").json()["items"]
    assert (seen["name"], seen["mine"], seen["query"]) == ("Bão lũ", False, sent["query"])
    assert rest("cv1-noivu").get("@saved-searches").json()["items"] == []
    assert other.delete(address).status_code == 400
    assert head.delete(address).status_code == 204
    assert other.get("@saved-searches").json()["items"] == []


def test_columns_are_chosen_for_oneself(rest):
    clerk = rest("vanthu")
    assert clerk.patch("@saved-searches", json={"columns": ["symbol"]}).status_code == 204
    assert clerk.get("@saved-searches").json()["columns"] == ["symbol"]
    assert rest("chutich").get("@saved-searches").json()["columns"] != ["symbol"]
    assert clerk.patch("@saved-searches", json={"columns": ["password"]}).status_code == 400
    assert rest().patch("@saved-searches", json={"columns": []}).status_code == 401


@pytest.mark.parametrize(
    "sent",
    [
        {"name": "", "query": {"q": "a"}},
        {"name": "x" * 101, "query": {"q": "a"}},
        {"name": "a", "query": {}},
        {"name": "a", "query": {"unknown": "b"}},
        {"name": "a", "query": {"q": {"b": 1}}},
        {"name": "a", "query": "q=b"},
        {"name": "a", "query": {"q": "b" * 5000}},
    ],
)
def test_what_is_no_search_is_not_saved(rest, sent):
    answer = rest("vanthu").post("@saved-searches", json=sent)
    assert answer.status_code == 400, answer.text


def test_results_are_made_into_a_file_for_who_asked(rest, portal, office, letter):
    formula = '=HYPERLINK("http://x","a")'
    office.register(subject=formula)
    transaction.commit()
    mine = rest("vanthu")
    sent = {"kind": "xlsx", "query": {}, "columns": ["number", "symbol"]}
    answer = mine.post("@search-exports", json=sent)
    assert answer.status_code == 201, answer.text
    address = answer.json()["@id"]
    assert answer.json()["download"] is None
    Worker(portal._p_jar.db()).run_due()
    made = mine.get(address).json()
    assert made["state"] == "done", made
    file = mine.get(made["download"])
    assert file.status_code == 200
    assert file.headers["X-Content-Type-Options"] == "nosniff"
    rows = CalamineWorkbook.from_filelike(BytesIO(file.content)).get_sheet_by_index(0).to_python()
    assert [len(row) for row in rows[2:4]] == [3, 3]
    assert formula in [row[1] for row in rows]
    assert rest("cv1-vhtt").get(address).status_code == 404
    assert rest("cv1-vhtt").get(made["download"]).status_code == 404
    assert rest("admin").get(made["download"]).status_code in (401, 404)


@pytest.mark.parametrize(
    "sent", [{"kind": "exe"}, {"kind": "xlsx", "columns": ["x"]}, {"kind": "xlsx", "query": "q"}]
)
def test_what_cannot_be_exported_is_refused(rest, sent):
    answer = rest("vanthu").post("@search-exports", json=sent)
    assert answer.status_code == 400, answer.text


@pytest.mark.parametrize(
    "asked", [{}, {"portal_type": "IncomingDocument"}, {"sort_on": "Date", "b_size": "5"}]
)
def test_plones_own_search_service_is_the_same_engine(rest, letter, asked):
    for user, expected in (("vanthu", True), ("cv1-vhtt", True), ("cv1-noivu", False)):
        answer = rest(user).get("@search", params={"SearchableText": "bao lu hau qua*", **asked})
        found = answer.json()
        assert (letter.UID() in uids(answer)) is expected, user
        ours = rest(user).get("@search-documents", params={"q": "bao lu hau qua"})
        assert set(uids(answer)) == set(uids(ours))
        assert found["items_total"] == len(found["items"])


def test_it_shows_what_a_program_expects(rest, letter):
    asked = {"SearchableText": f'"{letter.symbol}"'}
    (item,) = rest("vanthu").get("@search", params=asked).json()["items"]
    assert item["@type"] == "IncomingDocument"
    assert item["title"] == letter.subject
    assert item["review_state"] == "in_process"
    assert item["@id"].endswith("/".join(letter.getPhysicalPath()[2:]))


def test_the_catalogue_answers_everything_else(rest, letter):
    vanthu = rest("vanthu")
    for asked in ({"portal_type": "Unit"}, {"SearchableText": "x", "path": "/"}, {}):
        assert "more" not in vanthu.get("@search", params={**asked, "b_size": "1"}).json()
    assert uids(vanthu.get("@search", params={"SearchableText": "bao lu", "sort_on": "id"})) == []
    visitor = rest().get("@search", params={"SearchableText": "bao lu hau qua"})
    assert letter.UID() not in uids(visitor)


@pytest.mark.parametrize("text", ["x" * 10240, "'; DROP TABLE audit", '"', "* AND (", "\x00"])
def test_no_text_breaks_it(rest, letter, text):
    assert rest("vanthu").get("@search", params={"SearchableText": text}).status_code in (200, 400)
