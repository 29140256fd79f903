"""A case file as values, and packages of it, whole or broken."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC
from datetime import date
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from vanphong.casefiles.rules import package_writer
from vanphong.casefiles.rules.package import Made
from vanphong.casefiles.rules.record import DataFile
from vanphong.casefiles.rules.record import EntryRecord
from vanphong.casefiles.rules.record import FileRecord
from vanphong.casefiles.rules.record import Recipient
from zipfile import ZIP_DEFLATED
from zipfile import ZipFile


MADE = Made("0A1B2C3D-0000-4000-8000-00000000000F", datetime(2024, 8, 14, 8), "Lê Thị Văn Thư")
ROOT = f"{MADE.root}/"

FILE = FileRecord(
    uid="f1",
    organ_id="H99.20",
    organ_name="Ủy ban nhân dân huyện Phú Khê",
    year=2024,
    notation="01.VX",
    title="Hồ sơ triển khai eOffice năm 2024",
    years=10,
    rights="Nội bộ",
    creator="Nguyễn Văn A",
    start=date(2024, 1, 5),
    end=date(2024, 8, 13),
    document_total=2,
    page_total=5,
    note="Bản giấy lưu tại kho 2",
    heading="Văn xã",
    construction=True,
    opened_at=datetime(2024, 1, 5, 8, 30, tzinfo=UTC),
    closed_at=datetime(2024, 8, 13, 16, 30, tzinfo=UTC),
)


def data(content, name="cong-van.pdf", **more):
    return DataFile(
        more.pop("uid", name),
        name,
        sha256(content).hexdigest(),
        len(content),
        "application/pdf",
        **more,
    )


CONTENT = {"a": b"%PDF-1.4 a" * 50, "b": b"%PDF-1.4 b" * 70, "c": b"<xml/>"}
ENTRIES = (
    EntryRecord(
        1,
        "d1",
        kind="main",
        filed_pages=2,
        filed_by="Chuyên viên",
        filed_at=datetime(2024, 2, 1, 9, tzinfo=UTC),
        direction="in",
        document_type="cong-van",
        type_name="Công văn",
        code_number="1210",
        code_notation="UBND-VX",
        symbol="1210/UBND-VX",
        issued_date=date(2024, 8, 1),
        organ_name="UBND tỉnh",
        subject="V/v triển khai <eOffice> & ký số",
        page_amount=2,
        urgency="urgent",
        arrival_date=date(2024, 8, 2),
        arrival_number="1172",
        trace=("Giao VHTT chủ trì", "Đã trả lời\nngày 5/8"),
        due_date=date(2024, 8, 20),
        files=(data(CONTENT["a"]), data(CONTENT["c"], "phụ lục.XML", role="attachment")),
    ),
    EntryRecord(
        2,
        "d2",
        direction="out",
        subject="Trả lời",
        recipients=(Recipient("UBND tỉnh", "H99"), Recipient("Sở Nội vụ")),
        page_amount=3,
        files=(data(CONTENT["b"]),),
    ),
)
BY_HASH = {sha256(content).hexdigest(): content for content in CONTENT.values()}


@contextmanager
def content(_entry, one):
    yield BytesIO(BY_HASH[one.sha256])


def made(file=FILE, entries=ENTRIES, opener=content):
    target = BytesIO()
    package_writer.write(target, MADE, file, lambda: entries, opener, {"cong-van": "22"})
    target.seek(0)
    return target


def members(source):
    with ZipFile(source) as archive:
        return {one.filename: archive.read(one) for one in archive.infolist()}


def packed(pairs):
    """A ZIP of (name, content) pairs, as they are."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, octets in pairs:
            archive.writestr(name, octets)
    target.seek(0)
    return target


def changed(path, change):
    """The whole package with one member changed, and METS left as it was."""
    found = members(made())
    found[ROOT + path] = change(found[ROOT + path])
    return packed(found.items())


def without(file=FILE):
    return replace(file, document_total=0, page_total=0)
