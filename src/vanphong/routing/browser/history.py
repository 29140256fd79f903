"""``@@history``: every step of a document, and for those entitled the trail of what was done."""

from collections.abc import Iterator
from functools import cached_property
from vanphong import _
from vanphong.ledger import access
from vanphong.ledger import audit
from vanphong.ledger.paging import SIZE
from vanphong.organisation import directory
from vanphong.routing import rules
from vanphong.routing.browser.act_form import due_words
from vanphong.routing.browser.page import note_visit
from vanphong.routing.rules import Action
from vanphong.routing.rules import State


#: Parts of an event's detail that are shown, in this order.
TOLD = (
    "number",
    "symbol",
    "version",
    "register",
    "holder",
    "recipient",
    "to",
    "result",
    "reason",
    "text",
    "note",
    "case_file",
    "file",
)

STEP_COLUMNS = (
    ("who", _("Who"), ""),
    ("part", _("Part"), "ro"),
    ("giver", _("Given by"), ""),
    ("opened", _("Opened"), ""),
    ("state", _("Stands"), ""),
    ("due", _("Deadline"), ""),
    ("said", _("Result or reason"), "su"),
)
TRAIL_COLUMNS = (
    ("at", _("When"), ""),
    ("who", _("Who"), ""),
    ("act", _("Act"), ""),
    ("detail", _("Details"), "su"),
)
SEEN_COLUMNS = (
    ("who", _("Who"), ""),
    ("first", _("First opened"), ""),
    ("last", _("Last opened"), ""),
    ("times", _("Times"), "num"),
)


class HistoryPage:
    """The whole story; looking at it is a visit like any other. Mixed in before a RoutedPage.

    Subclasses say ``act_words`` (what the trail calls an act), ``standing`` (kind of badge and
    words for how a step stands), and where their list is.
    """

    page_class = ""
    act_words: dict[str, str] = {}
    list_page = ""
    list_title = ""
    slip_page = ""
    steps_title = _("Every step")
    trail_title = _("What was done")
    seen_title = _("Who has opened it")

    def __call__(self):
        """Note the visit, then show."""
        note_visit(self.situation)
        return self.index()

    @property
    def full(self) -> bool:
        """Whether this person may read the trail."""
        return self.situation.follows_history

    def standing(self, step, opened) -> tuple[str, str]:
        """Kind of badge and words for how a step stands."""
        raise NotImplementedError

    # steps

    def steps(self, vp) -> dict:
        """Every step of the sheet, for the macro ``list_table``."""
        rows = [self._step(step, vp) for step in self._told_in_order("")]
        return _table(STEP_COLUMNS, rows, self.steps_title)

    def _told_in_order(self, parent: str) -> Iterator:
        """Each step, followed by those that were given on from it."""
        for step in self.situation.sheet:
            if step.parent == parent:
                yield step
                yield from self._told_in_order(step.uid)

    def _step(self, step, vp) -> dict:
        situation = self.situation
        opened = situation.opened_at(step)
        kind, text = self.standing(step, opened)
        ended = step.finished_at is not None
        counts = step.due is not None and step.state not in (State.RETURNED, State.CANCELLED)
        return {
            "who": step.actor_title,
            "inner": bool(step.parent),
            "part": vp.role(str(step.action)),
            "giver": step.giver_title,
            "when": vp.moment(step.started_at),
            "opened": vp.moment(opened),
            "state": vp.badge(kind, text),
            "ended": vp.moment(step.finished_at) if ended else "",
            "due": vp.lateness(situation.lateness(step), ended) if counts else "",
            "day": vp.moment(step.due) if step.due else vp.nothing,
            "said": step.result or _comment(step),
            "urges": [
                {"by": one.by, "when": vp.moment(one.at), "text": one.text} for one in step.urges
            ],
        }

    # the trail

    @cached_property
    def number(self) -> int:
        """Which page of the trail."""
        asked = str(self.request.form.get("page", ""))
        return max(int(asked), 1) if asked.isdecimal() else 1

    @cached_property
    def events(self) -> list[dict]:
        """The newest first."""
        return list(reversed(audit.history(self.context.UID())))

    def trail(self, vp) -> dict:
        """One page of what was done and refused."""
        start = (self.number - 1) * SIZE
        rows = [self._event(row, vp) for row in self.events[start : start + SIZE]]
        return _table(TRAIL_COLUMNS, rows, self.trail_title)

    def _event(self, row: dict, vp) -> dict:
        refused = row["outcome"] == audit.REFUSED
        behalf = row["on_behalf_of"]
        return {
            "at": vp.moment(row["at"]),
            "who": row["user_title"],
            "behalf": behalf,
            "act": self.act_words.get(row["act"], row["act"]),
            "refused": refused,
            "detail": row["rule"] if refused else "; ".join(self._told(row["detail"], vp)),
        }

    def _told(self, detail: dict, vp) -> Iterator[str]:
        for name in TOLD:
            if detail.get(name):
                yield str(detail[name])
        if "granted" in detail:
            yield vp.text(_("granted") if detail["granted"] else _("refused"))
        for name, (old, new) in (detail.get("changed") or {}).items():
            yield f"{name}: {old} → {new}"

    @property
    def paging(self) -> dict:
        """Pages of the trail."""
        total, start = len(self.events), (self.number - 1) * SIZE
        url = f"{self.url}/@@history?page="
        return {
            "first": min(start + 1, total),
            "last": min(start + SIZE, total),
            "total": total,
            "previous": f"{url}{self.number - 1}" if self.number > 1 else None,
            "next": f"{url}{self.number + 1}" if start + SIZE < total else None,
        }

    # who has looked

    def seen(self, vp) -> dict:
        """Everybody who has opened the document."""
        rows = [
            {
                "who": directory.actor_title(row["user_id"]),
                "first": vp.moment(row["first_at"]),
                "last": vp.moment(row["last_at"]),
                "times": row["times"],
            }
            for row in access.opened_by(self.context.UID())
        ]
        return _table(SEEN_COLUMNS, rows[-SIZE:], self.seen_title)


def _comment(step):
    """Why a step was handed back, or what more time was asked for."""
    if step.action is Action.EXTEND:
        return step.instruction
    if step.extension is not None and step.state in rules.RUNNING:
        asked = {"due": due_words(step.extension.due)}
        return _("More time asked for, until ${due}", mapping=asked)
    return step.comment if step.state is State.RETURNED else ""


def _table(columns, rows: list[dict], caption) -> dict:
    heads = [{"id": name, "title": title, "css": css} for name, title, css in columns]
    return {"columns": heads, "rows": rows, "caption": caption, "css": "tight"}
