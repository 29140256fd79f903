"""Records as XML of our own, whole and uncut: what a package is read back from.

One element for each value under its own name; an empty value has no element. Documents are
written and read one after the other, so that a file of 10,000 takes no more memory than one.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import MISSING
from dataclasses import fields
from datetime import date
from datetime import datetime
from lxml import etree
from typing import IO
from typing import Any
from vanphong.casefiles.rules import record
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
import re


SPACE = "urn:vanphong:case-file:1"

#: A value that is true; one that is not is left out.
_YES = "yes"

#: Signs that XML does not have.
_UNTEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_PARTS: dict[str, type] = {"recipients": record.Recipient, "files": record.DataFile}


def write(target: IO[bytes], file: record.FileRecord, entries: Iterable[record.EntryRecord]) -> int:
    """Write a file with its documents; the number of these."""
    count = 0
    with etree.xmlfile(target, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element(_tag("case-file"), nsmap={None: SPACE}):
            xml.write(_element("file", file), pretty_print=True)
            for entry in entries:
                xml.write(_element("document", entry), pretty_print=True)
                count += 1
    return count


def read(source: IO[bytes]) -> Iterator[record.FileRecord | record.EntryRecord]:
    """The file, then its documents, as they are read.

    :raises InvalidInput: it is no such XML, has a document type or entities, or a value that
        cannot be read.
    """
    first = True
    for element in elements(source, {_tag("file"), _tag("document")}):
        is_file = element.tag == _tag("file")
        if is_file != first:
            raise InvalidInput(_("The package has no record of the file before its documents."))
        first = False
        yield _record(element, record.FileRecord if is_file else record.EntryRecord)
    if first:
        raise InvalidInput(_("The package has no record of the file before its documents."))


def elements(source: IO[bytes], wanted: set[str]) -> Iterator[Any]:
    """Elements with these tags, each forgotten after it was looked at.

    :raises InvalidInput: the XML is damaged, or has a document type or an entity.
    """
    events = etree.iterparse(
        source,
        events=("start", "end"),
        load_dtd=False,
        no_network=True,
        resolve_entities=False,
        huge_tree=False,
    )
    try:
        started = False
        for event, element in events:
            if event == "start":
                if not started:
                    _refuse_dtd(element)
                started = True
            elif element.tag in wanted:
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except etree.XMLSyntaxError as problem:
        raise InvalidInput(
            _("The XML of the package cannot be read: ${why}"), why=str(problem)[:200]
        ) from problem


def clean(text: str) -> str:
    """A text without the signs that XML does not have."""
    return _UNTEXT.sub(" ", text)


def _refuse_dtd(root: Any) -> None:
    info = root.getroottree().docinfo
    if info.internalDTD is not None or info.doctype:
        raise InvalidInput(_("The XML of the package has a document type or entities."))


def _tag(name: str) -> str:
    return f"{{{SPACE}}}{name}"


def _element(tag: str, value: Any) -> Any:
    made = etree.Element(_tag(tag), nsmap={None: SPACE})
    for field in fields(value):
        given = getattr(value, field.name)
        name = field.name.replace("_", "-")
        for one in given if isinstance(given, tuple) else (given,):
            if one is None or one == "" or one is False:
                continue
            if type(one) in _PARTS.values():
                made.append(_element(name, one))
            else:
                etree.SubElement(made, _tag(name)).text = clean(_text(one))
    return made


def _text(value: object) -> str:
    if isinstance(value, bool):
        return _YES
    return value.isoformat() if isinstance(value, date) else str(value)


def _record(element: Any, kind: type) -> Any:
    values: dict[str, Any] = {}
    known = {field.name.replace("_", "-"): field for field in fields(kind)}
    for child in element:
        field = known.get(etree.QName(child).localname) if isinstance(child.tag, str) else None
        if field is None:
            raise InvalidInput(_("The record “${name}” is not known."), name=str(child.tag)[:100])
        one = _value(field, child)
        if str(field.type).startswith("tuple"):
            values[field.name] = (*values.get(field.name, ()), one)
        elif field.name in values:
            raise InvalidInput(_("The record “${name}” is there twice."), name=field.name)
        else:
            values[field.name] = one
    for field in fields(kind):
        if field.name in values:
            continue
        if "None" in str(field.type):  # an element left out is no value, whatever the default
            values[field.name] = None
        elif field.type is str or field.type == "str":
            values[field.name] = ""
        elif field.default is MISSING:
            raise InvalidInput(_("The record “${name}” is missing."), name=field.name)
    return kind(**values)


def _value(field: Any, element: Any) -> Any:
    if field.name in _PARTS:
        return _record(element, _PARTS[field.name])
    text = element.text or ""
    read = _reader(str(field.type))
    try:
        return read(text)
    except ValueError as problem:
        raise InvalidInput(
            _("The record “${name}” cannot be “${value}”."), name=field.name, value=text[:100]
        ) from problem


def _reader(kind: str) -> Callable[[str], Any]:
    if "datetime.datetime" in kind:
        return _moment
    if "date" in kind:
        return date.fromisoformat
    if "bool" in kind:
        return _yes
    return int if "int" in kind else str


def _moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError(text)
    return found


def _yes(text: str) -> bool:
    if text != _YES:
        raise ValueError(text)
    return True
