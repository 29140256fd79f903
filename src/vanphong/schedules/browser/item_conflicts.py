"""``@@item-conflicts``: what stands in the way of an item, asked for while one types."""

from Products.Five import BrowserView
from vanphong.errors import OfficeError
from vanphong.schedules import known
from vanphong.schedules import rules
from vanphong.schedules import viewing
from vanphong.schedules.browser import said
from vanphong.schedules.rules import Session
from vanphong.ui.browser import sending
from zExceptions import NotFound


class Conflicts(BrowserView):
    """``@@item-conflicts?day=…``: what stands in the way of an item that is being typed."""

    def __call__(self):
        """JSON [{text, hint, clash}]; nothing while the values cannot be read."""
        if not viewing.may(viewing.PROPOSE, self.context):
            raise NotFound("item-conflicts")
        form = self.request.form
        names = ("day", "start", "end", "session", "chairs", "participants", "room")
        raw = {name: form[name] for name in names if form.get(name)}
        try:
            day = rules.read_day(raw.get("day"), "day")
            empty = rules.Item(str(form.get("uid", "")), day, Session.MORNING, "…")
            item = rules.read_item(raw, known.known(self.context), empty)
        except OfficeError:
            return sending.as_json(self.request, [])
        found = viewing.conflicts_of(self.context, item)
        return sending.as_json(self.request, said.conflicts(found, self.request))
