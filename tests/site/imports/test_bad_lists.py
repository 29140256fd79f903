"""What people send that is no good list, and what they are told."""

from io import BytesIO
from pathlib import Path
from sqlalchemy import select
from tests.office import as_user
from tests.rules.attachments import making
from tests.site.imports import lists
from tests.site.imports.lists import incoming
from tests.site.imports.test_importing import errors
from tests.site.imports.test_importing import states
from unicodedata import normalize
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.imports import actions
from vanphong.imports import batches
from vanphong.imports import report
from vanphong.imports import rules
from vanphong.imports import sources
from vanphong.imports import workbook
from vanphong.ledger import session
from vanphong.ledger.tables import document_index
import os
import pytest
import zipfile


def bring(office, book, name="so.xlsx", **more):
    with as_user("vanthu"):
        return actions.prepare_import(office.body, name, book, **more)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("so.csv", b"So den;Ngay den\n45;07/01/2019\n"),
        ("so.xlsx", b"So den;Ngay den\n45;07/01/2019\n"),
        ("so.xlsm", making.archive({"xl/workbook.xml": b"<x/>"})),
        ("so.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("so.xlsx", b""),
        ("so.xlsx", b"PK\x03\x04 broken"),
    ],
)
def test_what_is_no_workbook(office, name, data):
    with pytest.raises(InvalidInput) as refusal:
        bring(office, BytesIO(data), name)
    assert refusal.value.field == "workbook"


def test_macros_are_refused(office):
    data = lists.workbook([incoming(1)]).getvalue()
    target = BytesIO(data)
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    with pytest.raises(InvalidInput, match="macros"):
        bring(office, target)


def test_too_many_rows(office, monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 30)
    with pytest.raises(InvalidInput, match="more than 30 rows"):
        bring(office, lists.workbook([incoming(n) for n in range(1, 100)]))


def test_a_million_rows_are_not_all_read(office):
    xml = b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>1</t></is></c></row>'
    rows = b"".join(xml % (n, n) for n in range(1, 1_000_001))
    data = lists.workbook([incoming(1)]).getvalue()
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(target, "w", 8) as new:
        for one in old.namelist():
            content = old.read(one)
            if one == "xl/worksheets/sheet1.xml":
                head, _start, _rest = content.partition(b"<sheetData>")
                content = head + b"<sheetData>" + rows + b"</sheetData></worksheet>"
            new.writestr(one, content)
    with pytest.raises(InvalidInput, match="more than 20000 rows"):
        bring(office, target)


def test_a_cell_at_the_end_of_the_world(prepare):
    def touch(_book, sheets):
        sheets["in"].write(1_048_575, 16_383, "xa")

    assert states(prepare([incoming(1)], touch=touch)) == ["good"]


@pytest.mark.parametrize(
    ("more", "text"),
    [
        ({"title": "Trang tính 1"}, "Trang tính 1"),
        ({"headings": ["Màu"] * 30}, "lacks the columns"),
        ({"headings": ["Sổ", "Năm", "Số đến", "Số đến"]}, "lacks|twice"),
    ],
)
def test_wrong_sheets_and_headings(office, more, text):
    with pytest.raises(InvalidInput, match=text):
        bring(office, lists.workbook([incoming(1)], **more))


def test_no_rows(office):
    with pytest.raises(InvalidInput, match="no rows"):
        bring(office, lists.workbook([{}]))


def test_unknown_columns_are_named_and_order_is_free(prepare):
    def touch(_book, sheets):
        sheets["in"].write(0, 40, "Màu mực")
        sheets["in"].write(1, 40, "đỏ")

    batch = prepare([incoming(1)], touch=touch)
    assert batch.unknown == {"Văn bản đến": ("Màu mực",)}
    assert states(batch) == ["good"]


def test_formulas_and_merged_cells_keep_their_rows_out(prepare):
    subject, number = lists.column("in", "subject"), lists.column("in", "number")

    def touch(_book, sheets):
        sheets["in"].write_formula(1, subject, '=A1&"x"', None, "V/v tính ra")
        sheets["in"].merge_range(2, number, 3, number, "2")

    batch = prepare([incoming(1), incoming(2), incoming(3), incoming(4)], touch=touch)
    assert [len(one) > 0 for one in errors(batch)] == [True, True, True, False]
    texts = [report.finding_text("in", one) for one in batch.rows[0].findings]
    column = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[subject]
    assert any(f"{column}2" in text for text in texts)


