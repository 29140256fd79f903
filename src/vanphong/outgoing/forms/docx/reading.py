"""Reading the facts of a DOCX that its form is checked by: zip and lxml, nothing rendered."""

from collections.abc import Iterator
from typing import Any
from vanphong.outgoing.forms.docx.container import Package
from vanphong.outgoing.forms.docx.sections import pages
from vanphong.outgoing.forms.docx.styles import Styles
from vanphong.outgoing.forms.docx.styles import W
from vanphong.outgoing.forms.rules.facts import Block
from vanphong.outgoing.forms.rules.facts import DocxFacts
from vanphong.outgoing.forms.rules.facts import Run


FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

#: What stands between a paragraph and its runs.
_AROUND = frozenset(
    f"{W}{name}"
    for name in ("hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple")
)

_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}

_CHANGES = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))

_OF_PARAGRAPH = ("align", "first_indent", "before", "after", "line")
_OF_RUN = ("font", "size", "bold", "italic", "hidden", "colour")


def read_facts(package: Package) -> DocxFacts:
    """The facts of a document.

    :raises InvalidInput: a part is no XML, or has a DTD.
    """
    styles = Styles(package)
    root = package.main
    return DocxFacts(
        pages=pages(package, styles),
        blocks=tuple(_block(one, styles) for one in _paragraphs(root)),
        changes=next(root.iter(*_CHANGES), None) is not None,
        comments=next(root.iter(f"{W}commentReference"), None) is not None,
    )


def _paragraphs(root: Any) -> Iterator[Any]:
    """Paragraphs in their order; a text box is written twice, once for old readers."""
    skipped: set[Any] = {
        one for old in root.iter(FALLBACK) for one in old.iter(f"{W}p") if old is not None
    }
    for one in root.iter(f"{W}p"):
        if one not in skipped:
            yield one


def _block(paragraph: Any, styles: Styles) -> Block:
    properties = paragraph.find(f"{W}pPr")
    named = None if properties is None else properties.find(f"{W}pStyle")
    look = styles.look("" if named is None else named.get(f"{W}val", ""))
    look = look | styles.own(properties)
    runs = tuple(_run(one, look, styles) for one in _runs(paragraph))
    return Block(
        runs=tuple(run for run in runs if run.text),
        in_table=next(paragraph.iterancestors(f"{W}tc"), None) is not None,
        **{name: look[name] for name in _OF_PARAGRAPH if name in look},
    )


def _runs(element: Any) -> Iterator[Any]:
    """The runs of a paragraph: what was deleted is left out, as is a text box in a run."""
    for child in element:
        if child.tag == f"{W}r":
            yield child
        elif child.tag in _AROUND:
            yield from _runs(child)


def _run(run: Any, look: dict[str, Any], styles: Styles) -> Run:
    properties = run.find(f"{W}rPr")
    if properties is not None:
        named = properties.find(f"{W}rStyle")
        if named is not None:
            look = look | styles.chain(named.get(f"{W}val", ""))
        look = look | styles.own(properties)
    text = "".join(
        (child.text or "") if child.tag == f"{W}t" else _SIGNS.get(child.tag, "") for child in run
    )
    return Run(text, **{name: look[name] for name in _OF_RUN if name in look})
