"""The versions of a route template as rows of its page."""

from datetime import date
from vanphong.routing.browser import shown
from vanphong.routing.rules.matching import in_force
from vanphong.routing.rules.routes import Version


def rows(template, today: date) -> list[dict]:
    """The versions, the newest first; an old one can be put into force again."""
    found = list(template.versions)
    now = in_force(template.routes(), today)
    told = [_row(one, shown.ends(found, place), today) for place, one in enumerate(found)]
    for row in told:
        row["restorable"] = template.draft is None and (now is None or row["n"] != now.version)
    return list(reversed(told))


def _row(one: Version, last: date | None, today: date) -> dict:
    begins = one.route.valid_from
    future = begins is not None and begins > today
    return {
        "n": one.route.version,
        "period": shown.period(begins, last),
        "who": one.by_title,
        "at": one.at,
        "reason": one.reason,
        "now": not future and (last is None or last >= today),
        "future": future,
        "steps": [f"{shown.does(step)} – {shown.who(step)}" for step in one.route.steps],
    }