def test_dates_as_serials_and_numbers_as_numbers(prepare, enter, documents):
    batch = prepare([incoming(45, arrived=43472, issued_date=43470, number=45)])
    assert states(batch) == ["good"]
    letter = documents(enter(batch))["45"]
    assert str(letter.issued_date) == "2019-01-05"


def test_names_of_files_in_another_form_and_in_folders(prepare, enter, documents):
    name = "2019/Công văn đến.PDF"
    archive = lists.scans(normalize("NFD", name))
    batch = prepare([incoming(45, files=normalize("NFC", name).upper())], archive=archive)
    assert states(batch) == ["good"]
    assert len(documents(enter(batch))["45"].attachments) == 1
    batch = prepare([incoming(46, files="công văn đến.pdf")], archive=lists.scans(name))
    assert states(batch) == ["good"]


@pytest.mark.parametrize("name", ["../x.pdf", "a/../../x.pdf", "/x.pdf", "C:/x.pdf", "..\\x.pdf"])
def test_a_zip_that_leads_out_is_not_unpacked(office, name):
    before = set(Path(os.environ["VANPHONG_VAR"]).rglob("*"))
    with pytest.raises(InvalidInput, match="leads out"):
        bring(office, lists.workbook([incoming(1)]), archive=lists.packed({name: b"%PDF-1.4"}))
    left = {one for one in Path(os.environ["VANPHONG_VAR"]).rglob("*") if one.is_file()}
    assert not any("x.pdf" in one.name or "/imports/" in str(one) for one in left - before)


def test_links_bombs_passwords_and_no_zip(office, monkeypatch):
    link = zipfile.ZipInfo("a.pdf")
    link.external_attr = 0o120777 << 16
    with pytest.raises(InvalidInput, match="leads out"):
        bring(office, lists.workbook([incoming(1)]), archive=lists.packed({link: "/etc/passwd"}))
    with pytest.raises(InvalidInput, match="damaged"):
        bring(office, lists.workbook([incoming(1)]), archive=BytesIO(b"%PDF-1.4 no zip"))
    monkeypatch.setattr(sources, "MOST_BYTES", 1000)
    with pytest.raises(InvalidInput, match="when unpacked"):
        bring(
            office,
            lists.workbook([incoming(1)]),
            archive=lists.packed({"a.pdf": bytes(2000)}),
        )
    monkeypatch.setattr(sources, "MOST_FILES", 1)
    with pytest.raises(InvalidInput, match="more than 1 files"):
        bring(office, lists.workbook([incoming(1)]), archive=lists.scans("a.pdf", "b.pdf"))


@pytest.mark.parametrize(
    ("files", "data"),
    [
        ("khong-co.pdf", making.pdf("a")),
        ("../../etc/passwd", making.pdf("a")),
        ("a.pdf", b""),
        ("a.pdf", b"MZ\x90\x00" + bytes(100)),
        ("a.pdf", b"not a pdf at all"),
    ],
)
def test_files_that_are_missing_or_wrong(prepare, files, data):
    batch = prepare([incoming(1, files=files)], archive=lists.packed({"a.pdf": data}))
    assert errors(batch) == [["files"]]


SECRET = "Nội dung không được lưu lại"


def test_a_secret_row_is_kept_out_and_nothing_of_it_is_kept(prepare, enter):
    batch = prepare([incoming(1), incoming(2, secrecy="Mật", subject=SECRET)])
    assert errors(batch) == [[], ["secrecy"]]
    assert batch.rows[1].cells == ()
    assert rules.file_key("2.pdf") not in batch.files
    assert len(list(batch.folder.iterdir())) == 1
    assert SECRET.encode() not in report.xlsx(batch)
    enter(batch)
    assert states(batch) == ["entered", "bad"]
    with session.reading() as connection:
        subjects = connection.execute(select(document_index.c.subject)).scalars().all()
    assert SECRET not in subjects


