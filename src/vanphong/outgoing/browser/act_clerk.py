"""Acts of the records clerk: the signature on paper, number, seal, issue, and deliveries."""

from collections.abc import Iterator
from vanphong import _
from vanphong.calendars import clock
from vanphong.errors import OfficeError
from vanphong.outgoing import actions
from vanphong.outgoing import deliveries
from vanphong.outgoing import obstacles
from vanphong.outgoing import versions
from vanphong.outgoing.actions.issuing import PDF
from vanphong.outgoing.browser.act_form import OutgoingAct
from vanphong.outgoing.browser.act_form import file_field
from vanphong.outgoing.browser.words import DELIVERIES
from vanphong.routing import filing
from vanphong.routing.browser.act_form import day_text
from vanphong.ui import errors
from vanphong.ui.browser.fields import day
from vanphong.ui.browser.fields import note
from vanphong.ui.browser.fields import words


#: Endings of a scan.
SCANS = ("pdf", "tif", "tiff", "jpg", "jpeg", "png")


class PrintForSignature(OutgoingAct):
    """The approved draft on paper; each print is noted."""

    title = _("Print for signature")
    send = _("Note the print and show the files")
    icon = "print"

    @property
    def intro(self) -> str:
        """What is printed."""
        return _("Only the approved version is printed. Who prints it, and when, is kept.")

    def perform(self):
        """Note it; the page shows the files."""
        actions.print_for_signature(self.document)
        number = versions.latest(self.document).number
        self.leads_to = f"{self.view.url}?print={number}"
        return _("Noted. Open the file and print it.")


class RecordSignature(OutgoingAct):
    """The scan of the signed paper; with it the document counts as signed."""

    title = _("Record the signature on paper")
    send = _("Record the signature")
    icon = "scan"
    look = "official"

    @property
    def intro(self) -> str:
        """Who has signed."""
        document = self.document
        if document.signed_on is not None:
            return _("It is signed already; the scan is added to it.")
        lines = " / ".join(document.signer_lines)
        signer = {"lines": lines or document.signer_position, "name": document.signer_name}
        return _("Signed on paper as: ${lines}, ${name}.", mapping=signer)

    def fields(self) -> list[dict]:
        """The scan, the day, a note."""
        found = [file_field("files", _("Scan of the signed paper"), SCANS, required=True)]
        if self.document.signed_on is None:
            today = day_text(clock.today())
            found.append(day("signed_on", _("Signed on"), value=today))
        return [*found, note(width=8, rows=1)]

    def perform(self):
        """Record it."""
        actions.record_signature(
            self.document,
            self.sent_all(),
            signed_on=self.day("signed_on"),
            note=self.view.text("note"),
        )
        return _("The signature is recorded; the document waits for its number.")


class Number(OutgoingAct):
    """Number, symbol and date."""

    title = _("Give number and date")
    send = _("Give the number")
    icon = "book"
    look = "official"

    @property
    def intro(self) -> str:
        """The number that comes next."""
        try:
            symbol = actions.forecast(self.document)
        except OfficeError:
            symbol = ""
        if not symbol:
            return _("The first number of a new register.")
        return _(
            "Expected: ${symbol}. If a colleague is faster, it is the next one.",
            mapping={"symbol": symbol},
        )

    def fields(self) -> list[dict]:
        """The date of the document."""
        return [
            day(
                "issued_date",
                _("Date of the document"),
                value=day_text(clock.today()),
                autofocus=True,
                help=_("Not before the day of the signature or of the last number."),
            )
        ]

    def perform(self):
        """Number it."""
        symbol = actions.number(self.document, issued_date=self.day("issued_date"))
        return _("The number is ${symbol}. Seal it, then issue it.", mapping={"symbol": symbol})


class Seal(OutgoingAct):
    """One click; the form is only seen when it came too late."""

    title = _("Put on the seal")
    send = _("The seal is on it")
    icon = "stamp"

    def perform(self):
        """Keep that it is sealed."""
        actions.seal(self.document)
        return _("Sealed. It may be issued.")


