"""``@@hand-over``: everything of a person who leaves goes to another."""

from functools import cached_property
from urllib.parse import urlencode
from vanphong import _
from vanphong.casefiles import handover
from vanphong.casefiles.browser.archive_forms import reason_field
from vanphong.casefiles.browser.frame import CaseForm
from vanphong.casefiles.browser.frame import staff_groups
from vanphong.organisation import directory


class HandOver(CaseForm):
    """``@@hand-over`` on a unit: first what a person has, then to whom it goes."""

    title = _("Hand over the work of a person")

    @property
    def parents(self) -> list[dict]:
        """The unit."""
        return [{"title": self.context.title, "url": self.back_url}]

    @property
    def person(self) -> str:
        """Who leaves, once somebody of the unit was chosen."""
        asked = self.text("person")
        return asked if directory.person_in(self.context, asked) is not None else ""

    @property
    def subtitle(self) -> str:
        """Who leaves."""
        found = directory.person_in(self.context, self.person) if self.person else None
        return "" if found is None else found.title

    @property
    def button(self) -> dict:
        """Show first, then do."""
        if not self.person:
            return {"value": "show", "title": _("Show what there is"), "icon": "eye"}
        return {
            "name": "do",
            "value": "hand-over",
            "title": _("Hand everything over"),
            "icon": "swap",
            "kind": "official",
        }

    @cached_property
    def has(self):
        """What the person has."""
        return handover.belongings(self.person)

    @property
    def notice(self):
        """How much it is."""
        if not self.person:
            return _("Files of work and work that waits for the person by name go to another.")
        return _(
            "${files} files of work and ${steps} pieces of work go to another person.",
            mapping={"files": len(self.has.files), "steps": len(self.has.steps)},
        )

    @property
    def listed(self) -> list[str]:
        """The things themselves."""
        if not self.person:
            return []
        files = [f"{row['code']} – {row['title']}" for row in self.has.files]
        return files + [f"{row['symbol']} – {row['subject']}" for row in self.has.steps]

    @property
    def fields(self) -> list[dict]:
        """Who leaves; then who takes over, and why."""
        if not self.person:
            people = [(one.user_id, one.title) for one in directory.people(self.context)]
            return [
                {
                    "name": "person",
                    "label": _("Who leaves"),
                    "kind": "select",
                    "width": 8,
                    "options": [("", _("Choose")), *people],
                    "required": True,
                }
            ]
        return [
            {"name": "person", "kind": "hidden", "value": self.person},
            {
                "name": "listed",
                "label": _("What goes over"),
                "kind": "textarea",
                "width": 12,
                "rows": min(12, self.has.total + 1),
                "value": "\n".join(self.listed),
            },
            {
                "name": "receiver",
                "label": _("Who takes it over"),
                "groups": staff_groups(directory.body_of(self.context)),
                "prompt": _("Choose"),
                "required": True,
            },
            reason_field(_("Retirement, another post, long study …")),
        ]

    def __call__(self):
        """Choosing the person is no act yet: it only shows."""
        if self.request.method == "POST" and self.text("do") != "hand-over":
            chosen = urlencode({"person": self.person})
            url = f"{self.context.absolute_url()}/@@hand-over?{chosen}"
            self.request.response.redirect(url, status=303)
            return ""
        return super().__call__()

    def act(self):
        """Hand over."""
        handover.hand_over(
            self.context, self.person, self.text("receiver"), reason=self.text("reason")
        )
        return _("The handover is being done.")
