"""GET @workflows, @workflows/<id>, @workflows/<id>/zip, @workflows/<id>/try?document=…"""

from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger.services import LookService
from vanphong.workflows import actions
from vanphong.workflows import definitions
from vanphong.workflows import trial
from vanphong.workflows.exported import as_zip
from vanphong.workflows.services.shown import brief
from vanphong.workflows.services.shown import full
from vanphong.workflows.services.shown import tried
from vanphong.workflows.standing import Standing
import json


class WorkflowsGet(LookService):
    """The list, one workflow, its zip, or its draft tried on a document."""

    takes = 2
    needs = actions.MANAGE
    who = actions.WHO

    def render(self):
        """JSON; of the zip the file itself, unless it is refused."""
        if self.path[1:] != ["zip"]:
            return super().render()
        self.check_permission()
        answer = self.reply()
        is_file = isinstance(answer, bytes)
        kind = "application/zip" if is_file else self.content_type
        self.request.response.setHeader("Content-Type", kind)
        return answer if is_file else json.dumps(answer)

    def look(self):
        """What the address asks for."""
        url = self.context.absolute_url()
        if not self.path:
            items = [brief(name, url) for name in definitions.types_of()]
            return {"@id": f"{url}/@workflows", "items": items}
        name, part = (*self.path, "")[:2]
        definitions.named(name)
        if not part:
            return full(name, url, self.request)
        if part == "zip":
            return as_zip([name])
        if part == "try":
            standing = Standing(name)
            query = self.query
            result = trial.run(standing, query.text("document"), query.text("state"))
            return tried(standing, result, self.request)
        raise InvalidInput(
            _("There is no “${move}”; with a workflow one can ${moves}."),
            move=part,
            moves="zip, try",
        )
