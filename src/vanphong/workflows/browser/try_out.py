"""The draft tried on a real document: ``@@workflow-try``. Nothing is written."""

from functools import cached_property
from vanphong import _
from vanphong.errors import OfficeError
from vanphong.workflows import trial
from vanphong.workflows.browser.one import OneWorkflow


class TryView(OneWorkflow):
    """Asked with GET: ``document`` is a number, a symbol or an address."""

    title = _("Try it on a document")
    errors_title = _("This could not be tried:")

    def __call__(self):
        """Show the page; what cannot be found is said above the form."""
        self.check()
        self.result  # noqa: B018 - errors come before the page is made
        return self.index()

    @property
    def crumbs(self) -> list[dict]:
        """The way back."""
        return [*super().crumbs, {"title": self.standing.live.title, "url": self.url}]

    @property
    def fields(self) -> list[dict]:
        """For the macro ``field``: which document, and in which state."""
        states = [(one.id, one.title) for one in self.workflow.states]
        return [
            {
                "name": "document",
                "label": _("Document"),
                "width": 5,
                "required": True,
                "value": self.text("document"),
                "placeholder": _("number, symbol or address"),
            },
            {
                "name": "state",
                "label": _("As if it were"),
                "kind": "select",
                "width": 4,
                "value": self.text("state"),
                "options": [("", _("where it is")), *states],
            },
        ]

    @cached_property
    def result(self) -> trial.Trial | None:
        """What the trial says; None before a document is named."""
        if not self.text("document"):
            return None
        try:
            return trial.run(self.standing, self.text("document"), self.text("state"))
        except OfficeError as error:
            self.fail(error)
            self.request.response.setStatus(error.status)
            return None

    @property
    def state_title(self) -> str:
        """Where the document is, or is taken to be."""
        name = self.result.state
        state = self.standing.live.state(name) or self.workflow.state(name)
        return name if state is None else state.title

    @property
    def people(self) -> list[dict]:
        """Everybody concerned: what stays, what comes, what goes."""
        return [
            {
                "title": one.title,
                "functions": self.words.who(one.roles),
                "same": self._said(one.before & one.after),
                "gained": self._said(one.after - one.before),
                "lost": self._said(one.before - one.after),
            }
            for one in self.result.people
        ]

    def _said(self, permissions) -> str:
        seen = [one for one in self.words.ordered(permissions) if not one.startswith("Access")]
        return ", ".join(self.words.what(one) for one in seen)

    @property
    def ways(self) -> list[dict]:
        """The ways on, before and after."""
        found = []
        for one in self.result.ways:
            before, after = " → ".join(one.before), " → ".join(one.after)
            found.append({"before": before or "–", "after": after or "–", "same": before == after})
        return found
