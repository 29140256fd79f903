"""Documents on their way, why each waits and for whom: ``@@running-documents``.

For who keeps routes and workflows, and reads no documents: subjects are not shown.
"""

from collections.abc import Mapping
from functools import cached_property
from Products.Five import BrowserView
from vanphong import _
from vanphong.calendars import clock
from vanphong.calendars.rules import lateness
from vanphong.calendars.settings import work_calendar
from vanphong.documents import catalogues
from vanphong.documents.browser.asked import Asked
from vanphong.ledger import documents
from vanphong.ledger import paging
from vanphong.ledger import work
from vanphong.routing import templates
from vanphong.routing.browser.panel import static_url
from vanphong.routing.browser.replacing import LEFT_OUT
from vanphong.routing.browser.replacing import document_name
from vanphong.routing.content import Listed
from vanphong.routing.rules import ACTION_TEXTS
from vanphong.routing.rules import AWAITING
from vanphong.routing.rules import Action
from vanphong.routing.stages import state_title
from vanphong.routing.stages import who_passes
from vanphong.ui import format as fmt
from vanphong.workflows import definitions
from vanphong.workflows.standing import Standing


#: Steps for which no document waits: it ends without them.
BESIDE = frozenset({Action.COORDINATE, Action.INFORM})


class RunningView(BrowserView):
    """A list from the ledger, narrowed by route and symbol; writes nothing."""

    rail_id = "routes"
    title = _("Documents on their way")

    @property
    def style(self) -> str:
        """Address of the style of the pages of routes."""
        return static_url("routes.css")

    @property
    def url(self) -> str:
        """Address of the page."""
        return f"{self.context.absolute_url()}/@@running-documents"

    @property
    def routes_url(self) -> str:
        """The list of the route templates."""
        return f"{self.context.absolute_url()}/@@routes"

    # what is asked for

    @cached_property
    def asked(self) -> Asked:
        """What the list is narrowed to."""
        return Asked(self.url, self.request.form, {"route": "", "q": "", "page": "1"})

    @cached_property
    def routes(self) -> tuple[Listed, ...]:
        """All route templates."""
        folder = templates.container()
        return () if folder is None else folder.listed()

    @property
    def filter_bar(self) -> dict:
        """For the macro of that name."""
        titles = [(one.name, one.current.title) for one in self.routes]
        return {
            "action": self.url,
            "fields": [
                {
                    "name": "route",
                    "label": _("Route"),
                    "options": [("", _("All")), *titles],
                    "value": self.asked["route"],
                },
                {
                    "name": "q",
                    "label": _("Number or symbol"),
                    "kind": "text",
                    "value": self.asked["q"],
                    "placeholder": "186/TB-UBND",
                },
            ],
        }

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.asked["route"] or self.asked["q"])

    @cached_property
    def page(self) -> paging.Page:
        """One page of the documents."""
        wanted = self.asked["route"]
        uids = [one.uid for one in self.routes if one.name == wanted] if wanted else None
        return documents.running(uids, self.asked["q"], page=self.asked.page)

    @property
    def paging(self) -> dict | None:
        """For the macro of that name; None when all have room."""
        several = self.page.more or self.page.number > 1
        return self.asked.paging(self.page, None) if several else None

    # what is shown

    @property
    def table(self) -> dict:
        """For the macro ``list_table``."""
        return {
            "caption": self.title,
            "columns": [
                {"title": _("Document")},
                {"title": _("Stage")},
                {"title": _("It waits for")},
                {"title": _("Route")},
            ],
            "rows": self.rows,
        }

    @cached_property
    def rows(self) -> list[dict]:
        """The documents of the page."""
        held = work.holders([row["document_uid"] for row in self.page.rows])
        return [self._row(row, held[row["document_uid"]]) for row in self.page.rows]

    def _row(self, row: Mapping, steps: list[dict]) -> dict:
        route = self._titles.get(row["route_uid"], "")
        begun = fmt.full_date(row["registered_at"])
        kinds = (catalogues.type_name(row["document_type"]), row["organ_name"], begun)
        state, between = self._state(row["direction"], row["state"])
        waiting = [one for one in steps if one["state"] in AWAITING]
        return {
            "name": document_name(row),
            "kind": " · ".join(filter(None, kinds)),
            "state": state,
            "between": between,
            "waits": [
                self._wait(row["path"], one) for one in waiting if one["action"] not in BESIDE
            ],
            "beside": sum(one["action"] == Action.COORDINATE for one in waiting),
            "only_informed": {one["action"] for one in waiting} == {Action.INFORM},
            "nobody": not waiting and not between,
            "route": route,
            "version": row["route_version"],
        }

    def _wait(self, path: str, step: Mapping) -> dict:
        late, url, action = "", "", Action(step["action"])
        if step["due_at"] is not None:
            late = lateness(work_calendar(), step["due_at"], clock.now())
        if action not in LEFT_OUT:
            url = f"{self._url_of(path)}/@@replace-holder?step={step['step_uid']}"
        return {
            "who": step["actor_title"],
            "does": _(ACTION_TEXTS[action]),
            "since": fmt.moment(step["started_at"], clock.now()),
            "opened": step["opened_at"] is not None,
            "late": late,
            "url": url,
        }

    def _url_of(self, path: str) -> str:
        return self.request.physicalPathToURL(path.split("/"))

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {one.uid: one.current.title for one in self.routes}

    @cached_property
    def _standings(self) -> dict[str, Standing]:
        """The workflows of documents by their direction."""
        found = (Standing(name) for name in definitions.types_of())
        return {one.hard.direction: one for one in found if one.hard is not None}

    @cached_property
    def _said(self) -> dict[tuple[str, str], tuple[str, str]]:
        return {}

    def _state(self, direction: str, state: str) -> tuple[str, str]:
        """Title of a state, and who passes on what stands there, "" at the stages of the law."""
        key = (direction, state)
        if key not in self._said:
            self._said[key] = self._look(*key)
        return self._said[key]

    def _look(self, direction: str, state: str) -> tuple[str, str]:
        standing = self._standings.get(direction)
        if standing is None or state not in standing.workflow.states:
            return state, ""
        title = state_title(standing.workflow, state)
        if state in standing.hard.stages:
            return title, ""
        ways = standing.workflow.states[state].transitions
        found = (standing.workflow.transitions.get(one) for one in ways)
        told = [who_passes(one) for one in found if one is not None and one.guard.roles]
        return title, next(iter(told), "–")
