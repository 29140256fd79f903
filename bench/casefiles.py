"""``python bench/casefiles.py``: files with 10 and with 10,000 references.

Ratios in one run on one machine, as in ``run.py``: a page of 50 of a large file against the
page of 50 that is all of a small one, and against one with 10; and adding one document.
"""

from office import Office
from office import taking_turns
from outgoing import _site as site
from run import look_around
from run import ratio
from run import show
from uuid import uuid4
import sys
import transaction


FEW, ONE_PAGE, MANY = 10, 50, 10_000
MAKER = "cv1-vhtt"
GOAL = 1.3


def main() -> int:
    """Run the benchmarks of case files in an office of their own."""
    office = Office()
    try:
        found = rows(office, look_around(office))
    finally:
        office.close()
    show(found)
    return 0 if all(row["met"] for row in found) else 1


def rows(office, facts) -> list[dict]:
    """All of them."""
    with site() as portal:
        unit = portal.unrestrictedTraverse(facts["body"])["vhtt"]
        paths = {"ours": filled(unit, MANY), "stock": filled(unit, FEW)}
        alike = {"ours": paths["ours"], "stock": filled(unit, ONE_PAGE)}

    def page(path):
        return lambda _turn: office.ask("GET", f"{path}/view", user=MAKER)

    def service(path):
        return lambda _turn: office.rest("GET", f"{path}/@entries", user=MAKER)

    pages = taking_turns({name: page(path) for name, path in paths.items()}, 40)
    same = taking_turns({name: page(path) for name, path in alike.items()}, 40)
    services = taking_turns({name: service(path) for name, path in paths.items()}, 40)
    with site() as portal:
        calls = {name: adding(portal, path) for name, path in paths.items()}
        added = taking_turns(calls, 80)
    return [
        ratio("Page of 50 in a file with 10,000 documents / with 50", same, "cpu", GOAL),
        ratio("Page of a file with 10,000 documents / with 10", pages, "cpu", GOAL),
        ratio("Entries of the two over REST", services, "cpu", GOAL),
        ratio("Adding the 10,001st / the 11th, with its commit", added, "wall", GOAL),
    ]


def filled(unit, count: int) -> str:
    """Path of a file with so many references, the last page of which is asked for."""
    from plone import api
    from vanphong.casefiles import actions
    from vanphong.casefiles import readmodel

    with api.env.adopt_user(username=MAKER):
        values = {"title": f"Hồ sơ {count} văn bản", "retention": "10 năm"}
        case_file = actions.open_file(unit, values)
    for _number in range(count):
        refer(case_file)
    readmodel.write(case_file)
    transaction.commit()
    return case_file.absolute_url_path()


def refer(case_file) -> None:
    """One more reference; what it refers to costs the same in both files."""
    from vanphong.calendars import clock
    from vanphong.casefiles import entries
    from vanphong.casefiles.rules.entries import Entry

    number = entries.last_number(case_file) + 1
    entry = Entry(number, uuid4().hex, pages=3, filed_by=MAKER, filed_at=clock.now())
    entries.add(case_file, entry)


def adding(portal, path: str):
    """One reference with the rows of the ledger, committed."""
    from vanphong.casefiles import readmodel

    case_file = portal.unrestrictedTraverse(path)

    def add(_turn) -> None:
        refer(case_file)
        readmodel.write(case_file)
        transaction.commit()

    return add


if __name__ == "__main__":
    sys.exit(main())
