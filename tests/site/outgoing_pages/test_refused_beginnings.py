"""What no draft may begin with, by each way on which one is begun: REST and the form.

Drafts are not begun several at once. Copies have a service of their own, so they stand here too.
"""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from io import BytesIO
from tests.outgoing_office import CLERK
from tests.outgoing_office import DRAFTER
from tests.outgoing_office import HEAD
from tests.site.outgoing_pages.test_every_way import service
from tests.site.outgoing_pages.test_every_way import stand
from tests.site.outgoing_pages.test_every_way import tried
from vanphong.ledger import audit
from vanphong.ledger import documents
from vanphong.outgoing.services.copies.post import CopiesPost
from vanphong.outgoing.services.outgoing.post import OutgoingPost
from vanphong.outgoing.stages import OPEN
from zipfile import ZIP_DEFLATED
from zipfile import ZipFile
import pytest


__all__ = ["service"]

WAYS = ("rest", "form")


def nothing(out):
    """The body is as the sample has it."""
    return {}


def answered(out):
    """A letter that is being answered."""
    letter = out.office.assigned()
    out.draft(reply_to=letter.UID())
    return {"reply_to": letter.UID()}


def bomb() -> bytes:
    """A DOCX that is small and unpacks to 150 MB."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as found:
        found.writestr("[Content_Types].xml", "<Types/>")
        found.writestr("word/document.xml", bytes(150 << 20))
    return out.getvalue()


@dataclass(frozen=True)
class Beginning:
    """Who begins a draft with these values, after something was made ready."""

    user: str = DRAFTER
    values: dict = field(default_factory=dict)
    ready: Callable = nothing
    file: tuple[str, Callable[[], bytes]] | None = None


BEGINNINGS = {
    "in another unit": Beginning("cv1-noivu"),
    "by the clerk of the body": Beginning(CLERK),
    "without a subject": Beginning(values={"subject": ""}),
    "with a subject of 501 letters": Beginning(values={"subject": "x" * 501}),
    "of a type that there is not": Beginning(values={"document_type": "khong-co"}),
    "with a day that there is not": Beginning(values={"due_date": "31/2/2024"}),
    "as a second answer": Beginning(ready=answered),
    "as a second answer, with a reason that is not the head's": Beginning(
        values={"overlap_reason": "Hai nội dung"}, ready=answered
    ),
    "as the answer to nothing": Beginning(values={"reply_to": "0" * 32}),
    "with a program as its text": Beginning(file=("du-thao.exe", lambda: b"MZ\x90\0" + bytes(99))),
    "with a ZIP bomb as its text": Beginning(file=("du-thao.docx", bomb)),
}


def begin(way, ask, page, out, one):
    """Try it; the status of the answer."""
    values = {"subject": "V/v việc không trùng với ai", "document_type": "cong-van", **one.values}
    unit = out.office.unit("vhtt")
    if way == "rest":
        if one.file:
            name, content = one.file
            values["files"] = [{"filename": name, "data": b64encode(content()).decode()}]
        return ask(OutgoingPost, unit, one.user, values)[0]
    if one.file:
        name, content = one.file
        values["files"] = SentFile(name, content())
    answer = tried(lambda: page(unit, "draft-outgoing", one.user, post=True, **values))
    return answer.status if answer else 403


class SentFile(BytesIO):
    """A file as a form brings it."""

    def __init__(self, filename: str, content: bytes):
        super().__init__(content)
        self.filename = filename


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", BEGINNINGS)
def test_it_is_not_begun(out, page, service, name, way):
    one = BEGINNINGS[name]
    body = out.office.body.UID()
    one = replace(one, values={**one.ready(out), **one.values})
    before = documents.newest(body, "out", OPEN, 100)
    status = begin(way, service, page, out, one)
    assert 400 <= status < 500
    assert documents.newest(body, "out", OPEN, 100) == before


COPIES = {
    "by who is no clerk": (DRAFTER, "issued", {"kind": "ban-sao-y"}),
    "by the head of the unit": (HEAD, "issued", {"kind": "ban-sao-y"}),
    "of what is not issued": (CLERK, "numbered", {"kind": "ban-sao-y"}),
    "of a form that there is not": (CLERK, "issued", {"kind": "ban-chup"}),
    "an excerpt without words": (CLERK, "issued", {"kind": "ban-trich-sao"}),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", COPIES)
def test_no_copy_is_made(out, page, service, name, way):
    user, stage, values = COPIES[name]
    document = getattr(out, stage)()
    before = stand(document)
    if way == "rest":
        status, _answer = service(CopiesPost, document, user, values)
        assert 400 <= status < 500
        line = audit.history(document.UID())[-1]
        assert (line["outcome"], line["act"], line["user_id"]) == ("refused", "make_copy", user)
    else:
        sent = {"do": "make_copy", **values}
        tried(lambda: page(document, "act", user, post=True, **sent))
    assert stand(document) == before
