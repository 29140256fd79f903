"""Words of a PDF, as its text layer says them."""

from collections.abc import Iterator
from typing import Any
from vanphong.attachments.text.readers import Locked
import pypdfium2
import pypdfium2.raw as pdfium
import re
import subprocess


#: FPDF_GetLastError of a file with a password that was not given.
_PASSWORD = 4

#: Letters outside the characters of any writing: a font without a map to Unicode.
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffd\ufffe\uffff\x01-\x08]")


def pages(source: str, found: dict[str, Any]) -> Iterator[str]:
    """Each page; ``found`` gets their number, and whether there is JavaScript."""
    with opened(source) as pdf:
        found["pages"] = len(pdf)
        if pdfium.FPDFDoc_GetJavaScriptActionCount(pdf) > 0:
            found["script"] = True
        for number in range(len(pdf)):
            yield _words(pdf, number)


def opened(source: str) -> pypdfium2.PdfDocument:
    """The document. Raises Locked for one with a password, ValueError for a damaged one."""
    try:
        return pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError as problem:
        if getattr(problem, "err_code", None) == _PASSWORD or "password" in str(problem).lower():
            raise Locked from problem
        raise ValueError(str(problem)) from problem


def poppler_pages(source: str, found: dict[str, Any]) -> Iterator[str]:
    """The same by poppler, for what PDFium cannot read."""
    command = ["pdftotext", "-enc", "UTF-8", "-nopgbrk", source, "-"]
    try:
        done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError) as problem:
        raise ValueError(str(problem)) from problem
    found["poppler"] = True
    yield done.stdout.decode("utf-8", "replace")


def _words(pdf: pypdfium2.PdfDocument, number: int) -> str:
    """The words of a page, "" for one whose letters have no meaning."""
    try:
        page = pdf[number]
        text = page.get_textpage().get_text_range().replace("\r\n", "\n")
    except pypdfium2.PdfiumError:
        return ""
    return "" if is_meaningless(text) else text


def is_meaningless(text: str) -> bool:
    """Whether these are letters of a font without a map to Unicode."""
    return len(_PRIVATE.findall(text)) * 4 > len(text)
