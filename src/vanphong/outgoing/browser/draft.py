"""Soạn văn bản đi: begin a draft, of its own or as the answer to an incoming document.

Decree 30/2020, Article 10.
"""

from functools import cached_property
from io import BytesIO
from vanphong import _
from vanphong.attachments.actions import accept
from vanphong.calendars import clock
from vanphong.documents import catalogues
from vanphong.documents.browser import scan
from vanphong.documents.browser.uploads import uploads
from vanphong.errors import RuleBroken
from vanphong.errors import mark
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.organisation.rules import LEADERS
from vanphong.organisation.rules import token
from vanphong.outgoing import actions
from vanphong.outgoing import drafting
from vanphong.outgoing import flows
from vanphong.outgoing import replies
from vanphong.outgoing.browser import draft_completions
from vanphong.outgoing.browser import words
from vanphong.outgoing.browser.act_draft import TEXTS
from vanphong.outgoing.browser.act_form import file_field
from vanphong.outgoing.browser.draft_form import DraftFormBase
from vanphong.outgoing.forms import library
from vanphong.outgoing.forms.render import render_draft
from vanphong.outgoing.lettering import letter_of
from vanphong.outgoing.rules import articles
from vanphong.ui.browser.fields import main_act


#: The first template of the type that is chosen.
AUTO = "auto"

#: Note of a version that was made so, as the trail keeps it.
MADE = "Tạo từ biểu mẫu"

ALIKE = mark("Another draft is about nearly the same. Look at it, then say that yours is not.")


class DraftForm(DraftFormBase):
    """A new draft of a unit."""

    title = _("Draft an outgoing document")
    begins = True

    def __call__(self):
        """Who belongs to another unit of the body drafts in that one."""
        if self.request.method != "POST" and not self._belongs(self.context):
            for position in people.me().positions:
                unit = directory.unit_object(position.unit_uid)
                if unit is not None and self._is_below(unit):
                    query = self.request.get("QUERY_STRING") or ""
                    target = f"{unit.absolute_url()}/@@draft-outgoing"
                    self.request.response.redirect(f"{target}?{query}" if query else target)
                    return ""
        return super().__call__()

    def _belongs(self, unit) -> bool:
        return directory.person_in(unit, people.me().user_id) is not None

    def _is_below(self, unit) -> bool:
        return directory.body_of(unit) == directory.body_of(self.context)

    @property
    def unit(self):
        """The drafting unit."""
        return self.context

    @cached_property
    def body(self):
        """The body that issues."""
        return directory.body_of(self.unit)

    # what it answers

    @cached_property
    def answered(self):
        """The document that it answers, None for none; refused to who may not read it."""
        return drafting.answered(self.text("reply_to"))

    @property
    def others(self) -> list[dict]:
        """Drafts on their way that answer the same document."""
        if self.answered is None:
            return []
        found = replies.answers(self.answered)
        return [{"subject": row["subject"], "stage": words.stage(row["state"])} for row in found]

    @property
    def may_overlap(self) -> bool:
        """Whether this person may let a second answer be drafted."""
        return token(LEADERS, self.unit.UID()) in people.me().tokens

    @cached_property
    def values(self) -> dict:
        """What the fields begin with: those of an answer, or of a letter of the unit."""
        if self.answered is not None:
            return replies.suggest_reply(self.answered, self.unit)
        code = (self.unit.symbol_code or "").strip()
        return {"archive_note": f"Lưu: VT, {code}" if code else "Lưu: VT"}

    @property
    def viewer(self) -> dict:
        """For the macro of that name: what is answered, else the place of the text."""
        if self.answered is not None:
            found = scan.viewer(self.answered, self.request)
            return {**found, "tabs": (), "title": self.answered.symbol or self.answered.label}
        return {"id": "scan", "pages": [], "title": _("Text")}

    # the text

    @property
    def drops(self) -> list[dict]:
        """Inputs for files."""
        return [
            file_field("files", _("Text that is written"), TEXTS, preview="scan"),
            file_field("more", _("Annexes"), multiple=True),
        ]

    @property
    def template_field(self) -> dict:
        """From which template the text is made, for the macro ``field``."""
        code = self.typed("document_type", self.values.get("document_type") or "cong-van")
        choices = library.templates_for(code, self.body.UID(), clock.today())
        own = [(one.key, one.title) for one in choices if one.own]
        return {
            "name": "template",
            "label": _("Make the file from a template"),
            "kind": "select",
            "width": 12,
            "options": [
                (AUTO, _("The form of Decree 30 for the type chosen")),
                *own,
                ("", _("No: the file is written or comes later")),
            ],
            "value": AUTO,
        }

    @property
    def text_field(self) -> dict:
        """The words of the letter, for the macro ``field``."""
        return {
            "name": "text",
            "label": _("Words of the document"),
            "kind": "textarea",
            "rows": 5,
            "width": 12,
            "maxlength": 20000,
            "placeholder": _("One paragraph a line; it may be completed in the file later."),
        }

    # the act

    @cached_property
    def similar(self) -> list[dict]:
        """Drafts on their way about nearly the same, once something was typed."""
        if not self.tried:
            return []
        found = flows.similar(self.unit, self.text("subject"), self.own_uid, self._words())
        return [{**one, "stage": words.stage(one["state"])} for one in found]

    def _words(self) -> str:
        """What is written: in the file that was sent, else in the field."""
        sent = self.upload("files")
        if sent is None:
            return self.text("text")
        sent.seek(0)
        content = sent.read()
        sent.seek(0)
        return flows.words_of(content)

    def check(self) -> None:
        """Fields first; then whether it is drafted twice."""
        super().check()
        if not self.errors and self.similar and not self.text("distinct"):
            self.fail(RuleBroken(ALIKE, field="distinct", rule=articles.DRAFT))

    def noted(self) -> dict:
        """The drafts about nearly the same: the text in a file is first read here."""
        return {"similar": draft_completions.named(self.similar, self.request)}

    def act(self):
        """Begin it, with its first version when there is a text."""
        files = self._files()
        document = actions.create_draft(
            self.unit,
            self.raw,
            files,
            reply_to=self.text("reply_to"),
            overlap_reason=self.text("overlap_reason"),
        )
        self.document = document
        if not files and self.text("template"):
            made = self._made(document)
            actions.add_version(document, [made], note=MADE)
        return _("The draft is begun. Read it through, then submit it.")

    def _files(self) -> tuple:
        form = self.request.form
        return (*uploads(form, "files", "main"), *uploads(form, "more", "attachment"))

    def _made(self, document):
        """The DOCX that is made from the template."""
        key = self.text("template")
        letter = letter_of(document, self.text("text"))
        if key == AUTO:
            choices = library.templates_for(
                document.document_type,
                document.body_uid,
                clock.today(),
                enclosing=letter.enclosed is not None,
            )
            key = choices[0].key
        made = render_draft(library.template(key), letter)
        name = catalogues.type_name(document.document_type)
        return accept(f"{name}.docx", BytesIO(made), role="main")

    def next_url(self) -> str:
        """The draft."""
        return self.document.absolute_url()

    @property
    def send_bar(self) -> dict:
        """For the macro of that name."""
        act = main_act("draft", _("Begin the draft"), "pen", name="send")
        return {"acts": [act]}
