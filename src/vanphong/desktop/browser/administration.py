"""Quản trị: where the office is set up, in the words of the office: ``@@administration``."""

from dataclasses import dataclass
from Products.Five import BrowserView
from vanphong import _
from vanphong.documents.browser.scope import may
from zope.i18nmessageid import Message


OFFICE = "vanphong: Manage Office"
USERS = "Plone Site Setup: Users and Groups"
MAIL = "Plone Site Setup: Mail"
PLONE = "Plone Site Setup: Overview"


@dataclass(frozen=True)
class Place:
    """A page on which something is set up, and who may open it."""

    view: str
    icon: str
    title: Message
    text: Message
    permission: str = OFFICE


@dataclass(frozen=True)
class Part:
    """Places that belong together."""

    title: Message
    places: tuple[Place, ...]


#: Every configlet of ours stands here, and what an office needs of Plone's own.
PARTS = (
    Part(
        _("People and units"),
        (
            Place("to-chuc", "home", _("Organisation"), _("Units, their people and functions.")),
            Place(
                "@@usergroup-userprefs",
                "users",
                _("Accounts"),
                _("Make an account, give a new password, lock one."),
                USERS,
            ),
            Place(
                "@@mail-controlpanel",
                "send",
                _("E-mail"),
                _("The server through which the office sends e-mail."),
                MAIL,
            ),
        ),
    ),
    Part(
        _("How documents go"),
        (
            Place(
                "@@routes",
                "route",
                _("Routes"),
                _("Which document takes which way, who holds it and for how long."),
                "vanphong: Manage Routes",
            ),
            Place(
                "@@workflows",
                "swap",
                _("Workflows and rights"),
                _("States, who sees, who edits, who passes a document on."),
                "vanphong: Manage Workflows",
            ),
            Place(
                "@@vanphong-calendar",
                "clock",
                _("Work calendar"),
                _("Working hours and holidays, by which every deadline is counted."),
            ),
            Place(
                "@@vanphong-documents",
                "file",
                _("Document catalogues"),
                _("Types of document, fields of work, quick phrases."),
            ),
            Place(
                "@@letter-templates",
                "pen",
                _("Letter templates"),
                _("The forms of Decree 30/2020, and your own."),
            ),
        ),
    ),
    Part(
        _("Keeping and publishing"),
        (
            Place("@@registers", "book", _("Registers"), _("Open and close books of numbers.")),
            Place(
                "@@vanphong-retention",
                "folder",
                _("Retention periods"),
                _("How long case files are kept, line by line."),
            ),
            Place(
                "@@vanphong-archive",
                "in",
                _("Submission to the archive"),
                _("Until when files are given up, when is reminded."),
            ),
            Place(
                "@@vanphong-schedules",
                "cal",
                _("Work schedules"),
                _("Until when units propose, when is reminded of meetings."),
            ),
            Place(
                "@@vanphong-portal",
                "eye",
                _("Public portal"),
                _("Name, emblem, colours, categories, review before publishing."),
            ),
        ),
    ),
    Part(
        _("The system"),
        (
            Place(
                "@@health",
                "chart",
                _("State of the system"),
                _("What runs, what is missing, what is to be done."),
            ),
            Place("@@jobs", "play", _("Background jobs"), _("What is done, waits or has failed.")),
            Place(
                "@@vanphong-files",
                "clip",
                _("Files and virus scanner"),
                _("Which files may come in, how large, and who scans them."),
            ),
            Place(
                "@@quarantine",
                "lock",
                _("Quarantine"),
                _("Files that nobody may open until you decide."),
                "vanphong: Manage Quarantine",
            ),
            Place(
                "@@overview-controlpanel",
                "gear",
                _("All settings of Plone"),
                _("Languages, add-ons, cache, content types; seldom needed."),
                PLONE,
            ),
        ),
    ),
)


class AdministrationView(BrowserView):
    """All places that the person may open."""

    title = _("Administration")
    rail_id = "administration"

    @property
    def parts(self) -> list[dict]:
        """Parts with at least one place."""
        found = [{"title": part.title, "places": self._places(part)} for part in PARTS]
        return [part for part in found if part["places"]]

    def _places(self, part: Part) -> list[dict]:
        url = self.context.absolute_url()
        return [
            {"url": f"{url}/{one.view}", "icon": one.icon, "title": one.title, "text": one.text}
            for one in part.places
            if may(one.permission, self.context)
        ]
