"""On the day until which units propose for the next week: who has proposed nothing is told."""

from vanphong.calendars import clock
from vanphong.errors import mark as _
from vanphong.ledger import notices
from vanphong.organisation import directory
from vanphong.organisation.rules import CLERKS
from vanphong.organisation.rules import LEADERS
from vanphong.organisation.rules import token
from vanphong.schedules import rules
from vanphong.schedules import settings
from vanphong.schedules import weeks
from vanphong.schedules.browser.address import week_url


KIND = "schedule-cut-off"

TEXT = _("Until ${time} today your unit proposes items for week ${number}; there is none yet.")


def remind(event) -> None:
    """Once a day; what was told today is not told again."""
    week = rules.week_of(clock.today()).after(1)
    until = settings.cut_off(week)
    if until.date() != clock.today() or until <= clock.now():
        return
    for schedule in weeks.schedules():
        subject = f"{schedule.UID()} {week.key}"
        if not notices.seen_by(subject, KIND):
            tell(schedule, week, subject)


def tell(schedule, week: rules.Week, subject: str) -> None:
    """Tell the heads and clerks of the units of a body that have proposed nothing."""
    stored = weeks.find(schedule, week)
    has = {one.unit for one in (() if stored is None else stored.items)}
    units = directory.units(schedule.body_uid, clock.today())
    to = [
        token(function, one.uid)
        for one in units
        if one.uid not in has
        for function in (LEADERS, CLERKS)
    ]
    said = {"time": f"{settings.cut_off(week):%H:%M}", "number": str(week.number)}
    url = week_url(schedule, "week", week)
    notices.tell(to, KIND, subject, TEXT, said, url=url, key=subject)
