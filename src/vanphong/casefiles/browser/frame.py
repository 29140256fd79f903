"""What all forms of case files have in common."""

from functools import cached_property
from plone import api
from vanphong import _
from vanphong.casefiles.browser import words
from vanphong.organisation import directory
from vanphong.ui.browser.form import OfficeForm


class CaseForm(OfficeForm):
    """A form with crumbs, a notice and a bar; subclasses say ``fields``, ``button``, ``act``."""

    rail_id = "casefiles"
    page_class = "vp-narrow"
    button: dict = {}
    notice = ""
    subtitle = ""
    sends_files = False

    @property
    def crumbs(self) -> list[dict]:
        """The way back."""
        url = f"{api.portal.get().absolute_url()}/@@case-files"
        return [{"title": _("Case files"), "url": url}, *self.parents]

    @property
    def parents(self) -> list[dict]:
        """Crumbs below the list of files."""
        return [{"title": self.context.code, "url": self.context.absolute_url()}]

    @property
    def fields(self) -> list[dict]:
        """For the macros ``field`` and ``pick``."""
        return []

    @property
    def send_bar(self) -> dict:
        """The act, and the way back."""
        back = {"url": self.back_url, "title": _("Back"), "kind": "text"}
        return {"acts": [{"kind": "work", "primary": True, **self.button}, back]}

    @property
    def back_url(self) -> str:
        """Where Back leads."""
        return self.context.absolute_url()


class Particulars:
    """Fields of a file, for forms that open or change one."""

    def particulars(self, value, *, with_end: bool) -> list[dict]:
        """Inputs; ``value(name)`` gives what stands there now."""
        found = [
            {
                "name": "title",
                "label": _("Title of the file"),
                "kind": "textarea",
                "width": 12,
                "required": True,
                "maxlength": 500,
                "autofocus": True,
                "value": value("title"),
                "help": _("What it is about, of whom, when: for example “Hồ sơ hội nghị …”."),
            },
            {
                "name": "retention",
                "label": _("Retention period"),
                "kind": "select",
                "width": 4,
                "required": True,
                "options": self._periods(value("retention")),
                "value": value("retention"),
                "help": self.retention_help,
            },
            {
                "name": "rights",
                "label": _("Terms of use"),
                "kind": "select",
                "width": 8,
                "options": [("conditional", _RIGHTS[0]), ("public", _RIGHTS[1])],
                "value": value("rights") or "conditional",
            },
            {
                "name": "started_on",
                "label": _("Begun on"),
                "kind": "date",
                "width": 4,
                "value": _day(value("started_on")),
            },
        ]
        if with_end:
            found.append(
                {
                    "name": "ended_on",
                    "label": _("Ended on"),
                    "kind": "date",
                    "width": 4,
                    "value": _day(value("ended_on")),
                    "help": _("When the work is finished; retention counts from that year."),
                }
            )
        return [*found, *_rest(value)]

    @cached_property
    def retention_help(self):
        """Why a period is proposed, "" where none is."""
        return ""

    def _periods(self, value) -> list[tuple[str, str]]:
        found = words.periods()
        if value and value not in [one for one, _title in found]:
            found.append((value, value))
        return found


_RIGHTS = (_("Conditional: the roster of the file"), _("Open: everybody in the unit"))


def _rest(value) -> list[dict]:
    return [
        {
            "name": "paper_location",
            "label": _("Papers kept at"),
            "width": 12,
            "value": value("paper_location"),
            "maxlength": 200,
            "placeholder": "Phòng 203, tủ 2, hộp 14",
        },
        {
            "name": "keywords",
            "label": _("Keywords"),
            "width": 6,
            "value": value("keywords"),
            "maxlength": 200,
        },
        {
            "name": "language",
            "label": _("Language"),
            "width": 6,
            "value": value("language") or "Tiếng Việt",
            "maxlength": 50,
        },
        {
            "name": "note",
            "label": _("Note"),
            "kind": "textarea",
            "width": 12,
            "value": value("note"),
            "maxlength": 500,
        },
    ]


def _day(value) -> str:
    return f"{value:%d/%m/%Y}" if value else ""


def staff_groups(body) -> list[dict]:
    """Everybody in a body by unit, for the macro ``pick``."""
    groups: dict[str, dict] = {}
    for person in directory.staff(body):
        group = groups.setdefault(
            person.unit_uid, {"id": person.unit_uid, "title": person.unit_title, "options": []}
        )
        group["options"].append(
            {"value": person.user_id, "title": person.title, "hint": person.fullname}
        )
    return list(groups.values())
