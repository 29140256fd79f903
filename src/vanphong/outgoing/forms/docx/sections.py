"""The sections of a DOCX: paper, margins, and where the page numbers stand."""

from typing import Any
from vanphong.outgoing.forms.docx.container import MAIN
from vanphong.outgoing.forms.docx.container import Package
from vanphong.outgoing.forms.docx.styles import Styles
from vanphong.outgoing.forms.docx.styles import W
from vanphong.outgoing.forms.docx.styles import number
from vanphong.outgoing.forms.docx.styles import to_mm
from vanphong.outgoing.forms.rules.facts import Page
from vanphong.outgoing.forms.rules.facts import PageNumber


R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

SIDES = ("top", "bottom", "left", "right")


def pages(package: Package, styles: Styles) -> tuple[Page, ...]:
    """The sections in their order; one without its own head takes that of the one before."""
    places = {one.get("Id"): one.get("Target", "") for one in package.relationships(MAIN)}
    numbers: dict[str, PageNumber | None] = {}
    found = []
    for section in package.main.iter(f"{W}sectPr"):
        if section.getparent().tag == f"{W}sectPrChange":
            continue
        numbers |= _numbers(section, places, package, styles)
        found.append(_page(section, numbers))
    return tuple(found)


def _page(section: Any, numbers: dict[str, PageNumber | None]) -> Page:
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    ordinary = numbers.get("header default") or numbers.get("footer default")
    first = ordinary
    title = section.find(f"{W}titlePg")
    if title is not None and title.get(f"{W}val", "1") not in ("0", "false"):
        first = numbers.get("header first") or numbers.get("footer first")
    return Page(
        width=_length(size, "w"),
        height=_length(size, "h"),
        **{side: _length(margins, side) for side in SIDES},
        number=ordinary,
        first_number=first,
    )


def _length(element: Any, name: str) -> float:
    twips = None if element is None else number(element, name)
    return 0.0 if twips is None else to_mm(twips)


def _numbers(
    section: Any, places: dict[str | None, str], package: Package, styles: Styles
) -> dict[str, PageNumber | None]:
    """The page number in each head and foot that the section has of its own."""
    found = {}
    for kind in ("header", "footer"):
        for one in section.findall(f"{W}{kind}Reference"):
            target = places.get(one.get(f"{R}id"), "")
            name = target.lstrip("/") if target.startswith("/") else f"word/{target}"
            if name in package:
                key = f"{kind} {one.get(f'{W}type', 'default')}"
                found[key] = _number(package.xml(name), kind, styles)
    return found


def _number(root: Any, kind: str, styles: Styles) -> PageNumber | None:
    for paragraph in root.iter(f"{W}p"):
        simple = (one.get(f"{W}instr", "") for one in paragraph.iter(f"{W}fldSimple"))
        told = "".join(one.text or "" for one in paragraph.iter(f"{W}instrText"))
        if "PAGE" in f"{' '.join(simple)} {told}".upper().split():
            place = "head" if kind == "header" else "foot"
            return PageNumber(place, _align(paragraph, styles), _size(paragraph, styles))
    return None


def _look(paragraph: Any, styles: Styles) -> dict[str, Any]:
    properties = paragraph.find(f"{W}pPr")
    named = None if properties is None else properties.find(f"{W}pStyle")
    look = styles.look("" if named is None else named.get(f"{W}val", ""))
    return look | styles.own(properties)


def _align(paragraph: Any, styles: Styles) -> str:
    """How the number stands; Word likes to put it into a frame of its own."""
    frame = paragraph.find(f"{W}pPr/{W}framePr")
    if frame is not None and frame.get(f"{W}xAlign"):
        return str(frame.get(f"{W}xAlign"))
    return str(_look(paragraph, styles).get("align", "left"))


def _size(paragraph: Any, styles: Styles) -> float | None:
    look = _look(paragraph, styles)
    for run in paragraph.iter(f"{W}r"):
        look = look | styles.own(run.find(f"{W}rPr"))
    size = look.get("size")
    return None if size is None else float(size)
