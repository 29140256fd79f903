"""Which type of content uses which workflow: ``@@workflow-type``."""

from collections import Counter
from functools import cached_property
from vanphong import _
from vanphong.errors import mark
from vanphong.ui.browser.form import OfficeForm
from vanphong.workflows import actions
from vanphong.workflows import definitions
from vanphong.workflows.browser.panel import Panel
from vanphong.workflows.browser.words import Words


class TypeView(Panel, OfficeForm):
    """One choice for each type; a type with documents keeps the workflow that it has."""

    title = _("Which type uses which workflow")

    @property
    def crumbs(self) -> list[dict]:
        """The way back."""
        return [{"title": _("Workflows and rights"), "url": self.list_url}]

    @cached_property
    def bound(self) -> dict[str, str]:
        """The workflow of each type."""
        found = definitions.types_of()
        return {one: name for name, types in found.items() for one in types}

    @property
    def rows(self) -> list[dict]:
        """One form for each type; those whose workflow is fixed only say so."""
        words = Words(None, self.request)
        found = [self._row(one, name, words) for one, name in self.bound.items()]
        titles = Counter(row["title"] for row in found)
        for row in found:
            if titles[row["title"]] > 1 and definitions.is_folder(row["type"]):
                row["title"] = words.text(mark("${title} (the folder)"), {"title": row["title"]})
        return sorted(found, key=lambda row: row["title"])

    def _row(self, portal_type: str, name: str, words: Words) -> dict:
        tool, hard = definitions.tool(), definitions.hard_rules(name)
        fitting = [] if hard is None else definitions.fitting(hard)
        return {
            "type": portal_type,
            "title": words.type(portal_type),
            "workflow": tool[name].title,
            "fixed": len(fitting) < 2,
            "name": name,
            "options": [(one, f"{tool[one].title} ({one})") for one in fitting],
        }

    def act(self):
        """Bind the type."""
        actions.bind_type(self.context, self.text("type"), self.text("workflow"))
        return _("From now on it uses the other workflow.")

    def next_url(self) -> str:
        """This page."""
        return f"{self.site_url}/@@workflow-type"
