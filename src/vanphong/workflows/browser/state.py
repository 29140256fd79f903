"""One state of a workflow, and a new one between two: ``@@workflow-state``, ``-insert``."""

from functools import cached_property
from vanphong import _
from vanphong.routing.functions import function_title
from vanphong.workflows.browser.one import OneWorkflow
from vanphong.workflows.rules.edits import READING
from vanphong.workflows.rules.model import State
from vanphong.workflows.rules.titles import LONGEST
from zExceptions import NotFound


class StateView(OneWorkflow):
    """Title, who may do what there, what leads on; everything goes into the draft."""

    success = _("Kept in the draft; nothing is in force yet.")

    def check(self) -> None:
        """The state as well."""
        self.state  # noqa: B018

    @cached_property
    def state(self) -> State:
        """The state."""
        found = self.workflow.state(self.text("state"))
        if found is None:
            raise NotFound(self.text("state"))
        return found

    @property
    def title(self) -> str:
        """Title of the state."""
        return self.state.title

    @property
    def crumbs(self) -> list[dict]:
        """The way back."""
        return [*super().crumbs, {"title": self.standing.live.title, "url": self.url}]

    @property
    def removable(self) -> bool:
        """Whether it was put in between, and may go again."""
        hard = self.standing.hard
        return hard is not None and self.state.id not in hard.stages

    @property
    def functions(self) -> list[tuple[str, str]]:
        """The columns: roles with their names."""
        hard = self.standing.hard
        return [] if hard is None else [(one, function_title(one)) for one in hard.functions]

    @cached_property
    def grid(self) -> list[dict]:
        """Rows of checkboxes in three groups: see, edit, every other act."""
        hard = self.standing.hard
        if hard is None:
            return []
        groups: dict[str, list[dict]] = {"see": [], "edit": [], "act": []}
        for number, permission in enumerate(self.words.ordered(self.workflow.permissions)):
            if permission in READING[1:]:
                continue  # seeing a document and what is in it go together
            kind = "see" if permission in READING else "act"
            if permission in hard.edit:
                kind = "edit"
            groups[kind].append(self._row(number, permission))
        titles = {"see": _("Who may see it"), "edit": _("Who may edit it"), "act": _("Who may act")}
        return [{"title": titles[kind], "rows": rows} for kind, rows in groups.items() if rows]

    def _row(self, number: int, permission: str) -> dict:
        sent = self.request.form.get(f"grid-{number}", [])
        chosen = set([sent] if isinstance(sent, str) else sent) if self.tried else None
        roles = self.state.roles(permission) if chosen is None else chosen
        return {
            "name": f"grid-{number}",
            "permission": permission,
            "what": self.words.what(permission),
            "roles": roles,
        }

    @property
    def title_field(self) -> dict:
        """For the macro ``field``."""
        return {
            "name": "title",
            "label": _("Title of the state"),
            "width": 12,
            "required": True,
            "value": self.state.title,
            "maxlength": LONGEST,
        }

    @cached_property
    def exits(self) -> list[dict]:
        """What leads on: title, target, and which functions may."""
        found = []
        for one in self.workflow.exits(self.state.id):
            target = self.workflow.state(one.to)
            others = [
                state.title
                for state in self.workflow.states
                if one.id in state.exits and state.id != self.state.id
            ]
            found.append(
                {
                    "id": one.id,
                    "to": one.to if target is None else target.title,
                    "others": ", ".join(others),
                    "insert": self.insert_url(self.state.id, one.to),
                    "title": {
                        "name": f"transition-{one.id}",
                        "label": _("Title of the act"),
                        "width": 4,
                        "value": one.title,
                        "maxlength": LONGEST,
                    },
                    "roles": {
                        "name": f"guard-{one.id}",
                        "label": _("Only these functions"),
                        "kind": "checks",
                        "width": 8,
                        "options": self.functions,
                        "value": one.roles,
                        "help": _("With none chosen it depends on the act alone."),
                    },
                }
            )
        return found

    def act(self):
        """Put everything that was changed on the page into the draft."""
        if self.text("do") == "remove":
            self._edit({"edit": "remove_state", "state": self.state.id})
            return _("Taken away in the draft; nothing is in force yet.")
        edits = [*self._titles(), *self._guards(), *self._grids()]
        if not edits:
            return _("Nothing was changed.")
        self._edit(*edits)
        return None

    def _titles(self):
        title = self.text("title")
        if title != self.state.title:
            yield {"edit": "rename_state", "state": self.state.id, "title": title}
        for one in self.workflow.exits(self.state.id):
            title = self.text(f"transition-{one.id}")
            if title != one.title:
                yield {"edit": "rename_transition", "transition": one.id, "title": title}

    def _guards(self):
        if self.standing.hard is None:
            return
        for one in self.workflow.exits(self.state.id):
            roles = self.texts(f"guard-{one.id}")
            if set(roles) != set(one.roles):
                yield {"edit": "set_guard", "transition": one.id, "roles": roles}

    def _grids(self):
        grid = {}
        for group in self.grid:
            for row in group["rows"]:
                roles = self.texts(row["name"])
                if set(roles) != set(self.state.roles(row["permission"])):
                    same = READING if row["permission"] in READING else (row["permission"],)
                    grid.update(dict.fromkeys(same, roles))
        if grid:
            yield {"edit": "set_grid", "state": self.state.id, "grid": grid}


class InsertView(OneWorkflow):
    """A new state between two that one transition joins."""

    title = _("Put a state in between")
    success = _("Kept in the draft; nothing is in force yet.")

    def check(self) -> None:
        """The two states as well."""
        self.between  # noqa: B018

    @property
    def crumbs(self) -> list[dict]:
        """The way back."""
        return [*super().crumbs, {"title": self.standing.live.title, "url": self.url}]

    @property
    def between(self) -> dict:
        """The two states."""
        before, then = (self.workflow.state(self.text(one)) for one in ("before", "then"))
        if before is None or then is None or self.standing.hard is None:
            raise NotFound(self.text("before"))
        return {"before": before.title, "then": then.title}

    @property
    def fields(self) -> list[dict]:
        """What it is called, who passes documents on, and what that is called."""
        hard = self.standing.hard
        return [
            {
                "name": "title",
                "label": _("Title of the state"),
                "width": 7,
                "required": True,
                "autofocus": True,
                "maxlength": LONGEST,
                "placeholder": _("such as: Awaiting the legal check"),
            },
            {
                "name": "action",
                "label": _("Title of the act that passes it on"),
                "width": 5,
                "maxlength": LONGEST,
                "placeholder": _("such as: Checked, pass on"),
            },
            {
                "name": "roles",
                "label": _("Who passes it on"),
                "kind": "checks",
                "width": 12,
                "required": True,
                "options": [(one, function_title(one)) for one in hard.functions],
                "value": (),
                "help": _("While a document waits there it can be read, and nothing else."),
            },
        ]

    @property
    def send_bar(self) -> dict:
        """Keep it in the draft."""
        act = {
            "name": "send",
            "value": "1",
            "title": _("Keep in the draft"),
            "icon": "check",
            "kind": "work",
            "primary": True,
        }
        return {"acts": [{"title": _("Leave it"), "url": self.url}, act]}

    def act(self):
        """Put it into the draft."""
        self._edit(
            {
                "edit": "insert_state",
                "before": self.text("before"),
                "then": self.text("then"),
                "title": self.text("title"),
                "roles": self.texts("roles"),
                "action": self.text("action"),
            }
        )
