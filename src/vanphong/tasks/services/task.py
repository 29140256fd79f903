"""A task: reading it, the list, and what is done with it beside its steps."""

from vanphong.calendars import clock
from vanphong.documents.rules import fold
from vanphong.documents.services.looking import DocumentLook
from vanphong.ledger import tasks as ledger
from vanphong.ledger.services import ActService
from vanphong.organisation import people
from vanphong.routing.services.due import due_of
from vanphong.tasks import actions
from vanphong.tasks.services.shown import shown
from vanphong.tasks.services.shown import shown_row
from vanphong.ui.services import OfficeService


class TasksGet(OfficeService):
    """Tasks of the person, given by the person, or all to be read; the first due first."""

    def answer(self):
        """One page; ``items_total`` above 1000 means "more than 1000"."""
        query, me = self.query, people.me()
        box, state = query.text("box", "mine"), query.text("state", ledger.OPEN)
        filters = ledger.Filters(
            holders=tuple(sorted(me.tokens)) if box == "mine" else (),
            givers=(me.user_id,) if box == "given" else (),
            unit_uids=tuple(query.texts("unit")),
            source_uid=query.text("source"),
            state={"late": ledger.OPEN, "every": ""}.get(state, state),
            late_at=clock.now() if state == "late" else None,
            words=tuple(fold(query.text("q")).split()[:8]),
        )
        page = ledger.listed(me.tokens, filters, page=query.whole("page", 1))
        return {
            "@id": f"{self.context.absolute_url()}/@tasks",
            "page": page.number,
            "more": page.more,
            "items_total": ledger.count(me.tokens, filters),
            "items": [shown_row(row, self.request) for row in page.rows],
        }


class TaskGet(DocumentLook):
    """The task."""

    def show(self):
        """All of it but its steps, which ``@routing`` has."""
        return shown(self.context, self.request)


class _TaskAct(ActService):
    """Base: does one act and shows the task."""

    def perform(self):
        """The task as it is now."""
        self.do()
        return shown(self.context, self.request)

    def do(self) -> None:
        """Call the act."""
        raise NotImplementedError


class ProgressPost(_TaskAct):
    """Note the progress."""

    act = "note_progress"

    def do(self) -> None:
        """Percent and note."""
        actions.note_progress(
            self.context, percent=self.body.whole("percent"), note=self.body.text("note")
        )


class ChecklistPost(_TaskAct):
    """Give it another checklist."""

    act = "change_checklist"

    def do(self) -> None:
        """All items."""
        actions.change_checklist(self.context, self.body.texts("items"))


class TickPost(_TaskAct):
    """Tick an item, or take its tick away."""

    act = "tick_item"
    takes = 1

    def do(self) -> None:
        """The item stands in the address."""
        ticked = self.body.flag("ticked") if "ticked" in self.body else True
        actions.tick_item(self.context, "".join(self.path), ticked=ticked)


class ReplyPost(_TaskAct):
    """Name the document that is the result."""

    act = "link_reply"

    def do(self) -> None:
        """Its symbol."""
        actions.link_reply(self.context, self.body.text("symbol"))


class GiveAnewPost(_TaskAct):
    """Give to somebody else what has come back."""

    act = "give_task_anew"

    def do(self) -> None:
        """Who, until when."""
        actions.give_anew(
            self.context,
            lead=self.body.text("lead"),
            coordinators=self.body.texts("coordinators"),
            due=due_of(self.body),
            text=self.body.text("text"),
        )


class CancelPost(_TaskAct):
    """Cancel it."""

    act = "cancel_task"

    def do(self) -> None:
        """With the reason."""
        actions.cancel_task(self.context, reason=self.body.text("reason"))
