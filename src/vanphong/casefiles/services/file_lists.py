"""``@file-lists`` on a body, and a file list itself."""

from dataclasses import replace
from vanphong.casefiles import actions
from vanphong.casefiles import places
from vanphong.casefiles.actions.lists import new_uid
from vanphong.casefiles.rules import file_list as lists
from vanphong.casefiles.rules import retention
from vanphong.casefiles.rules.file_list import Kind
from vanphong.casefiles.rules.file_list import Line
from vanphong.casefiles.services.shown import shown
from vanphong.casefiles.services.shown import shown_list
from vanphong.documents.browser.scope import may
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger.services import ActService
from vanphong.ledger.services import LookService
from vanphong.ui.given import Given
from vanphong.ui.services import OfficeService


class FileListsGet(OfficeService):
    """The lists of a body that the person may see."""

    def answer(self):
        """The newest first, without their lines."""
        found = [one for one in places.file_lists(self.context.UID()) if may("View", one)]
        items = [shown_list(one) for one in found]
        return {
            "@id": f"{self.context.absolute_url()}/@file-lists",
            "items": [
                {name: value for name, value in one.items() if name != "lines"} for one in items
            ],
        }


class FileListsPost(ActService):
    """Begin the list of a year."""

    act = "start_file_list"

    def perform(self):
        """The new list."""
        year = self.body.whole("year")
        if year is None:
            raise InvalidInput(_("“${name}” is missing."), name="year", field="year")
        copy_from = self.body.whole("copy_from") or 0
        made = actions.start_list(self.context, year, copy_from=copy_from)
        self.created(made.absolute_url())
        return shown_list(made)


class FileListGet(LookService):
    """A list with its lines."""

    who = _("the people of the body, once it is approved")

    def look(self):
        """All of it."""
        return shown_list(self.context)


class FileListPatch(ActService):
    """Other lines, all of them in their order."""

    act = "edit_file_list"

    def perform(self):
        """The list as it is now."""
        raw = self.body.values.get("lines")
        if raw is not None and not isinstance(raw, list):
            raise InvalidInput(_("“${name}” must be a list."), name="lines", field="lines")
        actions.edit_list(
            self.context,
            (lambda old: old) if raw is None else (lambda old: tuple(_read(one) for one in raw)),
            revision=self.body.whole("revision"),
            numbering=self.body.text("numbering"),
        )
        return shown_list(self.context)


class FileListAct(ActService):
    """``@file-list/<submit|take_back|approve|return|open>``."""

    takes = 1

    DOING = {
        "submit": "submit_file_list",
        "take_back": "take_back_file_list",
        "approve": "approve_file_list",
        "return": "return_file_list",
        "open": "open_planned_files",
    }

    @property
    def act(self) -> str:
        """Name of the act that the path asks for."""
        return self.DOING.get("".join(self.path), "edit_file_list")

    def perform(self):
        """The list, or the files that were opened."""
        name = "".join(self.path)
        if name == "open":
            made = actions.open_planned(self.context, self.body.texts("lines"))
            return {"items": [shown(one, self.request) for one in made]}
        if name == "return":
            actions.return_list(self.context, reason=self.body.text("reason"))
        elif name in self.DOING:
            {
                "submit": actions.submit_list,
                "take_back": actions.take_back_list,
                "approve": actions.approve_list,
            }[name](self.context)
        else:
            raise InvalidInput(
                _("“${value}” is none of ${known}."), value=name, known=", ".join(self.DOING)
            )
        return shown_list(self.context)


def _read(raw: object) -> Line:
    if not isinstance(raw, dict):
        raise InvalidInput(_("“${name}” must be a list."), name="lines", field="lines")
    given = Given(raw)
    try:
        kind = Kind(given.text("kind"))
    except ValueError:
        raise InvalidInput(
            _("“${value}” is none of ${known}."),
            value=given.text("kind"),
            known=", ".join(Kind),
            field="lines",
        ) from None
    line = Line(
        given.text("uid") or new_uid(),
        kind,
        given.text("title"),
        given.text("abbreviation"),
        maker=given.text("maker"),
        maker_title=given.text("maker_title"),
        unit=given.text("unit"),
        note=given.text("note"),
    )
    if kind is Kind.FILE:
        line = replace(line, years=retention.parse_period(given.text("retention"), "lines"))
    return lists.check_line(line)