class Issue(OutgoingAct):
    """To all recipients at once."""

    title = _("Issue the document")
    send = _("Issue")
    icon = "send"
    look = "official"

    @property
    def intro(self) -> str:
        """To how many lines of recipients it goes."""
        names = "; ".join(one.words for one in self.document.recipients)
        return _(
            "${symbol} goes to: ${names}.",
            mapping={"symbol": self.document.symbol, "names": names},
        )

    @property
    def has_pdf(self) -> bool:
        """Whether the final PDF is attached already."""
        files = self.document.attachments
        return bool(files) and files[0].content_type == PDF

    def fields(self) -> list[dict]:
        """The final PDF where it is missing, the seal, and where the document is kept."""
        found = []
        help_text = _("The signed scan is attached; choose a file only to replace it.")
        found.append(
            file_field(
                "files",
                _("Final PDF"),
                ("pdf",),
                required=not self.has_pdf,
                help=help_text if self.has_pdf else _("The signed and sealed paper, as PDF."),
            )
        )
        if self.document.sealed_at is None:
            found.append(
                {
                    "name": "sealed",
                    "label": _("Seal"),
                    "kind": "checks",
                    "width": 12,
                    "options": [("yes", _("The seal of the body is on it"))],
                    "value": (),
                }
            )
        return [*found, *self._against(), *filing.fields(self.document)]

    def _against(self) -> Iterator[dict]:
        """What stands in the way, and why it is issued nevertheless."""
        found = obstacles.of(self.document)
        if found:
            said = " ".join(errors.message(one, self.view.request) for one in found)
            yield words("despite", _("Why it is issued nevertheless"), 2, help=said)

    def perform(self):
        """Issue it, and keep it; where it is kept is read before anything is written."""
        sealed = self.view.text("sealed") == "yes"
        case_file = filing.chosen(self.document, self.view.text)
        despite = self.view.text("despite")
        actions.issue(self.document, self.sent_all(), sealed=sealed, despite=despite)
        filing.keep(self.document, case_file())
        sent = deliveries.of(self.document)
        inside = sum(bool(one.incoming_uid) for one in sent)
        told = {"symbol": self.document.symbol, "n": len(sent), "inside": inside}
        if inside == len(sent):
            return _("${symbol} is issued to ${n} recipients, all in the system.", mapping=told)
        return _(
            "${symbol} is issued to ${n} recipients; ${inside} of them have it in the system, "
            "the others are in the dispatch register.",
            mapping=told,
        )


class NoteDelivery(OutgoingAct):
    """What became of a letter by post or by hand."""

    title = _("Note a delivery outside")
    send = _("Note it")
    icon = "out"

    def fields(self) -> list[dict]:
        """Whose, how far, a note."""
        outside = [one for one in deliveries.of(self.document) if not one.incoming_uid]
        names = [(one.recipient.key, one.recipient.name) for one in outside]
        states = [(state, DELIVERIES[state][1]) for state in deliveries.OUTSIDE]
        asked = self.view.request.form.get("recipient", "")
        chosen = next((one for one in outside if one.recipient.key == asked), None)
        return [
            {
                "name": "recipient",
                "label": _("Recipient"),
                "kind": "select",
                "width": 12,
                "options": names,
                "value": asked,
            },
            {
                "name": "state",
                "label": _("Stands"),
                "kind": "radio",
                "width": 12,
                "options": states,
                "value": chosen.state if chosen is not None else "arrived",
            },
            note(rows=1, maxlength=500, placeholder=_("for example the number of the receipt")),
        ]

    def perform(self):
        """Note it."""
        recipient, state = self.view.text("recipient"), self.view.text("state")
        actions.note_delivery(self.document, recipient, state, note=self.view.text("note"))
        return _("The delivery is noted.")
