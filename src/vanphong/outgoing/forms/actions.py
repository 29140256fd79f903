"""What is done to templates: bring one, replace its file, take it out of use."""

from datetime import date
from io import BytesIO
from plone.dexterity.utils import createContent
from typing import BinaryIO
from vanphong.attachments.actions import accept
from vanphong.attachments.content import Attachment
from vanphong.calendars import clock
from vanphong.documents import catalogues
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.organisation import directory
from vanphong.outgoing.forms import library
from vanphong.outgoing.forms.accept import accept_template
from vanphong.outgoing.forms.interfaces import TemplateAdded
from vanphong.outgoing.forms.interfaces import TemplateReplaced
from vanphong.outgoing.forms.interfaces import TemplateRetired
from zope.event import notify


MANAGE = "vanphong: Manage Office"
ADMINISTRATOR = _("an administrator")


@office_act("add_template", MANAGE, ADMINISTRATOR)
def add_template(
    folder,
    title: str,
    name: str,
    stream: BinaryIO,
    *,
    document_types: tuple[str, ...] = (),
    body_uid: str = "",
    valid_from: date | None = None,
    valid_to: date | None = None,
):
    """Bring a template; see ``accept_template`` for what is refused.

    :param name: of the file.
    :param document_types: codes of the types that it is offered for; () for all.
    :raises InvalidInput: the file is refused, or a value is not one of its list.
    """
    title = title.strip()
    if not title:
        raise InvalidInput(_("“${name}” is missing."), field="title", name=_("Name"))
    _check_places(document_types, body_uid)
    if valid_from and valid_to and valid_to < valid_from:
        raise InvalidInput(_("The last day lies before the first."), field="valid_to")
    files = _files(name, stream, document_types)
    template = createContent("LetterTemplate", title=title)
    template.id = f"mau-{files[0].uid[:12]}"
    template.attachments, template.body_uid = files, body_uid
    template.document_types = tuple(document_types)
    template.valid_from, template.valid_to = valid_from, valid_to
    folder._setObject(template.id, template, set_owner=False)
    template = folder[template.id]
    done("add_template", template, template=title, **_file_facts(files[0]))
    notify(TemplateAdded(template))
    return template


@office_act("replace_template", MANAGE, ADMINISTRATOR)
def replace_template(template, name: str, stream: BinaryIO):
    """Replace the file; drafts that were made from the old one stay as they are.

    :raises InvalidInput: the file is refused.
    :raises Conflict: the template is out of use, or has this very file.
    """
    _refuse_retired(template)
    files = _files(name, stream, template.document_types)
    before = template.file
    if files[0].sha256 == before.sha256:
        raise Conflict(_("The template has this very file already."), field="file")
    template.attachments = files
    done("replace_template", template, replaced=before.sha256, **_file_facts(files[0]))
    notify(TemplateReplaced(template))
    return template


@office_act("retire_template", MANAGE, ADMINISTRATOR)
def retire_template(template, last_day: date | None = None):
    """Take a template out of use after a day, today when none is given.

    :raises Conflict: it is out of use already.
    :raises InvalidInput: the day lies before its first one.
    """
    _refuse_retired(template)
    last_day = last_day or clock.today()
    if template.valid_from and last_day < template.valid_from:
        raise InvalidInput(_("The last day lies before the first."), field="valid_to")
    template.valid_to = last_day
    done("retire_template", template, valid_to=last_day.isoformat())
    notify(TemplateRetired(template))


def _refuse_retired(template) -> None:
    if template.valid_to and template.valid_to <= clock.today():
        raise Conflict(
            _("The template “${title}” is out of use since ${day}."),
            title=template.title,
            day=template.valid_to,
        )


def _check_places(document_types: tuple[str, ...], body_uid: str) -> None:
    known = catalogues.document_types()
    for code in document_types:
        if code not in known:
            raise InvalidInput(
                _("“${code}” is not a type of document."), field="document_types", code=code
            )
    if body_uid and directory.unit_object(body_uid) is None:
        raise InvalidInput(_("This body does not exist any more."), field="body_uid")


def _files(
    name: str, stream: BinaryIO, document_types: tuple[str, ...]
) -> tuple[Attachment, Attachment]:
    """The DOCX and what it looks like, both checked like every file that comes in."""
    data = stream.read()
    filled = accept_template(data, library.example_for(document_types)).filled
    return (
        accept(name, BytesIO(data), role="template"),
        accept("vi-du.docx", BytesIO(filled), role="example"),
    )


def _file_facts(file: Attachment) -> dict[str, str]:
    return {"file": file.filename, "sha256": file.sha256}
