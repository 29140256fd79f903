"""The roster of a file, put together by hand."""

from vanphong import _
from vanphong.casefiles import actions
from vanphong.casefiles import team
from vanphong.casefiles.browser import words
from vanphong.casefiles.browser.frame import CaseForm
from vanphong.casefiles.browser.frame import staff_groups
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.organisation import directory


class FileTeam(CaseForm):
    """``@@file-team``: who works on the file."""

    title = _("Who works on the file")
    button = {"name": "act", "value": "set", "title": _("Put on the roster"), "icon": "plus"}

    @property
    def notice(self):
        """What the roster is for."""
        return _(
            "Whoever is on the roster sees what lies in the file. A document opens by its own "
            "rights, or when whoever filed it has opened it to the roster."
        )

    @property
    def members(self) -> list[dict]:
        """Who is on it."""
        return [
            {"user_id": one.user_id, "title": one.title, "part": words.PARTS[one.part]}
            for one in team.members(self.context)
        ]

    @property
    def fields(self) -> list[dict]:
        """The person and the part."""
        body = directory.unit_object(self.context.body_uid)
        person = {
            "name": "person",
            "label": _("Person"),
            "groups": staff_groups(body),
            "prompt": _("Choose"),
            "required": True,
        }
        part = {
            "name": "part",
            "label": _("Part in the file"),
            "kind": "radio",
            "width": 12,
            "value": "contributor",
            "options": list(words.PARTS.items()),
        }
        return [person, part]

    def act(self):
        """Put somebody on the roster, or take somebody off."""
        leaving = self.text("remove")
        if leaving:
            actions.remove_member(self.context, leaving)
            return _("Taken off the roster.")
        if not self.text("person"):
            raise InvalidInput(mark("“${name}” is missing."), field="person", name=_("Person"))
        actions.set_member(self.context, self.text("person"), self.text("part"))
        return _("The roster is changed.")

    def next_url(self) -> str:
        """The roster again."""
        return f"{self.context.absolute_url()}/@@file-team"
