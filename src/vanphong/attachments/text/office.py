"""Words of Word, PowerPoint and OpenDocument files, from the XML in their containers."""

from collections.abc import Iterator
from lxml import etree
from typing import Any
from zipfile import ZipFile
import re


#: Bytes of XML read in all: the container was checked when it came in, but not by this process.
LARGEST = 150 << 20

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ODF_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"

#: Body first, then what stands at the edges.
_DOCX_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\d*\.xml")
_SLIDES = re.compile(r"ppt/(slides/slide|notesSlides/notesSlide)(\d+)\.xml")


def docx(source: str, found: dict[str, Any]) -> Iterator[str]:
    """All parts of a Word file as one page: where its pages end only Word knows."""
    with ZipFile(source) as archive:
        names = [name for name in archive.namelist() if _DOCX_PARTS.fullmatch(name)]
        names.sort(key=lambda name: (not name.startswith("word/document"), name))
        yield "\n".join(_office_xml(archive, name, _WORD) for name in names)


def pptx(source: str, found: dict[str, Any]) -> Iterator[str]:
    """Slide by slide, each with its notes."""
    with ZipFile(source) as archive:
        slides: dict[int, list[str]] = {}
        for name in sorted(archive.namelist(), reverse=True):
            match = _SLIDES.fullmatch(name)
            if match:
                slides.setdefault(int(match[2]), []).append(name)
        for number in sorted(slides):
            yield "\n".join(_office_xml(archive, name, _DRAWING) for name in slides[number])


def odf(source: str, found: dict[str, Any]) -> Iterator[str]:
    """The content, then heads and feet, which the styles hold."""
    with ZipFile(source) as archive:
        parts = []
        for name in ("content.xml", "styles.xml"):
            root = _parsed(archive, name)
            if root is not None:
                parts.append("\n".join(_odf_paragraphs(root)))
        yield "\n".join(parts)


def _office_xml(archive: ZipFile, name: str, space: str) -> str:
    root = _parsed(archive, name)
    if root is None:
        return ""
    return "\n".join(_run(one, space) for one in root.iter(f"{space}p"))


def _run(paragraph: etree._Element, space: str) -> str:
    parts = []
    for one in paragraph.iter(f"{space}t", f"{space}tab", f"{space}br"):
        parts.append((one.text or "") if one.tag.endswith("}t") else " ")
    return "".join(parts)


def _odf_paragraphs(root: etree._Element) -> Iterator[str]:
    for one in root.iter(f"{_ODF_TEXT}p", f"{_ODF_TEXT}h"):
        for gap in one.iter(f"{_ODF_TEXT}s", f"{_ODF_TEXT}tab", f"{_ODF_TEXT}line-break"):
            gap.text = " "
        for note in list(one.iter(f"{_OFFICE}annotation")):
            note.tail = (note.tail or "") + " "
        yield "".join(one.itertext())


def _parsed(archive: ZipFile, name: str) -> etree._Element | None:
    """A part as a tree: nothing is loaded from elsewhere, no entity grows."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        with archive.open(name) as content:
            return etree.fromstring(content.read(LARGEST), parser)
    except KeyError:
        return None
    except etree.XMLSyntaxError as problem:
        raise ValueError(str(problem)) from problem
