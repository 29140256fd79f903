"""Who held a task and who holds it."""

from vanphong import _
from vanphong.incoming.browser.timeline import Timeline
from vanphong.organisation.rules import unit_of


#: What the timeline says is still to come while a unit leads.
PERSON = _("Person handling it")


class TaskTimeline(Timeline):
    """Begins with who gave it."""

    def _entry(self):
        task = self.situation.document
        text = _("Gave the task")
        if task.entered_by_title:
            text = _("Gave the task; entered by ${who}", mapping={"who": task.entered_by_title})
        yield {"title": task.giver_title, "text": self.vp.text(text), "when": task.created_at}

    def _told(self):
        told = super()._told()
        next(told, None)  # the giver's own step, told already
        yield from told

    def _next(self):
        """A person who leads gives it on to nobody."""
        lead = self.situation.document.lead
        is_person = lead is not None and unit_of(lead.actor) is None
        for entry in super()._next():
            if not (is_person and entry["title"] == PERSON):
                yield entry
