"""Which reader is for which kind of file."""

from collections.abc import Callable
from collections.abc import Iterator
from importlib import import_module
from typing import Any


#: Gives pages; puts what else it has found, such as the number of pages, into the dict.
Reader = Callable[[str, dict[str, Any]], Iterator[str]]


class Locked(Exception):
    """The file has a password."""


class NoReader(Exception):
    """The program that could read it is not there; its text is a code of ``rules.WHY``."""


#: Module and function by kind. Each is imported when it is needed, for a start costs time.
_READERS = {
    "pdf": "pdf:pages",
    "pdf-poppler": "pdf:poppler_pages",
    "docx": "office:docx",
    "pptx": "office:pptx",
    "odt": "office:odf",
    "odp": "office:odf",
    "xlsx": "sheets:rows",
    "xls": "sheets:rows",
    "ods": "sheets:rows",
    "doc": "word:pages",
    "eml": "mail:parts",
    "txt": "plain:text",
    "xml": "plain:markup",
    "edxml": "plain:markup",
}

#: Kinds that have words.
READABLE = frozenset(_READERS) - {"pdf-poppler"}


def reader(kind: str) -> Reader:
    """The reader of a kind. Raises NoReader where there is none."""
    if kind not in _READERS:
        raise NoReader("no-reader")
    module, _colon, name = _READERS[kind].partition(":")
    return getattr(import_module(f"vanphong.attachments.text.{module}"), name)
