"""Content type Task."""

from plone.autoform import directives
from plone.supermodel import model
from vanphong import _
from vanphong.documents.content import OfficeDocument
from vanphong.routing.rules import RUNNING
from vanphong.routing.rules import Action
from vanphong.routing.sheet import steps_of
from vanphong.tasks.interfaces import ITask
from zope import schema
from zope.interface import implementer


class ITaskFields(model.Schema):
    """The one field that Plone itself shows; everything else is changed by acts."""

    subject = schema.Text(title=_("What is to be done"), max_length=2000)
    directives.write_permission(subject="vanphong.AddRecord")


@implementer(ITask)
class Task(OfficeDocument):
    """What one unit or person leads, with its own routing sheet.

    It has the attributes that lists and search ask of every routed document; those of paper
    (register, number, issuing body) say who gave it and from what.
    """

    # no type hints here: Zope's annotations would go into the __annotations__ of the class
    direction = "task"
    subject = ""
    giver = ""
    giver_title = ""
    entered_by = ""
    entered_by_title = ""
    created_at = None
    #: The line that it is from: the document, its symbol, number and page of the line, its words.
    source_uid = ""
    source_symbol = ""
    line = 0
    page = 0
    quote = ""
    case_file_uid = ""
    parent_uid = ""
    urgency = "normal"
    #: vanphong.tasks.rules.tasks.Progress and Item values.
    progress_notes = ()
    checklist = ()
    #: The document that is the result.
    reply_uid = ""
    reply_symbol = ""
    cancelled_at = None
    cancelled_by = ""
    cancel_reason = ""
    # what every document has and a task has not
    register_uid = ""
    period = ""
    number = None
    suffix = ""
    label = ""
    document_type = ""
    organ_id = ""
    issued_date = None
    secrecy = "normal"
    field = ""
    language = ""
    note = ""
    signer_position = ""
    signer_name = ""
    document_identifier = ""
    duplicate_key = ""
    to_places = ""
    page_amount = None

    @property
    def symbol(self):
        """Symbol of the document that it is from."""
        return self.source_symbol

    @property
    def organ_name(self):
        """Who gave it."""
        return self.giver_title

    @property
    def arrived_at(self):
        """When it was given."""
        return self.created_at

    @property
    def registered_at(self):
        """When it was given."""
        return self.created_at

    @property
    def registered_by(self):
        """Who typed it."""
        return self.entered_by_title or self.giver_title

    @property
    def lead(self):
        """The step of whoever leads, the latest one; None before there is any."""
        found = [one for one in steps_of(self) if one.action is Action.LEAD and not one.parent]
        return found[-1] if found else None

    @property
    def due_at(self):
        """When the lead has to be done."""
        return None if self.lead is None else self.lead.due

    @property
    def holder(self):
        """The step that has the work now, or had it last: a person's before the unit's."""
        steps = [one for one in steps_of(self) if one.action in (Action.LEAD, Action.DIRECT)]
        running = [one for one in steps if one.awaits] or [
            one for one in steps if one.state in RUNNING
        ]
        found = running or [one for one in steps if one.action is Action.LEAD] or steps
        return found[-1] if found else None

    @property
    def progress(self):
        """How far it is, in percent."""
        return self.progress_notes[-1].percent if self.progress_notes else 0
