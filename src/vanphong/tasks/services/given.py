"""Giving tasks: ``@tasks`` where they belong, ``@conclusions`` of a document."""

from vanphong.documents.services.looking import DocumentLook
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger import tasks as ledger
from vanphong.ledger.services import ActService
from vanphong.routing.services.due import due_of
from vanphong.tasks import actions
from vanphong.tasks import conclusions
from vanphong.tasks.services.shown import shown
from vanphong.tasks.services.shown import shown_line
from vanphong.tasks.services.shown import shown_row
from vanphong.ui.given import Given


class TaskPost(ActService):
    """Give one task."""

    act = "give_task"

    def perform(self):
        """The new task."""
        body = self.body
        made = actions.give_task(
            self.context,
            text=body.text("text"),
            lead=body.text("lead"),
            coordinators=body.texts("coordinators"),
            due=due_of(body),
            checklist=body.texts("checklist"),
            author=body.text("author"),
        )
        self.created(made.absolute_url())
        return shown(made, self.request)


class ConclusionsGet(DocumentLook):
    """The lines of a document, what is proposed for each, and what was made of them."""

    def show(self):
        """All lines."""
        given: dict[int, list[dict]] = {}
        for row in ledger.of_source(self.context.UID()):
            given.setdefault(row["line"], []).append(shown_row(row, self.request))
        return {
            "@id": f"{self.context.absolute_url()}/@conclusions",
            "lines": [
                shown_line(one, given.get(one.line.number, []))
                for one in conclusions.proposed(self.context)
            ],
            "other": given.get(0, []),
        }


class ConclusionsPost(ActService):
    """Make tasks of lines, all of them or none."""

    act = "give_conclusions"

    def perform(self):
        """The new tasks."""
        lines = self.body.values.get("lines")
        if not isinstance(lines, list) or not all(isinstance(one, dict) for one in lines):
            raise InvalidInput(_("Send the lines as a list of objects."), field="lines")
        asked = [self._line(Given(one)) for one in lines]
        made = actions.give_conclusions(self.context, asked, author=self.body.text("author"))
        self.request.response.setStatus(201)
        return {
            "@id": f"{self.context.absolute_url()}/@conclusions",
            "items": [shown(one, self.request) for one in made],
        }

    @staticmethod
    def _line(one: Given) -> dict:
        return {
            "line": one.whole("line", 0),
            "text": one.text("text"),
            "leads": one.texts("leads"),
            "coordinators": one.texts("coordinators"),
            "due": due_of(one),
        }
