"""Tasks and comments: the same pages with few and with years of them.

By itself: ``VANPHONG_HOME=$PWD PYTHONPATH=src .venv/bin/python bench/tasks.py``.
"""

from office import Office
from office import page_time
from uuid import uuid4
import routes
import run
import statistics
import sys
import transaction


ARCHIVE, OPEN_ONES = 20_000, 2_000
COMMENTS, FEW_COMMENTS = 5_000, 10

#: So often the two sides take turns.
ROUNDS = 4

GOAL = 1.3

LIST = f"{run.SITE}/@@tasks"

#: What is measured: title, address, who asks.
PAGES = (
    ("My tasks", f"{LIST}?box=mine", "cv1-tnmt"),
    ("Given by me", f"{LIST}?box=given", "truongphong-tnmt"),
    ("Tasks of my unit", f"{LIST}?box=unit", "truongphong-tnmt"),
    ("Late tasks given by me", f"{LIST}?box=given&state=late", "truongphong-tnmt"),
    ("A task with its comments", f"{run.SITE}/{{task}}/view", "truongphong-tnmt"),
)


def rows(office) -> list[dict]:
    """Every page as the sample has it and with years behind it, the two by turns."""
    with routes.site() as portal:
        task = first_task(portal)
        path = "/".join(task.getPhysicalPath()[2:])
        years = Years(task)
    found = {page: {"ours": [], "stock": []} for page in PAGES}
    for _round in range(ROUNDS):
        for side in ("stock", "ours"):
            with routes.site() as portal:
                years.show(first_task(portal), side == "ours")
                transaction.commit()
            for page in PAGES:
                _title, address, user = page
                found[page][side].append(page_time(office, address.format(task=path), user))
    return [
        run.ratio(
            f"{page[0]}, {ARCHIVE} tasks / 5",
            {side: median(times) for side, times in sides.items()},
            "cpu",
            GOAL,
        )
        for page, sides in found.items()
    ]


def median(times: list[dict]) -> dict:
    """Of each measure the middle of the rounds."""
    return {kind: statistics.median(one[kind] for one in times) for kind in ("wall", "cpu")}


def first_task(portal):
    """A task of the sample that truongphong-tnmt gave."""
    from vanphong.ledger import tasks

    filters = tasks.Filters(givers=("truongphong-tnmt",))
    row = tasks.listed(["truongphong-tnmt"], filters).rows[0]
    return portal.unrestrictedTraverse(row["path"])


class Years:
    """An archive of tasks and comments that comes and goes."""

    def __init__(self, task) -> None:
        from vanphong.tasks import readmodel

        row = readmodel.row(task)
        ended = {"state": "finished", "holder": "cv1-tnmt", "finished_at": row["created_at"]}
        others = {"giver": "chutich", "holder": "cv1-noivu", "unit_uid": "noivu"}
        self.rows = [
            {**row, **change, "document_uid": uuid4().hex}
            for number, change in ((ARCHIVE, ended), (OPEN_ONES, others))
            for _one in range(number)
        ]
        self.comments = {True: comments(COMMENTS), False: comments(FEW_COMMENTS)}

    def show(self, task, present: bool) -> None:
        """Put everything there, or take it away."""
        from vanphong.discussion import store
        from vanphong.ledger import session
        from vanphong.ledger import tasks
        from zope.annotation.interfaces import IAnnotations

        connection = session.writing().connection()
        if present:
            for start in range(0, len(self.rows), 500):
                tasks.store(connection, self.rows[start : start + 500])
        else:
            for row in self.rows:
                tasks.drop(connection, row)
        IAnnotations(task).pop(store.KEY, None)
        for one in self.comments[present]:
            store.put(task, one)


def comments(number: int) -> list:
    """So many comments, as acts would leave them."""
    from vanphong.calendars import clock
    from vanphong.discussion import rules

    said = "Đã trao đổi với Sở."
    return [
        rules.Comment(place, "cv1-tnmt", "Chuyên viên", clock.now(), said)
        for place in range(1, number + 1)
    ]


def main() -> int:
    """Run them in an office of their own."""
    office = Office()
    try:
        found = rows(office)
    finally:
        office.close()
    run.show(found)
    return 0 if all(row["met"] for row in found) else 1


if __name__ == "__main__":
    sys.exit(main())
