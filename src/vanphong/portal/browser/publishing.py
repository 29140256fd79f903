"""The form in which staff publish a document: ``@@publish``."""

from datetime import date
from functools import cached_property
from vanphong import _
from vanphong.calendars import clock
from vanphong.documents.browser.scope import may
from vanphong.documents.values import read_date
from vanphong.portal import actions
from vanphong.portal import settings
from vanphong.portal.rules import State
from vanphong.ui import format as fmt
from vanphong.ui.browser.form import OfficeForm


STATES = {
    State.WAITING: ("soon", _("waits for review")),
    State.PUBLISHED: ("done", _("published")),
    State.WITHDRAWN: ("line", _("withdrawn")),
}


class PublishForm(OfficeForm):
    """Publish an issued document; ``context`` is the document."""

    title = _("Publish on the portal")
    send = _("Publish")
    rail_id = "outgoing"
    publication = None

    def __init__(self, context, request) -> None:
        super().__init__(context, request)
        self.made = None

    @property
    def document(self):
        """The document that is shown."""
        return self.context

    @property
    def url(self) -> str:
        """Address of the form."""
        return f"{self.context.absolute_url()}/@@publish"

    @property
    def crumbs(self) -> list[dict]:
        """The way back."""
        document = self.document
        return [{"title": document.symbol or document.title, "url": document.absolute_url()}]

    @property
    def note(self) -> str:
        """What happens when it is sent."""
        if settings.setting("needs_review") and not may(actions.APPROVE, self.context):
            return _("The Office reviews it before everybody can see it.")
        return _("Everybody can read it and its files on the portal, without logging in.")

    @property
    def standing(self) -> dict:
        """What the form begins with: the values of a publication, or the usual ones."""
        return {
            "published_on": clock.today(),
            "expires_on": None,
            "category": "",
            "summary": "",
            "files": [],
            "links": "",
        }

    @cached_property
    def fields(self) -> list[dict]:
        """For the macro ``field``."""
        standing = self.standing
        categories = [(one.code, one.title) for one in settings.categories().values()]
        found = [
            _day("published_on", _("Published on"), standing, _("may lie ahead")),
            _day("expires_on", _("Shown until"), standing, _("empty: without end")),
            {
                "name": "category",
                "label": _("Category"),
                "kind": "select",
                "options": categories,
                "value": standing["category"],
            },
            _text("summary", _("Summary"), standing, 3, _("What a citizen should know of it.")),
            _text("links", _("Links"), standing, 3, _("One per line: title | address.")),
        ]
        return found[:3] + self._file_fields(standing) + found[3:]

    def _file_fields(self, standing: dict) -> list[dict]:
        more = [one for one in self.document.attachments[1:] if not one.is_held]
        if not more:
            return []
        field = {
            "name": "files",
            "label": _("Files shown beside the signed PDF"),
            "kind": "checks",
            "width": 12,
            "options": [(one.uid, f"{one.filename} ({fmt.size(one.size)})") for one in more],
            "value": standing["files"],
        }
        return [field]

    @property
    def main_file(self) -> str:
        """Name and size of the signed PDF."""
        if not self.document.attachments:
            return ""
        main = self.document.attachments[0]
        return f"{main.filename} ({fmt.size(main.size)})"

    @property
    def send_bar(self) -> dict:
        """For the macro of the same name."""
        act = {
            "name": "do",
            "value": "save",
            "title": self.send,
            "icon": "check",
            "kind": "official",
            "primary": True,
        }
        return {"sentence": self.note, "acts": [act]}

    @property
    def values(self) -> dict:
        """What was typed, as the acts take it."""
        return {
            "published_on": self.day("published_on"),
            "expires_on": self.day("expires_on"),
            "category": self.text("category"),
            "summary": self.text("summary"),
            "files": self.texts("files"),
            "links": self.text("links"),
        }

    def day(self, name: str) -> date | None:
        """A typed day; None for none."""
        text = self.text(name)
        return read_date(text, name) if text else None

    def act(self):
        """Publish it."""
        self.made = actions.publish(self.context, **self.values)
        if self.made.state == State.WAITING:
            return _("It waits for review by the Office.")
        return _("The document is published.")

    def next_url(self) -> str:
        """The publication."""
        return f"{self.made.absolute_url()}/@@publication"


def _day(name: str, label: str, standing: dict, hint: str) -> dict:
    return {
        "name": name,
        "label": label,
        "kind": "date",
        "hint": hint,
        "value": written(standing[name]),
    }


def _text(name: str, label: str, standing: dict, rows: int, help_: str) -> dict:
    return {
        "name": name,
        "label": label,
        "kind": "textarea",
        "rows": rows,
        "width": 12,
        "maxlength": 4000,
        "help": help_,
        "value": standing[name],
    }


def written(day: date | None) -> str:
    """A day as it is typed, "" for none."""
    return f"{day:%d/%m/%Y}" if day else ""
