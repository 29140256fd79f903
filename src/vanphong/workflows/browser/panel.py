"""The control panel of the workflows: ``@@workflows``."""

from functools import cached_property
from pathlib import Path
from Products.Five import BrowserView
from vanphong import _
from vanphong.ui import format as fmt
from vanphong.workflows import definitions
from vanphong.workflows.browser.words import Words
from vanphong.workflows.standing import Standing
from zlib import crc32


STYLE = Path(__file__).parent / "static" / "workflows.css"


class Panel(BrowserView):
    """What the list and the page of one workflow have in common."""

    rail_id = "administration"
    title = _("Workflows and rights")

    @cached_property
    def style(self) -> str:
        """Address of the style of these pages; it changes with the file."""
        stamp = crc32(STYLE.read_bytes())
        return f"{self.site_url}/++resource++vanphong-workflows/{STYLE.name}?v={stamp:x}"

    @property
    def site_url(self) -> str:
        """Address of the site."""
        return self.context.absolute_url()

    @property
    def list_url(self) -> str:
        """Address of the list."""
        return f"{self.site_url}/@@workflows"

    def page_url(self, workflow_id: str) -> str:
        """Address of one workflow."""
        return f"{self.site_url}/@@workflow?id={workflow_id}"

    @cached_property
    def entries(self) -> list[dict]:
        """The workflows in use, those of documents first."""
        found = [self._entry(name, types) for name, types in definitions.types_of().items()]
        return sorted(found, key=lambda one: (not one["editable"], one["title"]))

    def _entry(self, name: str, types: tuple[str, ...]) -> dict:
        standing = Standing(name)
        words = Words(standing.hard, self.request)
        current = standing.record.current
        return {
            "id": name,
            "title": standing.live.title,
            "url": self.page_url(name),
            "types": ", ".join(dict.fromkeys(words.type(one) for one in types)),
            "states": len(standing.live.states),
            "editable": standing.hard is not None,
            "draft": standing.draft is not None,
            "own": len(standing.own),
            "direct": len(standing.direct),
            "busy": standing.is_busy,
            "version": current,
            "when": None if current is None or current.at is None else fmt.full_date(current.at),
        }


class WorkflowsView(Panel):
    """The workflows in use, and how each of them stands."""

    @property
    def table(self) -> dict:
        """For the macro ``list_table``."""
        return {
            "caption": self.title,
            "columns": [
                {"title": _("Workflow")},
                {"title": _("Used by")},
                {"title": _("States"), "css": "num"},
                {"title": _("Version in force")},
                {"title": _("How it stands")},
            ],
            "rows": self.entries,
        }
