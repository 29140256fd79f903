"""The forms in which staff publish: ``@@publish`` a document, ``@@publication`` of one."""

from datetime import date
from functools import cached_property
from vanphong import _
from vanphong.calendars import clock
from vanphong.documents.browser.scope import may
from vanphong.documents.values import read_date
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.portal import actions
from vanphong.portal import publications
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


class PublicationForm(PublishForm):
    """Change, review or withdraw; ``context`` is the publication."""

    title = _("Publication")
    send = _("Save the change")
    note = ""

    @property
    def publication(self):
        """The publication."""
        return self.context

    @cached_property
    def document(self):
        """The document behind it."""
        return publications.document_of(self.context)

    @property
    def url(self) -> str:
        """Address of the form."""
        return f"{self.context.absolute_url()}/@@publication"

    def next_url(self) -> str:
        """The same page."""
        return self.url

    @property
    def state(self) -> tuple[str, str]:
        """Tint and words of the state."""
        return STATES[self.context.state]

    @property
    def facts(self) -> list[str]:
        """Who did what, for the record."""
        publication = self.context
        who = {"who": publication.asked_by_title, "day": _written(publication.asked_on)}
        found = [_("Published by ${who}, ${day}", mapping=who)]
        if publication.approved_by_title:
            told = {"who": publication.approved_by_title}
            found.append(_("Let through by ${who}", mapping=told))
        if publication.state == State.WITHDRAWN and publication.withdrawn_on:
            told = {
                "who": publication.withdrawn_by_title,
                "day": _written(publication.withdrawn_on),
            }
            found.append(_("Withdrawn by ${who}, ${day}", mapping=told))
        if publication.reason:
            found.append(_("Reason: ${reason}", mapping={"reason": publication.reason}))
        return found

    @property
    def standing(self) -> dict:
        """What is kept."""
        publication = self.context
        return {
            "published_on": publication.published_on,
            "expires_on": publication.expires_on,
            "category": publication.category,
            "summary": publication.summary,
            "files": list(publication.file_uids[1:]),
            "links": "\n".join(f"{one.title} | {one.url}" for one in publication.links),
        }

    @property
    def reason(self) -> dict:
        """The field of the review and the withdrawal."""
        return {
            "name": "reason",
            "label": _("Reason"),
            "kind": "textarea",
            "rows": 2,
            "width": 12,
            "maxlength": actions.LONGEST,
        }

    @property
    def may_change(self) -> bool:
        """Whether there is something to change."""
        return self.context.state != State.WITHDRAWN

    @property
    def may_review(self) -> bool:
        """Whether this person is asked for a review."""
        return self.context.state == State.WAITING and may(actions.APPROVE, self.context)

    def act(self):
        """Whichever button was pressed."""
        name = self.text("do")
        if name not in ("save", "unpublish", "approve", "refuse"):
            raise InvalidInput(mark("Choose what to do."))
        return getattr(self, f"_{name}")()

    def _save(self):
        actions.change_publication(self.context, **self.values)
        return _("The change is saved.")

    def _unpublish(self):
        actions.unpublish(self.context, reason=self.text("reason"))
        return _("It is shown no longer; the record stays.")

    def _approve(self):
        actions.approve_publication(self.context, reason=self.text("reason"))
        return _("The document is published.")

    def _refuse(self):
        actions.approve_publication(self.context, accept=False, reason=self.text("reason"))
        return _("It is not published; who asked for it is told why.")


def _day(name: str, label: str, standing: dict, hint: str) -> dict:
    return {
        "name": name,
        "label": label,
        "kind": "date",
        "hint": hint,
        "value": _written(standing[name]),
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


def _written(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
