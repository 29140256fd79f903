"""Acts of whom the draft lies with: vouch for content and form, approve, sign, send back."""

from vanphong import _
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.outgoing import actions
from vanphong.outgoing import rules
from vanphong.outgoing.browser.act_draft import holder
from vanphong.outgoing.browser.act_form import OutgoingAct
from vanphong.outgoing.rules import CHECKLIST
from vanphong.routing.rules.routes import name_of
from vanphong.ui import format as fmt
from vanphong.ui.browser.fields import note
from vanphong.ui.browser.fields import reason


OPEN = mark("Answer every question; ${n} are open.")
NO = mark("Answered with no: send the draft back with the reason.")


class _Passes(OutgoingAct):
    """Ends one's step; says where the document goes."""

    icon = "check"

    def fields(self) -> list[dict]:
        """A note, if there is one."""
        return [note(autofocus=True)]

    def do(self) -> None:
        """The act itself."""
        raise NotImplementedError

    def perform(self):
        """Do it, and say who has it now."""
        self.do()
        return _("Done; it lies with ${who} now.", mapping={"who": holder(self.document)})


class CheckContent(_Passes):
    """The head of the drafting unit vouches for the content."""

    title = _("Vouch for the content")
    send = _("The content is right")
    ends_here = True

    @property
    def intro(self) -> str:
        """Whom it goes to next, and what is vouched for."""
        return _(
            "You answer to the head of the body and before the law for the content of version "
            "${number}.",
            mapping={"number": _number(self.situation)},
        )

    def do(self) -> None:
        """Vouch."""
        actions.check_content(self.document, note=self.view.text("note"))


class Appraise(_Passes):
    """The Office vouches for the form, question by question."""

    title = _("Appraise the form")
    send = _("The form is right")
    ends_here = True

    @property
    def intro(self) -> str:
        """What the answers mean."""
        return _(
            "Answer every question for version ${number}. With a no, send the draft back.",
            mapping={"number": _number(self.situation)},
        )

    def fields(self) -> list[dict]:
        """A line for each question, the article beside it; then a note."""
        answers = [("yes", _("Yes")), ("none", _("Not in it")), ("no", _("No"))]
        lines = [
            {
                "name": item_name(item.code),
                "label": _(item.question),
                "kind": "radio",
                "width": 12,
                "options": answers,
                "value": "",
                "help": item.article,
            }
            for item in CHECKLIST
        ]
        return [*lines, note()]

    def check(self) -> None:
        """Every question has its answer."""
        super().check()
        answers = [(item, self.view.text(item_name(item.code))) for item in CHECKLIST]
        for item, answer in answers:
            if answer and answer not in rules.ANSWERS:
                name = item_name(item.code)
                self.view.fail(InvalidInput(NO, field=name, rule=item.article))
        missing = [item for item, answer in answers if not answer]
        if missing:
            name = item_name(missing[0].code)
            self.view.fail(InvalidInput(OPEN, field=name, n=len(missing)))

    def do(self) -> None:
        """Vouch."""
        answers = {item.code: self.view.text(item_name(item.code)) for item in CHECKLIST}
        actions.appraise(self.document, answers, note=self.view.text("note"))


class Approve(_Passes):
    """A leader approves the draft."""

    title = _("Approve the draft")
    send = _("Approve it")

    @property
    def intro(self) -> str:
        """What happens next."""
        if self.situation.step is not None and self.situation.step.action == "sign":
            return _("It may then be printed, signed on paper and recorded by the records clerk.")
        return ""

    def do(self) -> None:
        """Approve."""
        actions.approve(self.document, note=self.view.text("note"))


class Sign(_Passes):
    """The signer signs."""

    title = _("Sign the document")
    send = _("Sign")
    icon = "pen"
    look = "official"
    ends_here = True

    @property
    def intro(self) -> str:
        """In what form, and what becomes of it."""
        lines = " / ".join(self.document.signer_lines) or self.situation.me.title
        told = {"lines": lines, "number": _number(self.situation)}
        return _("You sign version ${number} as: ${lines}.", mapping=told)

    def do(self) -> None:
        """Sign."""
        actions.sign(self.document, note=self.view.text("note"))


class SendBack(OutgoingAct):
    """Give it back with the reason."""

    title = _("Send the draft back")
    send = _("Send back")
    icon = "back"
    ends_here = True

    def fields(self) -> list[dict]:
        """Why, and to whom."""
        ways = [
            (
                one.step.id,
                _("${who}, ${part}", mapping={"who": one.actor_title, "part": called(one)}),
            )
            for one in self.situation.ways_back
        ]
        where = {
            "name": "to",
            "label": _("Back to"),
            "kind": "radio",
            "width": 12,
            "options": ways,
            "value": ways[0][0] if ways else "",
        }
        return [reason(_("What is to be changed"), rows=4), *([where] if len(ways) > 1 else [])]

    def perform(self):
        """Send back."""
        text, to = self.view.text("reason"), self.view.text("to")
        actions.send_back(self.document, reason=text, to=to)
        return _("Sent back to ${who}.", mapping={"who": holder(self.document)})


def called(planned) -> str:
    """What a step of the way asks for, as a message."""
    return _(name_of(planned.step))


def item_name(code: str) -> str:
    """Name of the field that answers a question of the checklist."""
    return f"check-{code}"


def _number(situation) -> str:
    version = situation.version
    return fmt.number(version.number) if version is not None else "–"
