"""Public pages as a visitor asks for them, past every cache.

By itself: ``VANPHONG_HOME=$PWD PYTHONPATH=src .venv/bin/python bench/portal.py``.
"""

from office import Office
from office import taking_turns
import run
import sys


SITE = "/vanphong"

#: What is measured: name, page, and what it may cost of an empty page of Plone in the same look.
PAGES = (
    ("Front page of the portal", "", 2.2),
    ("Week on the portal", "/lich-cong-tac/ubnd/@@public-week", 2.0),
    ("List of published documents", "/@@published", 2.0),
)


def rows(office, ratio) -> list[dict]:
    """Each public page against an empty page of Plone that the anonymous may see."""
    page = {"@type": "Document", "id": "trang-trong", "title": "Trang trống"}
    office.rest("POST", SITE, user="admin", body=page)
    office.rest("POST", f"{SITE}/trang-trong/@workflow/publish", user="admin", body={})
    calls = {"stock": lambda _turn: office.ask("GET", f"{SITE}/trang-trong", user="")}
    for name, path, _goal in PAGES:
        if _is_there(office, path):
            calls[name] = lambda _turn, path=path: office.ask("GET", SITE + path, user="")
    found = taking_turns(calls, 60)
    return [
        ratio(
            f"{name}, uncached / empty page of Plone in the same look",
            {"ours": found[name], "stock": found["stock"]},
            "cpu",
            goal,
        )
        for name, _path, goal in PAGES
        if name in found
    ]


def _is_there(office, path: str) -> bool:
    try:
        office.ask("GET", SITE + path, user="")
    except SystemExit:
        return False
    return True


def main() -> int:
    """Measure in an office of its own."""
    office = Office()
    try:
        found = rows(office, run.ratio)
    finally:
        office.close()
    run.show(found)
    return 0 if all(row["met"] for row in found) else 1


if __name__ == "__main__":
    sys.exit(main())
