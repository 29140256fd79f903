"""Keeping documents in files of work, where a feature above has such files."""

from vanphong.routing.interfaces import IFiling
from zope.component import queryUtility


def prepared(document, case_file: str):
    """The code to keep, and a function that puts the document into that file.

    A text that names no file is kept as it is.

    :raises OfficeError: when the document may not go into the file; nothing is written.
    """
    case_file = " ".join(case_file.split())
    filing = queryUtility(IFiling) if case_file else None
    found = None if filing is None else filing.prepared(document, case_file)
    return (case_file, _nothing) if found is None else found


def fields(document) -> list[dict]:
    """Inputs by which a form asks for the file; none where there are no files."""
    filing = queryUtility(IFiling)
    return [] if filing is None else filing.fields(document)


def chosen(document, asked):
    """A function that gives the code of the file that was chosen in those inputs.

    :raises OfficeError: before anything is written.
    """
    filing = queryUtility(IFiling)
    return _none if filing is None else filing.chosen(document, asked)


def keep(document, case_file: str) -> None:
    """Put a document into the file with this code; "" keeps it nowhere."""
    _code, put_in = prepared(document, case_file)
    put_in()


def _nothing() -> None:
    """Nothing is to be done."""


def _none() -> str:
    return ""