def test_a_stamp_of_secrecy_on_a_file_keeps_its_row_out(prepare, enter, monkeypatch):
    def guard(_path, _extension):
        from vanphong.documents.rules import refuse_secret

        refuse_secret("secret", has_file=True)

    batch = prepare([incoming(1, subject=SECRET)])
    monkeypatch.setattr("vanphong.documents.secrets.refuse_coming", guard)
    monkeypatch.setattr(
        "vanphong.attachments.intake.getUtilitiesFor", lambda _kind: [("secret", guard)]
    )
    enter(batch)
    assert states(batch) == ["failed"]
    assert batch.rows[0].cells == ()


def test_a_virus_keeps_its_row_out_and_the_others_go_on(prepare, enter, monkeypatch):
    def verdict(stream):
        stream.seek(0)
        return "Eicar" if b"EICAR" in stream.read() else ""

    pdf = making.pdf("a") + b"\n%EICAR\n"
    archive = lists.packed({"1.pdf": pdf, "2.pdf": making.pdf("b")})
    batch = prepare([incoming(1), incoming(2)], archive=archive)
    monkeypatch.setattr("vanphong.attachments.scanner.scan", verdict)
    enter(batch)
    assert states(batch) == ["failed", "entered"]
    assert "Eicar" in report.finding_text("in", batch.rows[0].findings[-1])


def test_a_folder_of_the_operator(office, tmp_path, monkeypatch, prepare):
    folder = tmp_path / "2019"
    folder.mkdir()
    (folder / "1.pdf").write_bytes(making.pdf("a"))
    (tmp_path / "out.pdf").write_bytes(making.pdf("b"))
    (folder / "2.pdf").symlink_to(tmp_path / "out.pdf")
    (tmp_path / "link").symlink_to("/etc")
    with pytest.raises(InvalidInput, match="VANPHONG_IMPORT"):
        bring(office, lists.workbook([incoming(1)]), folder="2019")
    monkeypatch.setenv("VANPHONG_IMPORT", str(tmp_path))
    for name in ("..", "/etc", "link", "2019/..", "khong-co", "../" + tmp_path.name):
        with pytest.raises(InvalidInput, match="not a folder"):
            bring(office, lists.workbook([incoming(1)]), folder=name)
    batch = bring(office, lists.workbook([incoming(1), incoming(2)]), folder="2019")
    assert set(batch.files) == {"1.pdf", "*/1.pdf"}
    (folder / "1.pdf").unlink()
    (folder / "1.pdf").symlink_to(tmp_path / "out.pdf")
    with pytest.raises(InvalidInput, match="not there any more"):
        sources.open_file(folder, "1.pdf")


@pytest.mark.parametrize("user", ["cv1-vhtt", "truongphong-vhtt", "chutich", "vanthu-anlac", ""])
def test_who_may_not_import(office, user):
    with as_user(user), pytest.raises(NotAllowed):
        actions.prepare_import(office.body, "so.xlsx", lists.workbook([incoming(1)]))


def test_an_administrator_may_import_and_a_unit_takes_none(office, prepare, enter):
    assert states(enter(prepare([incoming(1)], user="admin"), user="admin")) == ["entered"]
    with as_user("admin"), pytest.raises(InvalidInput, match="into a body"):
        actions.prepare_import(office.unit("vhtt"), "a.xlsx", lists.workbook([incoming(1)]))


def test_a_virus_in_the_list_itself(office, monkeypatch):
    monkeypatch.setattr("vanphong.attachments.scanner.scan", lambda _stream: "Eicar")
    with pytest.raises(RuleBroken, match="Eicar"):
        bring(office, lists.workbook([incoming(1)]))


def test_discarding_throws_the_files_away(office, prepare, enter):
    from vanphong.errors import Conflict

    batch = prepare([incoming(1)])
    assert batch.folder.is_dir()
    with as_user("vanthu"):
        actions.discard_import(office.body, batch.uid)
        assert batches.find(batch.uid) is None
        with pytest.raises(InvalidInput):
            actions.start_import(office.body, batch.uid)
        batch = bring(office, lists.workbook([incoming(1)]))
        with as_user("vanthu"), pytest.raises(Conflict):
            actions.discard_import(office.body, batch.uid)
