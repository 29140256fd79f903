"""Exports of large files of work: memory of a PDF of 1,000 documents, of a package, of a page.

By itself, without a site: ``PYTHONPATH=src .venv/bin/python bench/casefiles_archive.py``.
"""

from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from types import SimpleNamespace
import json
import os
import pikepdf
import resource
import subprocess
import sys


DOCUMENTS = 1000
PART = 50
PAGES = 3
PAGE_BYTES = 100_000
MEMORY = 1 << 30


def main() -> int:
    """Measure all, print the table; 1 when a goal is missed."""
    rows = [*pdf(), *package(), page()]
    for row in rows:
        mark = "ok" if row["ratio"] <= row["goal"] else "MISSED"
        print(f"{row['what']:<66} {row['value']:>12} {row['ratio']:6.2f} ≤ {row['goal']}  {mark}")
    return any(row["ratio"] > row["goal"] for row in rows)


def one_pdf(path: Path) -> None:
    """A scan: pages with what nobody can pack."""
    with pikepdf.new() as made:
        for _page in range(PAGES):
            made.add_blank_page(page_size=(595, 842))
            made.pages[-1]["/Contents"] = made.make_stream(
                b"% " + os.urandom(PAGE_BYTES).hex().encode()
            )
        made.save(path)


def pdf():
    """Parts of fifty documents, then all of them, each in a process as the worker does it."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(DOCUMENTS):
            one_pdf(folder / f"{number}.pdf")
        began, plan = perf_counter(), []
        for at in range(0, DOCUMENTS, PART):
            parts = [
                {"title": f"{number}", "files": [str(folder / f"{number}.pdf")]}
                for number in range(at, at + PART)
            ]
            target = folder / f"part-{at}.pdf"
            told = joined(folder, parts, target)
            plan.append({"title": "", "files": [str(target)], "inner": told})
        joined(folder, plan, folder / "all.pdf")
        seconds = perf_counter() - began
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
        with pikepdf.open(folder / "all.pdf") as found:
            assert len(found.pages) == DOCUMENTS * PAGES
            with found.open_outline() as outline:
                assert len(outline.root) == DOCUMENTS
        size = (folder / "all.pdf").stat().st_size
    yield row(
        f"PDF of {DOCUMENTS} documents, {size >> 20} MB: memory against 1 GB",
        f"{peak >> 20} MB",
        peak / MEMORY,
        1.0,
    )
    yield row("the same: time against 5 minutes", f"{seconds:.1f} s", seconds / 300, 1.0)


def joined(folder: Path, parts: list, target: Path) -> list:
    """What the program says of the parts."""
    plan = folder / "plan.json"
    plan.write_text(json.dumps({"parts": parts}), encoding="utf-8")
    command = [sys.executable, "-m", "vanphong.casefiles.export_pdf", str(plan), str(target)]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": "src"})
    return json.loads(Path(f"{target}.json").read_text(encoding="utf-8"))


def package():
    """Writing a package of 300 MB and reading it back, in a process of its own."""
    source = "import casefiles_archive as b; b.package_alone()"
    command = [sys.executable, "-c", source]
    environment = {**os.environ, "PYTHONPATH": "src:bench"}
    said = subprocess.run(command, check=True, env=environment, capture_output=True, text=True)
    found = json.loads(said.stdout)
    yield row(
        f"package of {found['size'] >> 20} MB written and read: memory grows by",
        f"{found['grown'] >> 20} MB",
        found["grown"] / (100 << 20),
        1.0,
    )


def package_alone() -> None:
    """What ``package`` runs: prints JSON."""
    from datetime import datetime
    from vanphong.casefiles.rules import package_reader
    from vanphong.casefiles.rules import package_writer
    from vanphong.casefiles.rules.package import Made
    from vanphong.casefiles.rules.record import DataFile
    from vanphong.casefiles.rules.record import EntryRecord
    from vanphong.casefiles.rules.record import FileRecord

    block = os.urandom(300_000)
    data = DataFile("a", "a.pdf", sha256(block).hexdigest(), len(block), "application/pdf")
    file = FileRecord("f", "H99", "UBND", 2024, "01.VX", "Hồ sơ", document_total=DOCUMENTS)

    def entries():
        return (EntryRecord(n, f"d{n}", files=(data,)) for n in range(1, DOCUMENTS + 1))

    @contextmanager
    def content(_entry, _data):
        yield BytesIO(block)

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with TemporaryDirectory() as folder, Path(folder, "sip.zip").open("w+b") as target:
        made = Made("0A1B2C3D-0000-4000-8000-00000000000F", datetime(2024, 8, 14), "Lưu trữ")
        package_writer.write(target, made, file, entries, content)
        size = target.tell()
        target.seek(0)
        with package_reader.opened(target) as found:
            assert len(found.contents().entries) == DOCUMENTS
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"size": size, "grown": (after - before) * 1024}))


def page() -> dict:
    """A page of the inventory of a file with 10,000 documents against one with 50."""
    from vanphong.casefiles import closing_inventory
    from vanphong.casefiles.rules.record import EntryRecord

    def inventory(count):
        made = closing_inventory.Inventory()
        made.entries.update({n: EntryRecord(n, f"d{n}") for n in range(1, count + 1)})
        made.file = True
        return SimpleNamespace(inventory=made)

    files = {count: inventory(count) for count in (50, 10_000)}
    times: dict = {count: [] for count in files}
    for _turn in range(200):
        for count, one in files.items():
            began = perf_counter()
            assert len(closing_inventory.page(one, count - 50)) == 50
            times[count].append(perf_counter() - began)
    ratio = median(times[10_000]) / median(times[50])
    return row(
        "a page of an inventory of 10,000 documents against one of 50",
        f"{median(times[10_000]) * 1e6:.0f} µs",
        ratio,
        1.3,
    )


def row(what: str, value: str, ratio: float, goal: float) -> dict:
    """A line of the table."""
    return {"what": what, "value": value, "ratio": ratio, "goal": goal}


if __name__ == "__main__":
    sys.exit(main())
