"""The plain export of a file: the compulsory fields, by their names in the annex.

Decree 30/2020/NĐ-CP, Annex VI, Part II: names, order and lengths. A longer value is cut
here and nowhere else; OrganId has the 35 signs of Decision 20/2020/QĐ-TTg.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from lxml import etree
from typing import IO
from typing import Any
from vanphong.casefiles.rules.record import EntryRecord
from vanphong.casefiles.rules.record import FileRecord
from vanphong.casefiles.rules.record_xml import clean
from vanphong.documents.rules.levels import urgency_of


#: Length of a text by the name of its field; one that is not here is not limited.
LENGTHS = {
    "OrganId": 35,
    "FileCatalog": 4,
    "FileNotation": 20,
    "Title": 500,
    "Maintenance": 30,
    "Rights": 30,
    "Creator": 30,
    "TypeName": 100,
    "CodeNumber": 11,
    "CodeNotation": 30,
    "OrganName": 200,
    "Subject": 500,
    "Description": 500,
    "Position": 100,
    "FullName": 50,
    "ToPlaces": 1000,
}

#: The language of a file may be longer than that of a document.
FILE_LANGUAGE = 50
LANGUAGE = 30

Pair = tuple[str, "str | list[Pair]"]


def write(target: IO[bytes], file: FileRecord, entries: Iterable[EntryRecord]) -> None:
    """Write the export, the documents in the order given."""
    with etree.xmlfile(target, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("HoSo"):
            _write(xml, list(file_fields(file)))
            with xml.element("DocumentList"):
                for entry in entries:
                    tag = {"in": "IncomingDocument", "out": "OutgoingDocument"}
                    with xml.element(tag.get(entry.direction, "Document")):
                        _write(xml, list(document_fields(entry, file)))


def file_fields(file: FileRecord) -> Iterator[Pair]:
    """Annex VI, Part II.III, in its order."""
    yield "FileCode", _code(file)
    yield "Title", file.title
    yield "Maintenance", file.maintenance
    yield "Rights", file.rights
    yield "Creator", file.creator
    yield "Language", file.language[:FILE_LANGUAGE]
    yield "StartDate", _day(file.start)
    yield "EndDate", _day(file.end)
    yield "DocTotal", str(file.document_total)
    yield "PageTotal", str(file.page_total)
    yield "Description", file.note


def document_fields(entry: EntryRecord, file: FileRecord) -> Iterator[Pair]:
    """Annex VI, Part II.I or II, in its order."""
    yield "FileCode", _code(file)
    yield "DocOrdinal", str(entry.number)
    yield "TypeName", entry.type_name
    yield "CodeNumber", entry.code_number
    yield "CodeNotation", entry.code_notation
    yield "IssuedDate", _day(entry.issued_date)
    yield "OrganName", entry.organ_name
    yield "Subject", entry.subject
    yield "Language", entry.language[:LANGUAGE]
    yield "PageAmount", str(entry.pages or "")
    yield "Description", entry.note
    signer: Pair = (
        "SignerInfo",
        [("Position", entry.signer_position), ("FullName", entry.signer_name)],
    )
    priority: Pair = ("Priority", str(urgency_of(entry.urgency or "normal").number))
    if entry.direction == "in":
        yield "ArrivalDate", _day(entry.arrival_date)
        yield "ArrivalNumber", entry.arrival_number
        yield signer
        yield priority
        yield "ToPlaces", entry.to_places
        yield "TraceHeaderList", "\n".join(entry.trace)
    else:
        yield signer
        for one in entry.recipients:
            yield "To", [("OrganId", one.organ_id), ("OrganName", one.name)]
        yield priority
        yield "IssuedAmount", str(entry.issued_amount or "")
    yield "DueDate", _day(entry.due_date)


def _code(file: FileRecord) -> "list[Pair]":
    return [
        ("OrganId", file.organ_id),
        ("FileCatalog", str(file.year)),
        ("FileNotation", file.notation),
    ]


def _write(xml: Any, pairs: "list[Pair]") -> None:
    for name, value in pairs:
        if not value or (isinstance(value, list) and not any(text for _name, text in value)):
            continue
        with xml.element(name):
            if isinstance(value, str):
                xml.write(clean(value)[: LENGTHS.get(name)])
            else:
                _write(xml, value)


def _day(day: date | None) -> str:
    return "" if day is None else f"{day:%d/%m/%Y}"
