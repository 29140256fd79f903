"""Outgoing documents in the hands of a test: short ways to each stage, by those who take it."""

from base64 import b64encode
from io import BytesIO
from itertools import count
from tests.office import as_user
from tests.office import tick
from vanphong.attachments.actions import accept
from vanphong.documents import places
from vanphong.outgoing import actions as outgoing
from vanphong.outgoing import rules
from vanphong.routing import sheet as sheets


_numbers = count(1)

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n%%EOF\n"

#: Every line of the checklist of form, answered.
CHECKED = {item.code: "yes" for item in rules.CHECKLIST}

DRAFTER = "cv1-vhtt"
HEAD = "truongphong-vhtt"
CLERK = "vanthu"


def file(text="", name="du-thao.txt", role="main"):
    """A file unlike every other."""
    content = (text or f"Dự thảo số {next(_numbers)}").encode()
    return accept(name, BytesIO(content), role=role)


def pdf(name="ban-ky.pdf"):
    """A PDF unlike every other, as a scan of what was signed."""
    return accept(name, BytesIO(PDF + f"%{next(_numbers)}".encode()), role="main")


def sent(text="", name="du-thao.txt"):
    """The same as a REST client sends it."""
    content = (text or f"Dự thảo số {next(_numbers)}").encode()
    return {"filename": name, "data": b64encode(content).decode()}


def sent_pdf(name="ban-ky.pdf"):
    """A PDF as a REST client sends it."""
    content = PDF + f"%{next(_numbers)}".encode()
    return {"filename": name, "data": b64encode(content).decode()}


class Outgoing:
    """Ways of outgoing documents through the sample body; VH&TT drafts them."""

    def __init__(self, office):
        self.office = office

    def values(self, **more):
        """What a drafter types: a matter unlike every other."""
        return {
            "subject": f"V/v báo cáo chuyên đề {next(_numbers) * 7919}",
            "field": "VX",
            "recipients": [{"name": "Ủy ban nhân dân tỉnh An Bình", "purpose": "report"}],
            **more,
        }

    def draft(self, by=DRAFTER, unit="vhtt", files=None, reply_to="", overlap_reason="", **values):
        """A draft with its first version."""
        with as_user(by):
            tick()
            return outgoing.create_draft(
                self.office.unit(unit),
                self.values(**values),
                [file()] if files is None else files,
                reply_to=reply_to,
                overlap_reason=overlap_reason,
            )

    def do(self, act, document, by, *args, **more):
        """One act."""
        with as_user(by):
            tick()
            return getattr(outgoing, act)(document, *args, **more)

    def submitted(self, document=None, **values):
        """A draft before the head of the unit."""
        document = document or self.draft(**values)
        self.do("submit", document, document.drafter)
        return document

    def checked(self, document=None, **values):
        """A draft before the Office."""
        document = document or self.submitted(**values)
        self.do("check_content", document, self.holder(document))
        return document

    def appraised(self, document=None, **values):
        """A draft before the leader."""
        document = document or self.checked(**values)
        while self.running(document).action == "appraise":
            self.do("appraise", document, self.holder(document), CHECKED)
        return document

    def approved(self, document=None, **values):
        """An approved draft that waits for its signature."""
        document = document or self.appraised(**values)
        self.do("approve", document, self.holder(document))
        return document

    def signed(self, document=None, **values):
        """A signed document."""
        document = document or self.approved(**values)
        self.do("sign", document, self.holder(document))
        return document

    def numbered(self, document=None, by=CLERK, **values):
        """A numbered document."""
        document = document or self.signed(**values)
        self.do("number", document, by)
        return document

    def sealed(self, document=None, by=CLERK, **values):
        """A numbered and sealed document."""
        document = document or self.numbered(**values)
        self.do("seal", document, by)
        return document

    def issued(self, document=None, by=CLERK, despite="", **values):
        """An issued document."""
        document = document or self.sealed(**values)
        self.do("issue", document, by, [pdf()], despite=despite)
        return document

    def all_the_way(self, document, by=CLERK):
        """Take a draft to its issue."""
        for stage in (self.submitted, self.checked, self.appraised, self.approved, self.signed):
            stage(document)
        return self.issued(self.sealed(self.numbered(document, by), by), by)

    def running(self, document):
        """The step of the route that runs."""
        return next(one for one in sheets.steps_of(document) if one.awaits and one.route_step)

    def holder(self, document):
        """User id of whom the document lies with."""
        return self.running(document).actor

    def many_signed(self, number):
        """So many signed documents that are like one another, with sheets of their own."""
        first = self.signed()
        names = [f"{first.getId()}-{place}" for place in range(1, number)]
        found = [first, *places.put_alike(first.__parent__, first, names)]
        for one in found[1:]:
            one.routing_sheet = sheets.RoutingSheet()
            one.routing_sheet.steps = sheets.steps_of(first)
            sheets.keep(one, sheets.plan_of(first), sheets.route_of(first))
        return found
