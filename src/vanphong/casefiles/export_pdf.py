"""One PDF of many: a program of its own, so that a broken file brings down no server.

``python -m vanphong.casefiles.export_pdf PLAN TARGET``. The plan is JSON: ``parts``, each with
``title`` and ``files`` (paths of PDFs); what cannot be read is left out and named in
``TARGET.json`` beside the first page of each part. Nothing of Zope is imported here.
"""

from contextlib import ExitStack
from pathlib import Path
from typing import Any
import json
import pikepdf
import sys


def main(plan_path: str, target: str) -> int:
    """Join the files of a plan; 0."""
    plan = json.loads(Path(plan_path).read_text(encoding="utf-8"))
    told = join(plan["parts"], target, plan.get("title", ""))
    Path(f"{target}.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return 0


def join(parts: list[dict[str, Any]], target: str, title: str) -> list[dict[str, Any]]:
    """Write the pages of all parts behind each other, with a bookmark for each part.

    :returns: for each part its title, its first page (from 0), the number of its pages, the
        files left out, and the parts that it was joined from itself (``inner``).
    """
    told = []
    with ExitStack() as opened, pikepdf.new() as made:
        with made.open_outline() as outline:
            for part in parts:
                one = _add(made, part, opened)
                told.append(one)
                if one["pages"]:
                    _bookmarks(outline.root, one, part)
        if title:
            made.docinfo["/Title"] = title
        if not len(made.pages):
            made.add_blank_page()
        made.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return told


def _add(made: pikepdf.Pdf, part: dict[str, Any], opened: ExitStack) -> dict[str, Any]:
    """The pages of a part; its files stay open, for their content is read when all is saved."""
    first, broken = len(made.pages), []
    for path in part["files"]:
        try:
            source = opened.enter_context(pikepdf.open(path))
            made.pages.extend(source.pages)
        except (pikepdf.PdfError, ValueError, OSError):
            broken.append(path)
    return {
        "title": part["title"],
        "first": first,
        "pages": len(made.pages) - first,
        "broken": broken,
    }


def _bookmarks(root: list[Any], one: dict[str, Any], part: dict[str, Any]) -> None:
    """A bookmark for a part, or for each of those that it was joined from before."""
    inner = part.get("inner")
    if inner is None:
        root.append(pikepdf.OutlineItem(one["title"], one["first"]))
        return
    for each in inner:
        if each["pages"]:
            root.append(pikepdf.OutlineItem(each["title"], one["first"] + each["first"]))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
