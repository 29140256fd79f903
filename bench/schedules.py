"""Work schedules: the same pages with a quarter of full weeks and with five years of them.

A quarter is what feeds and lists reach back; with less behind them they would show less.

By itself: ``VANPHONG_HOME=$PWD PYTHONPATH=src .venv/bin/python bench/schedules.py``.
"""

from office import Office
from office import page_time
import routes
import run
import sys
import transaction


WEEKS = 260
FEW = 13
ITEMS = 60

GOAL = 1.2

SCHEDULE = f"{run.SITE}/lich-cong-tac/ubnd"

#: What is measured: title, address, who asks ("" is a visitor).
PAGES = (
    ("Published week", f"{SCHEDULE}/@@public-week/{{week}}", ""),
    ("Planning grid of the Office", f"{SCHEDULE}/@@week/{{week}}", "chanhvp"),
    ("My schedule", f"{SCHEDULE}/@@my-schedule", "pct-kinhte"),
    ("Conflicts while typing", f"{SCHEDULE}/@@item-conflicts?day={{day}}&start=8:00", "chanhvp"),
    ("Calendar of a room", f"{SCHEDULE}/@@feed/room/phong-hop-so-1.ics", ""),
)


def rows(office) -> list[dict]:
    """Every page with a quarter of weeks behind it, then with five years of them."""
    from vanphong.calendars import clock
    from vanphong.schedules import rules

    week = rules.week_of(clock.today()).after(2)
    places = {"week": f"{week.year}/{week.number}", "day": week.first.isoformat()}
    fill([week, *(week.after(step) for step in range(-FEW - 2, -2))])
    few = [page_time(office, path.format(**places), user) for _title, path, user in PAGES]
    # weeks that are over: what lies ahead, and is shown, stays as much as it was
    fill([week.after(step) for step in range(-WEEKS - 2, -2)])
    many = [page_time(office, path.format(**places), user) for _title, path, user in PAGES]
    return [
        run.ratio(f"{title}, {WEEKS} weeks / {FEW}", {"ours": long, "stock": short}, "cpu", GOAL)
        for (title, _path, _user), long, short in zip(PAGES, many, few, strict=True)
    ]


def fill(weeks_) -> None:
    """Weeks of sixty items each, published, as an office has them after years."""
    from dataclasses import replace
    from datetime import time
    from vanphong.calendars import clock
    from vanphong.ledger import mirrors
    from vanphong.schedules import flow
    from vanphong.schedules import rules
    from vanphong.schedules import weeks

    with routes.site() as portal:
        schedule = portal["lich-cong-tac"]["ubnd"]
        leader = rules.Who("pct-kinhte", "Phó Chủ tịch thường trực UBND huyện")
        line = rules.Item(
            "",
            weeks_[0].first,
            rules.Session.MORNING,
            "Họp giao ban với các phòng, ban về tiến độ giải ngân vốn đầu tư công",
            start=time(8),
            end=time(9),
            participants=(rules.Who("", "Trưởng các phòng"), rules.Who("", "UBND các xã")),
            state=rules.State.ACCEPTED,
        )
        for number, week in enumerate(weeks_):
            if weeks.find(schedule, week) is not None:
                continue
            stored = weeks.get_or_make(schedule, week)
            stored.items = tuple(
                replace(
                    line,
                    uid=f"{week.key}-{one}",
                    day=week.days[one % 6],
                    start=time(7 + one // 6 % 10),
                    end=None,
                    chairs=(leader,) if one % 20 == 0 else (),
                    room="phong-hop-so-1" if one % 15 == 0 else "",
                )
                for one in range(ITEMS)
            )
            stored.editions = (rules.Edition(0, rules.standing(stored.items), clock.now(), "CVP"),)
            for transition in ("compile", "approve", "publish"):
                flow.move(stored, transition)
            mirrors.write(stored)
            if number % 20 == 19:
                transaction.commit()
        transaction.commit()


def main() -> int:
    """Measure in an office of its own."""
    office = Office()
    try:
        found = rows(office)
    finally:
        office.close()
    run.show(found)
    return 0 if all(row["met"] for row in found) else 1


if __name__ == "__main__":
    sys.exit(main())
