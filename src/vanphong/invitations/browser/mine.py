"""``@@my-invitations``: what waits for my answer, where I am invited, what we call."""

from functools import cached_property
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from vanphong import _
from vanphong.calendars import clock
from vanphong.invitations import viewing
from vanphong.invitations.browser import said
from vanphong.ledger import invitations as ledger
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.outgoing import links


#: So many stand on the desktop.
FEW = 4

#: At most so many meetings of a body are looked at.
MOST = 60


class MyInvitations(BrowserView):
    """Three lists; the first can be answered with one tap."""

    rail_id = "schedule"
    title = _("Invitations")
    urgent = _("Urgent")
    changed = _("Changed")
    cancelled = _("Cancelled")

    @cached_property
    def all_mine(self) -> list[dict]:
        """Every meeting to come to which the person is invited."""
        return ledger.mine(people.me().tokens, clock.now())

    @property
    def groups(self) -> list[dict]:
        """The lists."""
        now, mine = clock.now(), self.all_mine
        standing = [one for one in mine if one["state"] == ledger.STANDING]
        waits = [one for one in standing if not one["answer"] and one["starts_at"] > now]
        rest = [one for one in mine if one not in waits]
        found = [
            self._group(_("Waits for my answer"), "bell", waits, asks=True),
            self._group(_("I am invited"), "cal", rest),
        ]
        called = self._called()
        if called:
            found.append(self._group(_("Meetings that we call"), "users", called))
        return found

    def _called(self) -> list[dict]:
        """Meetings of the bodies of the person, those that the person prepares or keeps."""
        bodies = {}
        for one in people.me().positions:
            body = directory.body_of(directory.unit_object(one.unit_uid))
            bodies[body.UID()] = body
        rows = [row for uid in bodies for row in ledger.of_body(uid, clock.now(), MOST)]
        return [row for row in rows if self._organises(row)]

    def _organises(self, row: dict) -> bool:
        document = links.document(row["document_uid"])
        return document is not None and viewing.may(viewing.ORGANISE, document)

    def _group(self, title, icon: str, rows, *, asks: bool = False) -> dict:
        shown = [said.row(one, self.request) for one in rows]
        return {"title": title, "icon": icon, "asks": asks, "rows": shown}


class WaitingInvitations:
    """What waits for the person's answer, on the desktop: one tap to answer."""

    template = ViewPageTemplateFile("waiting.pt")

    def __init__(self, context, request) -> None:
        self.context = context
        self.request = request

    @cached_property
    def rows(self) -> list[dict]:
        """The next few."""
        found = ledger.waiting(people.me().tokens, clock.now(), FEW)
        return [said.row(one, self.request) for one in found]

    def render(self) -> str:
        """A card; "" when nothing waits."""
        return self.template() if self.rows else ""
