"""The plain export: names, order and lengths of the annex."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from lxml import etree
from tests.rules.casefiles.packages import ENTRIES
from tests.rules.casefiles.packages import FILE
from vanphong.casefiles.rules import annex_export
from vanphong.casefiles.rules.record import EntryRecord
from vanphong.casefiles.rules.record import in_time_order
import pytest


def exported(file=FILE, entries=ENTRIES):
    target = BytesIO()
    annex_export.write(target, file, entries)
    return etree.fromstring(target.getvalue())


def names(element):
    return [child.tag for child in element]


def test_the_fields_of_the_file():
    root = exported()
    assert names(root) == [
        "FileCode",
        "Title",
        "Maintenance",
        "Rights",
        "Creator",
        "Language",
        "StartDate",
        "EndDate",
        "DocTotal",
        "PageTotal",
        "Description",
        "DocumentList",
    ]
    assert [(one.tag, one.text) for one in root.find("FileCode")] == [
        ("OrganId", "H99.20"),
        ("FileCatalog", "2024"),
        ("FileNotation", "01.VX"),
    ]
    assert root.findtext("Maintenance") == "10 năm"
    assert root.findtext("StartDate") == "05/01/2024"


def test_the_fields_of_an_incoming_document():
    entry = exported().find("DocumentList/IncomingDocument")
    assert names(entry) == [
        "FileCode",
        "DocOrdinal",
        "TypeName",
        "CodeNumber",
        "CodeNotation",
        "IssuedDate",
        "OrganName",
        "Subject",
        "PageAmount",
        "ArrivalDate",
        "ArrivalNumber",
        "Priority",
        "TraceHeaderList",
        "DueDate",
    ]
    assert entry.findtext("Priority") == "1"
    assert entry.findtext("ArrivalDate") == "02/08/2024"


def test_the_recipients_of_an_outgoing_document():
    entry = exported().find("DocumentList/OutgoingDocument")
    assert [one.findtext("OrganName") for one in entry.findall("To")] == ["UBND tỉnh", "Sở Nội vụ"]
    assert entry.find("To/OrganId").text == "H99"


@pytest.mark.parametrize(
    ("field", "name", "length"),
    [
        ("title", "Title", 500),
        ("rights", "Rights", 30),
        ("creator", "Creator", 30),
        ("language", "Language", 50),
        ("note", "Description", 500),
        ("notation", "FileCode/FileNotation", 20),
    ],
)
def test_a_long_value_of_the_file_is_cut(field, name, length):
    assert len(exported(replace(FILE, **{field: "ệ" * 900})).findtext(name)) == length


@pytest.mark.parametrize(
    ("field", "name", "length"),
    [
        ("type_name", "TypeName", 100),
        ("code_number", "CodeNumber", 11),
        ("code_notation", "CodeNotation", 30),
        ("organ_name", "OrganName", 200),
        ("subject", "Subject", 500),
        ("language", "Language", 30),
        ("to_places", "ToPlaces", 1000),
        ("signer_position", "SignerInfo/Position", 100),
        ("signer_name", "SignerInfo/FullName", 50),
    ],
)
def test_a_long_value_of_a_document_is_cut(field, name, length):
    entry = replace(ENTRIES[0], **{field: "ệ" * 2000})
    found = exported(entries=(entry,)).findtext(f"DocumentList/IncomingDocument/{name}")
    assert len(found) == length


def test_time_order():
    late = EntryRecord(1, "a", issued_date=date(2024, 5, 1))
    early = EntryRecord(2, "b", arrival_date=date(2024, 4, 1))
    never = EntryRecord(3, "c")
    assert in_time_order((late, never, early)) == (early, late, never)
