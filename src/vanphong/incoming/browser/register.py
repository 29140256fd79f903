"""Vào sổ: give an incoming document its number, from a scan or from the line of waiting ones.

Decree 30/2020, Articles 21 to 23.
"""

from collections.abc import Iterator
from functools import cached_property
from Products.statusmessages.interfaces import IStatusMessage
from vanphong import _
from vanphong.attachments.content import Attachment
from vanphong.attachments.settings import policy
from vanphong.calendars import clock
from vanphong.documents.browser import scan
from vanphong.documents.browser.uploads import uploads
from vanphong.incoming import actions
from vanphong.incoming.browser import register_number
from vanphong.incoming.browser.register_fields import NAMES
from vanphong.incoming.browser.register_form import ParticularsForm
from vanphong.incoming.browser.register_queue import Queue
from vanphong.incoming.browser.register_reading import ReadingForm
from vanphong.incoming.browser.register_reading import ReadingWaiting
from vanphong.ledger import documents
from vanphong.organisation import directory
from vanphong.ui import format as fmt
from vanphong.ui.browser.fields import main_act


class RegisterForm(ReadingForm, ParticularsForm):
    """A new document that came to the body."""

    title = _("Register an incoming document")
    permission = "vanphong: Register Incoming Document"
    registers = True

    @cached_property
    def body(self):
        """The body that receives."""
        return directory.body_of(self.context)

    @property
    def target(self):
        """What the act registers: the body, or a document that waits."""
        return self.body

    # the act

    def act(self):
        """Register, and present at once if that was asked for."""
        to = self.text("to") if self.text("act") == "present" else ""
        files = tuple(self._files())
        self.document = actions.register(
            self.target, self.raw, files, distinct=self.text("distinct"), present_to=to
        )
        number = self.document.label
        if not to:
            return _("Registered as number ${number}.", mapping={"number": number})
        leader = dict(self.leaders)[to]
        return _(
            "Registered as number ${number}, presented to ${leader}.",
            mapping={"number": number, "leader": leader},
        )

    def _files(self) -> Iterator[Attachment]:
        """The files that were sent, the main one first."""
        for name, role in (("file", "main"), ("more", "attachment")):
            yield from uploads(self.request.form, name, role)

    def next_url(self) -> str:
        """The next one of those that wait, else an empty form; it tells of this one."""
        url = self.queue.onward_url if self.own_uid else ""
        url = url or f"{self.body.absolute_url()}/@@register-incoming"
        return f"{url}?registered={self.document.UID()}"

    @property
    def lost_file(self) -> bool:
        """Whether a file was sent that the form cannot give back to the browser."""
        return self.tried and any(self.upload(name) is not None for name in ("file", "more"))

    def render(self):
        """The page; what was said of the last document stands with a link to it."""
        self.just_registered  # noqa: B018  # read before the frame shows all messages
        return super().render()

    # number and register

    @cached_property
    def arrived_at(self):
        """When the document came to the office."""
        return clock.now()

    @cached_property
    def forecast(self) -> register_number.Forecast:
        """The number it would get now."""
        return register_number.forecast(self.body, clock.now(), self.first_register)

    #: Title of the register that is opened where there never was one, "" for none.
    first_register = ""

    @property
    def deadlines(self) -> dict:
        """By when it is to be presented."""
        return register_number.deadlines(self.arrived_at)

    @cached_property
    def leaders(self) -> list[tuple[str, str]]:
        """Whom it may be presented to."""
        return actions.leaders_to_present_to(self.body)

    # the scan

    @property
    def viewer(self) -> dict:
        """For the macro of that name: the file that will be chosen."""
        return {"id": "scan", "pages": [], "title": _("Scan")}

    @property
    def drops(self) -> list[dict]:
        """Inputs for files."""
        files = policy()
        accepted = ",".join(sorted(f".{ending}" for ending in files.kinds))
        main = {
            "name": "file",
            "title": _("Scan or file of the document"),
            "accept": accepted,
            "max_bytes": files.max_size,
            "preview": "scan",
        }
        more = {
            "name": "more",
            "title": _("Annexes, other files"),
            "accept": accepted,
            "multiple": True,
        }
        return [main, more]

    # the line

    @cached_property
    def queue(self) -> Queue:
        """The documents that wait."""
        return Queue(self.body.UID(), self.request, self.own_uid)

    @cached_property
    def just_registered(self) -> dict | None:
        """The document that was registered before this one, with what is to be said of it."""
        uid = self.request.form.get("registered")
        rows = documents.found([uid]) if isinstance(uid, str) and uid else []
        if not rows or rows[0]["body_uid"] != self.body.UID():
            return None
        said = [one.message for one in IStatusMessage(self.request).show()]
        url = self.request.physicalPathToURL(rows[0]["path"].split("/"))
        return {"said": said, "url": url, "subject": rows[0]["subject"]} if said else None

    @property
    def row_date(self) -> str:
        """Day of arrival as the register's line writes it."""
        return fmt.day_month(self.arrived_at.date())

    @property
    def send_bar(self) -> dict:
        """For the macro of that name."""
        if not self.forecast.number:
            reason = _("The body has no open register. Ask the administrator to open one.")
            title = _("Register and present")
            return {"acts": [{"title": title, "disabled": reason, "kind": "official"}]}
        return {
            "acts": [
                {"value": "register", "title": _("Register, present later")},
                main_act("present", _("Register and present"), "book", "official"),
            ]
        }


class RegisterWaitingForm(ReadingWaiting, RegisterForm):
    """A document that waits for reception; what it brought is in the fields already."""

    def __call__(self):
        """One that has its number is not registered again."""
        if self.context.arrival_number is not None and self.request.method != "POST":
            self.request.response.redirect(self.context.absolute_url())
            return ""
        return super().__call__()

    @cached_property
    def body(self):
        """The body that received it."""
        return directory.unit_object(self.context.body_uid)

    @property
    def target(self):
        """The document."""
        return self.context

    @property
    def first_register(self) -> str:
        """What comes from within the office opens a register, whoever forgot to."""
        return actions.FIRST_REGISTER if self.context.origin_uid else ""

    @property
    def own_uid(self) -> str:
        """Its UID."""
        return self.context.UID()

    @cached_property
    def known(self) -> dict:
        """What is known of it."""
        return {name: getattr(self.context, name) for name in (*NAMES, "symbol_as_is")}

    @cached_property
    def arrived_at(self):
        """When it came."""
        return self.context.arrived_at

    @property
    def viewer(self) -> dict:
        """The pages of its files."""
        found = scan.viewer(self.context, self.request)
        if not self.request.form.get("file"):  # the main file is shown, which was read
            for number, page in enumerate(found["pages"], 1):
                page["hits"] = self.suggested.hits(number)
        return found

    @property
    def drops(self) -> list[dict]:
        """A document with a file may get others; one without still needs its own."""
        return super().drops[1:] if self.context.attachments else super().drops
