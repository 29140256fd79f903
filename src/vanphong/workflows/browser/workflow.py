"""One workflow: its drawing, who may do what, its draft and its versions: ``@@workflow``."""

from collections.abc import Callable
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from vanphong import _
from vanphong.errors import InvalidInput
from vanphong.errors import OfficeError
from vanphong.errors import mark
from vanphong.ledger import jobs
from vanphong.ui import format as fmt
from vanphong.ui.given import Given
from vanphong.workflows import actions
from vanphong.workflows.browser.diagram import svg
from vanphong.workflows.browser.one import OneWorkflow
from vanphong.workflows.rules import archive
from vanphong.workflows.rules import difference
from vanphong.workflows.rules.layout import in_order
from vanphong.workflows.rules.model import State


#: Versions shown, the newest first.
VERSIONS = 20


class WorkflowView(OneWorkflow):
    """The whole page; a form in it posts one act under the name ``do``."""

    aside = ViewPageTemplateFile("aside.pt")
    reason_label = _("Reason")
    title_label = _("Title")
    undo_label = _("Why the version in force is taken back")

    @property
    def title(self) -> str:
        """Title of the workflow as it is in force."""
        return self.standing.live.title

    # the acts

    def act(self):
        """Do what the button says."""
        deeds: dict[str, Callable] = {
            "rename": self._rename,
            "apply": self._apply,
            "discard": self._discard,
            "undo": self._undo,
            "adopt": self._adopt,
            "give_back": self._give_back,
            "import": self._import,
            "stop": self._job,
            "resume": self._job,
        }
        name = self.text("do")
        if name not in deeds:
            raise InvalidInput(mark("There is no such button."))
        return deeds[name]()

    def _rename(self):
        self._edit({"edit": "rename", "title": self.text("title")})
        return _("Kept in the draft; nothing is in force yet.")

    def _apply(self):
        version = actions.apply_workflow(
            self.context, self.standing.id, revision=self.revision, reason=self.text("reason")
        )
        return _("Version ${n} is in force.", mapping={"n": version.number})

    def _discard(self):
        actions.discard_workflow(self.context, self.standing.id, revision=self.revision)
        return _("The draft is thrown away; what is in force stays so.")

    def _undo(self):
        version = actions.undo_workflow(
            self.context,
            self.standing.id,
            version=Given(self.request.form).whole("version", 0) or 0,
            reason=self.text("undo_reason"),
            confirm=bool(self.text("confirm")),
        )
        return _("Version ${n} brings back what was before.", mapping={"n": version.number})

    def _adopt(self):
        version = actions.adopt_workflow(
            self.context, self.standing.id, reason=self.text("adopt_reason")
        )
        return _("Taken over as version ${n}.", mapping={"n": version.number})

    def _give_back(self):
        actions.give_back_workflow(self.context, self.standing.id)
        return _("It is again as it was applied last.")

    def _import(self):
        upload = self.upload("file")
        if upload is None:
            raise InvalidInput(mark("Choose a zip file."), field="file")
        actions.import_workflow(
            self.context,
            self.standing.id,
            upload.read(archive.MOST + 1),
            revision=self.revision,
        )
        return _("Kept in the draft; nothing is in force yet.")

    def _job(self):
        getattr(jobs, self.text("do"))(self.standing.record.job)
        stopped = self.text("do") == "stop"
        return _("Stopped; it can go on later.") if stopped else _("It goes on.")

    # what is shown

    @cached_property
    def marked(self) -> set[str]:
        """States that the draft changes."""
        return {one.state for one in self.standing.drafted if one.state}

    @property
    def diagram(self) -> str:
        """The drawing, each state leading to its page."""
        urls = {one.id: self.state_url(one.id) for one in self.workflow.states}
        label = self.words.text(
            _("Drawing of “${title}”; the table below says the same.", mapping=self._titled)
        )
        return svg(self.workflow, label, marked=self.marked, urls=urls)

    @property
    def _titled(self) -> dict[str, str]:
        return {"title": self.workflow.title}

    def state_url(self, state: str) -> str:
        """Address of the page of a state."""
        return f"{self.site_url}/@@workflow-state?id={self.standing.id}&state={state}"

    @cached_property
    def states(self) -> list[dict]:
        """Every state with who may do what, in the order of the way."""
        found = (self.workflow.state(name) for name in in_order(self.workflow))
        return [self._state(one) for one in found if one is not None]

    def _state(self, state: State) -> dict:
        hard, before = self.standing.hard, self.standing.live.state(state.id)
        inserted = hard is not None and state.id not in hard.stages
        return {
            "title": state.title,
            "url": self.state_url(state.id),
            "first": state.id == self.workflow.initial,
            "badge": _("new")
            if before is None
            else _("changed")
            if state.id in self.marked
            else _("put in between")
            if inserted
            else "",
            "seers": self.words.seers(state),
            "deeds": self.words.deeds(self.workflow, state),
            "exits": [self._exit(state, one) for one in self.workflow.exits(state.id)],
        }

    def _exit(self, state: State, transition) -> dict:
        fixed = self.standing.hard is None
        target = self.workflow.state(transition.to)
        return {
            "title": transition.title,
            "to": transition.to if target is None else target.title,
            "who": self.words.who(transition.roles) if transition.roles else "",
            "insert": "" if fixed else self.insert_url(state.id, transition.to),
        }

    @property
    def drafted(self) -> list[str]:
        """What the draft changes, in sentences."""
        return [self.words.change(one) for one in self.standing.drafted]

    @property
    def draft_head(self) -> dict | None:
        """Whose draft it is."""
        draft = self.standing.draft
        return draft and {"who": draft.author_title, "when": draft.at}

    @property
    def problems(self) -> list[dict]:
        """What stands against the draft, or is wrong with what is in force."""
        return [
            {"text": self.words.problem(one), "rule": one.rule} for one in self.standing.problems
        ]

    @property
    def fixed(self) -> list[dict]:
        """The hard rules in sentences, each once."""
        hard = self.standing.hard
        if hard is None:
            return []
        found: dict[str, str] = {}
        for rule in hard.rules:
            said = self.words.text(rule.why, {"state": "…"}).removeprefix("“…”: ")
            found.setdefault(said[:1].upper() + said[1:], rule.rule)
        return [{"text": text, "rule": rule} for text, rule in found.items()]

    @property
    def own(self) -> list[str]:
        """What differs from the product."""
        return [self.words.change(one) for one in self.standing.own]

    @property
    def direct(self) -> list[str]:
        """What was changed in Zope's own pages."""
        return [self.words.change(one) for one in self.standing.direct]

    @property
    def versions(self) -> list[dict]:
        """The newest versions first; the first of all is how it was before."""
        found = []
        for one in reversed(self.standing.record.versions[-VERSIONS:]):
            found.append(
                {
                    "number": one.number,
                    "who": one.author_title or _("as it was before"),
                    "when": one.at,
                    "reason": one.reason,
                    "restores": one.restores,
                }
            )
        return found

    @property
    def undoable(self) -> int:
        """Number of the version that can be taken back; 0 when there is nothing before it."""
        current = self.standing.record.current
        return current.number if current is not None and current.origin > 1 else 0

    @property
    def asks_to_confirm(self) -> bool:
        """Whether taking back has just been refused because documents would move."""
        return any(row["field"] == "confirm" for row in self.errors)

    @property
    def job(self) -> dict | None:
        """How far the documents have been brought after."""
        row = self.standing.job
        if row is None:
            return None
        finished = row["state"] == "done"
        done = row["result"].get("documents", 0) if finished else row["done"]
        total = max(row["total"], done, 1)
        return {
            "state": row["state"],
            "error": row["error"],
            "done": fmt.number(done),
            "total": fmt.number(row["total"]) if row["total"] and not finished else "",
            "share": 100 if finished else int(100 * done / total),
            "can": {"waiting": "stop", "running": "stop", "stopped": "resume"}.get(row["state"]),
        }

    @property
    def zip_url(self) -> str:
        """Address of the export."""
        return f"{self.site_url}/@@workflow-zip?id={self.standing.id}"

    @property
    def try_url(self) -> str:
        """Address of the trial."""
        return f"{self.site_url}/@@workflow-try"

    def refused(self, error: OfficeError) -> None:
        """Show the page as it is now, not as it was when the form was made."""
        self.__dict__.pop("standing", None)
        self.__dict__.pop("words", None)

    @property
    def changes_rights(self) -> bool:
        """Whether applying the draft has documents brought after."""
        live, wanted = self.standing.live, self.standing.wanted
        return bool(difference.touched(live, wanted))
