"""Acts of who drafts: submit, withdraw, new version, remark, ask for and give opinions."""

from vanphong import _
from vanphong.calendars import clock
from vanphong.errors import OfficeError
from vanphong.organisation import directory
from vanphong.outgoing import actions
from vanphong.outgoing.browser.act_form import OutgoingAct
from vanphong.outgoing.browser.act_form import file_field
from vanphong.routing.rules import Action
from vanphong.routing.rules.routes import running
from vanphong.routing.sheet import steps_of
from vanphong.ui.browser.fields import day
from vanphong.ui.browser.fields import note
from vanphong.ui.browser.fields import words


#: Kinds of a draft's text: what can be changed further, and what cannot.
TEXTS = ("docx", "odt", "pdf", "doc")


class Submit(OutgoingAct):
    """Send the draft on its way."""

    title = _("Submit the draft")
    send = _("Submit")
    icon = "send"

    @property
    def intro(self) -> str:
        """To whom it goes, and whom it passes."""
        planned = self.situation.planned
        if isinstance(planned, OfficeError):
            return ""
        _route, plan = planned
        ahead = [one for one in running(plan) if one.step.action is not Action.DRAFT]
        names = [one.actor_title for one in ahead if one.actor_title]
        if not names:
            return ""
        told = {"first": names[0], "rest": " → ".join(names[1:]) or "–"}
        return _("It goes to ${first}; then: ${rest}.", mapping=told)

    def look_first(self) -> None:
        """Say at once why it cannot be submitted."""
        if isinstance(self.situation.planned, OfficeError):
            raise self.situation.planned

    def fields(self) -> list[dict]:
        """A note for who gets it."""
        return [note(label=_("Note for who gets it"), autofocus=True)]

    def perform(self):
        """Submit."""
        actions.submit(self.document, note=self.view.text("note"))
        return _("Submitted to ${who}.", mapping={"who": holder(self.document)})


class Withdraw(OutgoingAct):
    """One click; the form is only seen when it came too late."""

    title = _("Withdraw the draft")
    send = _("Take back")
    icon = "reload"

    def perform(self):
        """Withdraw."""
        actions.withdraw(self.document)
        return _("The draft is with you again.")


class AddVersion(OutgoingAct):
    """Give the draft another text."""

    title = _("New version of the draft")
    send = _("Add the version")
    icon = "upload"

    @property
    def intro(self) -> str:
        """What a new version undoes."""
        if not self.situation.valid:
            return ""
        return _("What was vouched for and approved counts for the old version only.")

    def fields(self) -> list[dict]:
        """The text, its annexes, what has changed."""
        return [
            file_field("files", _("Text of the draft"), TEXTS, required=True),
            file_field("more", _("Annexes"), multiple=True),
            note(label=_("What has changed"), maxlength=500),
        ]

    def perform(self):
        """Add it."""
        text = self.view.text("note")
        version = actions.add_version(self.document, self.sent_all(), note=text)
        return _("Version ${number} is kept.", mapping={"number": version.number})


class Comment(OutgoingAct):
    """Remark on a version."""

    title = _("Remark on the draft")
    send = _("Remark")
    icon = "chat"

    def fields(self) -> list[dict]:
        """The remark, and on which version."""
        numbers = [one.number for one in reversed(self.document.versions)]
        versions = [(n, _("Version ${number}", mapping={"number": n})) for n in numbers]
        chosen = self.view.text("version") or (numbers[0] if numbers else "")
        return [
            words("text", _("Remark"), 4, required=True, autofocus=True),
            {
                "name": "version",
                "label": _("On"),
                "kind": "select",
                "width": 4,
                "options": versions,
                "value": chosen,
            },
        ]

    def perform(self):
        """Keep it."""
        number = self.view.text("version")
        version = int(number) if number.isdecimal() else None
        actions.comment(self.document, self.view.text("text"), version=version)
        return _("The remark stands with the version.")


class AskOpinions(OutgoingAct):
    """Ask several at once, each by themselves."""

    title = _("Ask for opinions on the draft")
    send = _("Ask")
    icon = "users"
    sentence = _("${n} asked", mapping={"n": "{#to}"})

    def fields(self) -> list[dict]:
        """Whom, until when, about what."""
        return [
            {
                "name": "to",
                "label": _("Units and people"),
                "many": True,
                "required": True,
                "open": True,
                "prompt": _("Choose"),
                "groups": self._groups(),
            },
            words("text", _("What is asked"), 2),
            day("due", _("Until")),
        ]

    def _groups(self) -> list[dict]:
        body = directory.unit_object(self.document.body_uid)
        units = directory.units(self.document.body_uid, clock.today())
        own = directory.unit_object(self.document.drafting_unit)
        people = directory.people(own) if own is not None else ()
        leaders = directory.leaders(body) if body is not None else ()
        me = self.situation.me.user_id
        found = {one.user_id: one for one in (*people, *leaders) if one.user_id != me}
        return [
            {
                "id": "units",
                "title": _("Units"),
                "options": [
                    {"value": one.uid, "title": one.title, "short": one.short}
                    for one in units
                    if one.has_account
                    and one.uid not in (self.document.drafting_unit, self.document.body_uid)
                ],
            },
            {
                "id": "people",
                "title": _("Leaders and colleagues"),
                "options": [
                    {"value": one.user_id, "title": one.title, "hint": one.unit_title}
                    for one in found.values()
                ],
            },
        ]

    def _check_one(self, field: dict) -> None:
        if field["name"] != "to":
            super()._check_one(field)
        elif not self.view.texts("to"):
            self._refuse_empty(field)

    def perform(self):
        """Ask."""
        to = self.view.texts("to")
        text = self.view.text("text")
        actions.ask_opinions(self.document, to, due=self.day("due"), text=text)
        return _("${n} are asked for their opinion.", mapping={"n": len(to)})


class GiveOpinion(OutgoingAct):
    """Answer who asked."""

    title = _("Opinion on the draft")
    send = _("Send the opinion")
    icon = "chat"
    ends_here = True

    @property
    def intro(self) -> str:
        """What was asked, by whom."""
        step = next((one for one in self.situation.mine if one.action is Action.OPINE), None)
        if step is None:
            return ""
        asked = {"who": step.giver_title, "text": step.instruction}
        if not step.instruction:
            return _("${who} asks for your opinion.", mapping=asked)
        return _("${who} asks: ${text}", mapping=asked)

    def fields(self) -> list[dict]:
        """The opinion."""
        return [words("text", _("Opinion"), 6, required=True, autofocus=True, maxlength=5000)]

    def perform(self):
        """Send it."""
        actions.give_opinion(self.document, self.view.text("text"))
        return _("Your opinion is with who drafts it.")


def holder(document) -> str:
    """Whom the document lies with now, in words."""
    steps = steps_of(document)
    return ", ".join(one.actor_title for one in steps if one.awaits and one.route_step) or "–"
