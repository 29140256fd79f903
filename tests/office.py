"""The sample office in the hands of a test: who is who, and short ways to act.

One act takes one minute, so that the order of things can be seen.
"""

from AccessControl.SpecialUsers import nobody
from contextlib import contextmanager
from datetime import timedelta
from itertools import count
from plone import api
from vanphong.calendars import clock
from vanphong.directives import actions as directives
from vanphong.incoming import actions as incoming
from vanphong.ledger import documents
from vanphong.ledger import work
from vanphong.organisation import people
from vanphong.routing import actions as routing
from vanphong.routing import sheet as sheets
from vanphong.sample import PASSWORD
from vanphong.setuphandlers import ORGANISATION
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest


__all__ = ["PASSWORD", "STAFF", "Office", "as_user", "forget"]

#: One person of each kind; none of them but those named is concerned by what a test does.
STAFF = (
    "vanthu",  # records clerk of the body
    "chanhvp",  # chief of its Office
    "chutich",  # its leaders
    "pct-kinhte",
    "pct-vanxa",
    "truongphong-vhtt",  # head, clerk and members of a division
    "vanthu-vhtt",
    "cv1-vhtt",
    "cv2-vhtt",
    "truongphong-noivu",  # of a second division
    "cv1-noivu",
    "truongphong-tuphap",  # of a third
    "chutich-anlac",  # of a body below
    "vanthu-anlac",
    "admin",  # Manager
)

_numbers = count(1)


def forget():
    """Forget what the request remembers of people: who they are, and what they may."""
    people.forget()
    notes = IAnnotations(getRequest())
    for key in [key for key in notes if str(key).startswith("borg.localrole")]:
        del notes[key]


@contextmanager
def as_user(user_id):
    """Act as somebody; "" is a visitor who has not signed in."""
    forget()
    try:
        with api.env.adopt_user(**({"username": user_id} if user_id else {"user": nobody})):
            yield
    finally:
        forget()


def tick():
    """One minute passes."""
    clock.advance(timedelta(minutes=1))


class Office:
    """The body of the sample, UBND huyện Phú Khê."""

    def __init__(self, portal):
        self.portal = portal
        self.body = portal[ORGANISATION]["ubnd"]
        self.register_in = self.body["so-den-2024"]

    def unit(self, name):
        """A unit by its id."""
        return self.body if name == "ubnd" else self.body[name]

    def uid(self, name):
        """UID of a unit by its id; the name itself when it is a person's."""
        return self.unit(name).UID() if name in self.body or name == "ubnd" else name

    def document(self, symbol):
        """A document of the sample by its symbol."""
        rows = documents.list_documents(self.body.UID(), "in", tokens=None).rows
        path = next(row["path"] for row in rows if row["symbol"] == symbol)
        return self.portal.unrestrictedTraverse(path)

    def documents(self):
        """All incoming documents of the body."""
        rows = documents.list_documents(self.body.UID(), "in", tokens=None, size=200).rows
        return [self.portal.unrestrictedTraverse(row["path"]) for row in rows]

    def outgoing(self):
        """All outgoing documents of the body, one in every stage."""
        rows = documents.list_documents(self.body.UID(), "out", tokens=None, size=200).rows
        return [self.portal.unrestrictedTraverse(row["path"]) for row in rows]

    # acts, each by the person whom the sample body expects

    def values(self, **more):
        """What a clerk types: a letter unlike every other."""
        number = 4000 + next(_numbers)
        return {
            "subject": f"V/v triển khai nhiệm vụ số {number}",
            "symbol": f"{number}/UBND-VX",
            "issued_date": "2024-08-12",
            "organ_name": "Ủy ban nhân dân tỉnh An Bình",
            **more,
        }

    def arrive(self, by="vanthu", **values):
        """A document that waits for the records clerk."""
        with as_user(by):
            tick()
            return incoming.arrive(self.body, self.values(**values))

    def register(self, by="vanthu", target=None, **values):
        """A registered document."""
        with as_user(by):
            tick()
            return incoming.register(target or self.body, self.values(**values))

    def present(self, document, to="chutich", by="vanthu"):
        """Present it to a leader, or to the Office with ``to="vp"``."""
        with as_user(by):
            tick()
            incoming.present(document, f"Leaders:{self.uid('vp')}" if to == "vp" else to)
        return document

    def cast(self, lead="vhtt", coordinators=(), inform=(), **more):
        """The parts of a directive, units by their ids."""
        return {
            "text": "Giao chủ trì, tham mưu trả lời.",
            "lead": self.uid(lead) if isinstance(lead, str) else [self.uid(one) for one in lead],
            "coordinators": [self.uid(name) for name in coordinators],
            "inform": [self.uid(name) for name in inform],
            "working_days": 5,
            **more,
        }

    def direct(self, document, by="chutich", author="", **cast):
        """Direct it; with ``author`` a clerk does so on the author's behalf."""
        with as_user(by):
            tick()
            if author:
                return directives.issue_on_behalf(document, author=author, **self.cast(**cast))
            return directives.issue(document, **self.cast(**cast))

    def do(self, act, document, step, by, **more):
        """One of the acts on a step."""
        with as_user(by):
            tick()
            return getattr(routing, act)(document, step.uid, **more)

    # ready-made stages

    def presented(self, to="chutich"):
        """A document that lies before a leader."""
        return self.present(self.register(), to)

    def directed(self, **cast):
        """A document with a directive: VH&TT leads, Nội vụ coordinates, Tư pháp is told."""
        document = self.presented()
        self.direct(document, **{"coordinators": ["noivu"], "inform": ["tuphap"], **cast})
        return document

    def assigned(self, **more):
        """A document that VH&TT has received and given to a specialist."""
        document = self.directed()
        step = self.step(document, "lead")
        self.do("receive", document, step, "vanthu-vhtt")
        self.do("assign", document, step, "truongphong-vhtt", person="cv1-vhtt", **more)
        return document

    def finished(self):
        """A document whose work is done."""
        document = self.assigned()
        step = self.step(document, "lead")
        self.do("finish", document, step, "cv1-vhtt", result="Đã tham mưu văn bản trả lời.")
        return document

    # what is to be seen

    def sheet(self, document):
        """Its steps."""
        return sheets.steps_of(document)

    def step(self, document, action, actor=""):
        """The newest step of this kind; ``actor`` is the id of a unit or a person."""
        wanted = {actor, f"Desk:{self.uid(actor)}"} if actor else None
        return [
            step
            for step in sheets.steps_of(document)
            if step.action == action and (wanted is None or step.actor in wanted)
        ][-1]

    def stage(self, document):
        """The state of its workflow."""
        return api.content.get_state(document)

    def rows(self, document):
        """Its rows in the ledger by the UIDs of the steps."""
        return {row["step_uid"]: row for row in work.timeline(document.UID())}
