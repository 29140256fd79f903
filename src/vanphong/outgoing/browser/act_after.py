"""Acts that end a document or follow its issue: give up, recall, correct, replace, copy."""

from vanphong import _
from vanphong.calendars import clock
from vanphong.errors import OfficeError
from vanphong.organisation import authority
from vanphong.organisation import directory
from vanphong.organisation.rules import Form
from vanphong.outgoing import actions
from vanphong.outgoing import copies
from vanphong.outgoing import deliveries
from vanphong.outgoing.browser.act_draft import TEXTS
from vanphong.outgoing.browser.act_form import OutgoingAct
from vanphong.outgoing.browser.act_form import file_field
from vanphong.ui.browser.fields import reason
from vanphong.ui.browser.fields import words


COPIES = (
    ("ban-sao-y", _("Sao y")),
    ("ban-sao-luc", _("Sao lục")),
    ("ban-trich-sao", _("Trích sao")),
)


def usual_signer(document) -> tuple[tuple[str, ...], str]:
    """Lines and name of who signed the last copy, else of the chief of the Office by order (TL.).

    Nobody, where the chief has no such order on the day.
    """
    made = copies.of(document)
    if made:
        return tuple(made[-1].signer_lines), made[-1].signer
    body = directory.unit_object(document.body_uid)
    for person in (one for office in directory.offices(body) for one in directory.heads(office)):
        try:
            allowed = authority.signing(
                body,
                person,
                document_type=document.document_type,
                field=document.field or "",
                day=clock.today(),
                form=Form.TL,
            )
        except OfficeError:
            continue
        return allowed.lines, person.fullname
    return (), ""


class Cancel(OutgoingAct):
    """It will not be issued."""

    title = _("Give the document up")
    send = _("Give it up")
    icon = "x"
    look = "official"

    @property
    def intro(self) -> str:
        """What becomes of a number."""
        if self.document.code is None:
            return _("Nothing more is done with it; it stays to be read.")
        return _(
            "Its number ${symbol} stays in the register as void and is not given again.",
            mapping={"symbol": self.document.symbol},
        )

    def fields(self) -> list[dict]:
        """Why."""
        return [reason()]

    def perform(self):
        """Give it up."""
        actions.cancel(self.document, reason=self.view.text("reason"))
        return _("The document is given up.")


class Recall(OutgoingAct):
    """Back from all recipients."""

    title = _("Recall the issued document")
    send = _("Recall")
    icon = "x"
    look = "official"

    @property
    def intro(self) -> str:
        """Whom it reaches."""
        told = {"n": len(deliveries.of(self.document))}
        return _(
            "${n} recipients are told of the recall with its reason; what they have begun ends.",
            mapping=told,
        )

    def fields(self) -> list[dict]:
        """Why."""
        return [reason(help=_("Every recipient reads it."))]

    def perform(self):
        """Recall it."""
        actions.recall(self.document, reason=self.view.text("reason"))
        told = {"n": len(deliveries.of(self.document))}
        return _("Recalled from ${n} recipients.", mapping=told)


class _Amend(OutgoingAct):
    """Begin a draft about an issued document."""

    icon = "pen"
    subject = ""

    def fields(self) -> list[dict]:
        """Its subject, and the text when it is there already."""
        return [
            words("subject", _("Subject"), 2, value=self.subject, required=True, autofocus=True),
            file_field("files", _("Text of the draft"), TEXTS, help=_("It may be attached later.")),
        ]

    def begin(self, raw: dict, files: tuple):
        """The act itself; the new draft."""
        raise NotImplementedError

    def perform(self):
        """Begin it and go there."""
        made = self.begin({"subject": self.view.text("subject")}, self.sent_all())
        self.leads_to = made.absolute_url()
        return _("The draft is begun; complete it and submit it.")


class Correct(_Amend):
    """A letter that corrects a mistake of form."""

    title = _("Correct the issued document by letter")
    send = _("Begin the letter")

    @property
    def subject(self) -> str:
        """As such letters are called."""
        document = self.document
        return f"V/v đính chính văn bản số {document.symbol} ngày {document.issued_date:%d/%m/%Y}"

    def begin(self, raw: dict, files: tuple):
        """Begin the letter."""
        return actions.correct_issued(self.document, raw, files)


class Replace(_Amend):
    """A document of the same type that takes the place of this one."""

    title = _("Replace the issued document")
    send = _("Begin the new document")
    icon = "swap"

    @property
    def subject(self) -> str:
        """That of the old one."""
        return self.document.subject

    def begin(self, raw: dict, files: tuple):
        """Begin the new document."""
        return actions.replace_issued(self.document, raw, files)


class MakeCopy(OutgoingAct):
    """A certified copy; it takes the next number of copies."""

    title = _("Make a certified copy")
    send = _("Give the copy its number")
    icon = "file"
    look = "official"

    def fields(self) -> list[dict]:
        """Which kind, for whom, by whom."""
        lines, signer = usual_signer(self.document)
        return [
            {
                "name": "kind",
                "label": _("Kind of copy"),
                "kind": "radio",
                "width": 12,
                "options": COPIES,
                "value": "ban-sao-y",
            },
            words("excerpt", _("What is copied"), 2, hint=_("for an excerpt only")),
            {"name": "recipients", "label": _("Recipients"), "width": 8, "maxlength": 1000},
            {
                "name": "amount",
                "label": _("Number of copies"),
                "kind": "number",
                "width": 4,
                "value": "1",
            },
            {
                "name": "signer_lines",
                "label": _("Lines above the signature"),
                "kind": "textarea",
                "rows": 2,
                "width": 6,
                "value": "\n".join(lines),
                "placeholder": "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG",
            },
            {
                "name": "signer",
                "label": _("Signer of the copy"),
                "width": 6,
                "maxlength": 200,
                "value": signer,
            },
        ]

    def perform(self):
        """Number it."""
        amount = self.view.text("amount")
        lines = self.view.text("signer_lines").splitlines()
        made = actions.make_copy(
            self.document,
            self.view.text("kind"),
            signer_lines=tuple(line.strip() for line in lines if line.strip()),
            signer=self.view.text("signer"),
            recipients=self.view.text("recipients"),
            excerpt=self.view.text("excerpt"),
            amount=int(amount) if amount.isdecimal() else 0,
        )
        return _("The copy has the number ${symbol}.", mapping={"symbol": made.symbol})
