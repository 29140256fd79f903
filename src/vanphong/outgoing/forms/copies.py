"""Copies of an issued document and marks on it (Decree 30/2020/NĐ-CP, Articles 25 to 27).

* a paper copy: a block below the end of the document, with number, date and signer of the copy
  (form 3.1)
* a certified electronic copy: form of copy, body and time in the top right corner (form 3.2)
* a print: who printed it and when (Annex VI, Part I.III.6.k)

A PDF that carries a digital signature is never written anew: that would break the signature.
"""

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from vanphong.attachments import child
from vanphong.errors import Conflict
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.outgoing.forms.rules import words
from vanphong.outgoing.forms.rules.copies import KINDS
from vanphong.outgoing.forms.rules.copies import Block
from vanphong.outgoing.forms.rules.copies import block_items
from vanphong.outgoing.forms.rules.copies import mark_items
from vanphong.outgoing.forms.rules.copies import print_items
import json
import os
import re
import sys


__all__ = ["KINDS", "Block", "is_signed", "mark_electronic_copy", "paper_copy", "print_mark"]

RULE = "Nghị định 30/2020/NĐ-CP, Điều 25 và Phụ lục I, Phần II"

#: The program that draws; it is not imported here, for it loads PDFium.
DRAWING = "vanphong.outgoing.forms.drawing"

#: Seconds of CPU time that the child process may take.
SECONDS = 60

_SIGNED = re.compile(rb"/ByteRange\s*\[")


def is_signed(pdf: bytes) -> bool:
    """Whether a PDF carries a digital signature; its dictionary is never compressed."""
    return _SIGNED.search(pdf) is not None


def paper_copy(pdf: bytes, block: Block) -> bytes:
    """The document with the block of a copy below its end, to be printed, signed and sealed.

    :raises RuleBroken: the PDF carries a digital signature.
    :raises Conflict: the PDF is damaged.
    """
    _refuse_signed(pdf)
    items, height = block_items(block)
    return _draw(pdf, {"mode": "end", "items": items, "height": height})


def copy_sheet(block: Block) -> bytes:
    """The block alone on a sheet, to go with the print of a digitally signed document."""
    items, height = block_items(block)
    return _draw(b"", {"mode": "alone", "items": items, "height": height})


def mark_electronic_copy(pdf: bytes, kind: str, body_name: str, moment: datetime) -> bytes:
    """The document with the mark of a certified electronic copy on page 1.

    The organisation signs it afterwards; the mark has no picture, its text is 10 pt.

    :param kind: a code of ``KINDS``.
    :param moment: aware; shown with its offset (ISO 8601).
    :raises RuleBroken: the PDF carries a digital signature.
    :raises Conflict: the PDF is damaged.
    """
    _refuse_signed(pdf)
    return _draw(pdf, {"mode": "first", "items": mark_items(kind, body_name, moment)})


def print_mark(pdf: bytes, who: str, moment: datetime) -> bytes:
    """A new file of the pages, for printing, each with who prints it and when at its foot.

    The record itself is not touched: signatures are shown in the print, but are not in it.

    :raises Conflict: the PDF is damaged.
    """
    return _draw(pdf, {"mode": "every", "items": print_items(words.clean(who), moment)})


def _refuse_signed(pdf: bytes) -> None:
    if is_signed(pdf):
        raise RuleBroken(
            _(
                "The PDF carries a digital signature, which any mark would break. Print it for a "
                "paper copy; as an electronic copy it is sent as it is."
            ),
            rule=RULE,
            field="file",
        )


def _draw(pdf: bytes, plan: dict[str, Any]) -> bytes:
    """Have the child process draw."""
    with TemporaryDirectory(prefix="vanphong-mark-") as folder:
        source, note, target = (Path(folder, name) for name in ("in.pdf", "plan", "out.pdf"))
        source.write_bytes(pdf)
        note.write_text(json.dumps(plan), "utf-8")
        command = (sys.executable, "-m", DRAWING, str(source), str(note), str(target))
        environment = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        try:
            child.run(command, seconds=SECONDS, environment=environment)
        except child.Broken as problem:
            raise Conflict(
                _("The PDF cannot be marked: it is damaged or protected."), field="file"
            ) from problem
        return target.read_bytes()
