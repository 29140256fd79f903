"""Tasks and comments: the same pages with few and with years of them.

By itself: ``VANPHONG_HOME=$PWD PYTHONPATH=src .venv/bin/python bench/tasks.py``.
"""

from office import Office
from office import page_time
from uuid import uuid4
import routes
import run
import sys
import transaction


ARCHIVE, OPEN_ONES = 20_000, 2_000
COMMENTS = 5_000

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
    """Every page as the sample has it, then with an archive behind it."""
    with routes.site() as portal:
        task = first_task(portal)
        comment(task, 10)
        path = "/".join(task.getPhysicalPath()[2:])
        transaction.commit()
    few = [page_time(office, page.format(task=path), user) for _title, page, user in PAGES]
    with routes.site() as portal:
        task = first_task(portal)
        fill(task)
        comment(task, COMMENTS)
        transaction.commit()
    many = [page_time(office, page.format(task=path), user) for _title, page, user in PAGES]
    return [
        run.ratio(f"{title}, {ARCHIVE} tasks / 5", {"ours": long, "stock": short}, "cpu", GOAL)
        for (title, _path, _user), long, short in zip(PAGES, many, few, strict=True)
    ]


def first_task(portal):
    """A task of the sample that truongphong-tnmt gave."""
    from vanphong.ledger import tasks

    filters = tasks.Filters(givers=("truongphong-tnmt",))
    row = tasks.listed(["truongphong-tnmt"], filters).rows[0]
    return portal.unrestrictedTraverse(row["path"])


def fill(task) -> None:
    """Rows of other tasks: an archive of the same giver, and open ones of others."""
    from vanphong.ledger import session
    from vanphong.ledger import tasks
    from vanphong.tasks import readmodel

    row = readmodel.row(task)
    ended = {"state": "finished", "holder": "cv1-tnmt", "finished_at": row["created_at"]}
    others = {"giver": "chutich", "holder": "cv1-noivu", "unit_uid": "noivu"}
    connection = session.writing().connection()
    for number, change in ((ARCHIVE, ended), (OPEN_ONES, others)):
        made = [{**row, **change, "document_uid": uuid4().hex} for _one in range(number)]
        for start in range(0, number, 500):
            tasks.store(connection, made[start : start + 500])


def comment(task, number: int) -> None:
    """So many comments, as acts would leave them."""
    from vanphong.calendars import clock
    from vanphong.discussion import rules
    from vanphong.discussion import store

    for _one in range(number):
        place = store.count(task) + 1
        said = rules.Comment(place, "cv1-tnmt", "Chuyên viên", clock.now(), "Đã trao đổi với Sở.")
        store.put(task, said)


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
