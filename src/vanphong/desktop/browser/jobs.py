"""Việc chạy nền: what is done in the background, for administrators: ``@@jobs``."""

from AccessControl import getSecurityManager
from functools import cached_property
from plone import api
from vanphong import _
from vanphong.calendars import clock
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.ledger import actions
from vanphong.ledger import jobs
from vanphong.ledger import rules
from vanphong.organisation.people import person
from vanphong.ui import format as fmt
from vanphong.ui.browser.form import OfficeForm
from zope.i18nmessageid import Message


TINTS = {
    rules.WAITING: "plain",
    rules.RUNNING: "soon",
    rules.DONE: "done",
    rules.FAILED: "late",
    rules.STOPPED: "line",
}

#: The act, its button and icon, and what is said afterwards.
ACTS = {
    "stop": (actions.stop_job, _("Stop"), "x", _("The job is stopped. What it has done stays.")),
    "resume": (actions.resume_job, _("Go on"), "play", _("The job goes on where it was.")),
    "retry": (actions.retry_job, _("Try again"), "reload", _("The job is tried again.")),
}

COLUMNS = (
    {"title": _("Job"), "css": "su"},
    {"title": _("State"), "css": "du"},
    {"title": _("Begun"), "css": "by"},
    {"title": _("Error")},
    {"title": _("What can be done"), "css": "ac", "hidden": True},
)


class JobsView(OfficeForm):
    """The newest jobs, the failed ones first, each with what can be done with it."""

    title = _("Background jobs")
    rail_id = "administration"
    page_class = "vp-jobs"

    def act(self):
        """Stop, resume or retry the job that was sent."""
        name = self.text("do")
        if name not in ACTS:
            raise InvalidInput(mark("Choose what to do with the job."))
        function, _title, _icon, said = ACTS[name]
        function(self.context, self.text("uid"))
        return said

    def next_url(self) -> str:
        """The same list."""
        return self.url

    @property
    def url(self) -> str:
        """Address of this page."""
        return f"{self.context.absolute_url()}/@@jobs"

    @cached_property
    def table(self) -> dict:
        """For the macro ``list_table``."""
        rows = [self._row(row) for row in jobs.listed()]
        return {"caption": self.title, "columns": COLUMNS, "rows": rows, "css": "jobs"}

    @cached_property
    def summary(self) -> list[dict]:
        """How many jobs are in each state, those that there are."""
        return [
            {"n": n, "state": _(rules.STATE_TEXTS[state]), "tint": TINTS[state]}
            for state, n in jobs.counts().items()
            if n
        ]

    def _row(self, row: dict) -> dict:
        state = row["state"]
        return {
            "uid": row["uid"],
            "kind": Message(jobs.TITLES.get(row["kind"], row["kind"]), "vanphong"),
            "subject": self._subject(row["subject_uid"]),
            "tint": TINTS[state],
            "state": _(rules.STATE_TEXTS[state]),
            "progress": _progress(row),
            "begun": row["started_at"] or row["put_at"],
            "put_by": row["put_by"] and person(row["put_by"]).fullname,
            "error": row["error"],
            "next": _next(row),
            "acts": [
                {"value": act, "title": ACTS[act][1], "icon": ACTS[act][2]}
                for act in rules.acts_on(state)
            ],
        }

    def _subject(self, uid: str) -> dict:
        """What the job is about: its title for who may read it, else its kind alone."""
        if uid not in self._subjects:
            self._subjects[uid] = self._looked_up(uid)
        return self._subjects[uid]

    @cached_property
    def _subjects(self) -> dict[str, dict]:
        return {}

    def _looked_up(self, uid: str) -> dict:
        brains = self.context.portal_catalog.unrestrictedSearchResults(UID=uid) if uid else ()
        for brain in brains:
            found = brain._unrestrictedGetObject()
            if getSecurityManager().checkPermission("View", found):
                return {"title": found.Title() or found.getId(), "url": found.absolute_url()}
            types = api.portal.get_tool("portal_types")
            return {"title": types[found.portal_type].Title(), "url": ""}
        return {"title": "", "url": ""}


def _progress(row: dict) -> str:
    """``1.200/9.000``, as long as it goes on; nothing where nobody counts."""
    if not row["total"]:
        return fmt.number(row["done"]) if row["done"] else ""
    return f"{fmt.number(row['done'])}/{fmt.number(row['total'])}"


def _next(row: dict):
    """When a job that has failed is tried again by itself, or None."""
    waits = row["state"] == rules.WAITING and row["tries"]
    return row["due_at"] if waits and row["due_at"] > clock.now() else None
