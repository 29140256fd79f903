"""The page of a task, and the same page with the form of an act."""

from functools import cached_property
from plone import api
from Products.Five import BrowserView
from vanphong import _
from vanphong.casefiles import places as case_places
from vanphong.documents.browser import scope
from vanphong.incoming.browser import act_others
from vanphong.incoming.browser import act_step
from vanphong.incoming.browser import document_words
from vanphong.incoming.browser import step_offers
from vanphong.incoming.browser.said import said_to_me
from vanphong.ledger import tasks as ledger
from vanphong.routing.browser.history import HistoryPage
from vanphong.routing.browser.offers import Offer
from vanphong.routing.browser.offers import action_bar
from vanphong.routing.browser.page import ActPage
from vanphong.routing.browser.page import RoutedPage
from vanphong.routing.browser.page import note_visit
from vanphong.tasks import places
from vanphong.tasks.browser import acts
from vanphong.tasks.browser import words
from vanphong.tasks.browser.rows import Rows
from vanphong.tasks.browser.situation import Situation
from vanphong.tasks.browser.timeline import TaskTimeline
from vanphong.tasks.stages import Stages
from vanphong.ui import format as fmt
from vanphong.ui.browser.resources import static


ACTS = {
    "receive": act_step.Receive,
    "assign": act_step.Assign,
    "finish": acts.Finish,
    "hand_back": act_step.HandBack,
    "ask_extension": act_step.AskExtension,
    "take_back": act_others.TakeBack,
    "urge": act_others.Urge,
    "decide_extension": act_others.DecideExtension,
    "progress": acts.Progress,
    "give_anew": acts.GiveAnew,
    "cancel": acts.Cancel,
    "checklist": acts.Checklist,
    "tick": acts.Tick,
}


class TaskPage(RoutedPage):
    """What every page of a task shows; mixed into views."""

    rail_id = "tasks"
    page_class = ""
    holders_title = _("Who holds it?")
    history_title = _("Whole history")
    leave = _("Leave it")

    @cached_property
    def situation(self) -> Situation:
        """The task for this person."""
        return Situation(self.context, self.request)

    @cached_property
    def portal_url(self) -> str:
        """Address of the site."""
        return api.portal.get().absolute_url()

    @property
    def stages(self) -> Stages:
        """The stages of this task."""
        return Stages(self.context)

    @property
    def title(self) -> str:
        """For the window."""
        return self.context.subject[:120]

    @property
    def crumbs(self) -> list[dict]:
        """The way back: the list, the whole."""
        found = [{"title": _("Tasks"), "url": f"{self.portal_url}/@@tasks"}]
        whole = places.find(self.context.parent_uid)
        if whole is not None:
            found.append({"title": whole.subject[:60], "url": whole.absolute_url()})
        return found

    @property
    def sender(self) -> str:
        """Who gave it, for the page of its history."""
        return self.context.giver_title

    def stage(self, vp) -> str:
        """Badge of the stage."""
        return vp.badge(*words.stage(self.situation.stage))

    def due(self, vp) -> str:
        """Badge of the deadline."""
        step = self.context.lead
        if step is None or step.due is None or not self.situation.is_open:
            return ""
        day = f'<span class="muted small">{vp.moment(step.due)}</span>'
        return f'<span class="nowrap">{vp.lateness(self.situation.lateness(step))} {day}</span>'

    @property
    def percent(self) -> int:
        """How far it is."""
        return 100 if self.situation.stage == "finished" else self.context.progress

    # what may be done

    @cached_property
    def action_bar(self) -> dict:
        """The acts of this person, the primary one first."""
        found = [one for one in step_offers.of_sheet(self.situation) if one.name in ACTS]
        return action_bar([*found, *self._own_offers()], self.url)

    def _own_offers(self):
        situation = self.situation
        if not situation.is_open:
            return
        if situation.waiting is not None and situation.gave and situation.may("give_task_anew"):
            yield Offer("give_anew", _("Give the task anew"), "user", 5)
        if situation.works and situation.may("note_progress"):
            yield Offer("progress", _("Note the progress"), "chart", 25, key="t")
        if situation.may("give_task") and (situation.works or situation.gave):
            yield Offer("part", _("Give a part of it"), "plus", 66, page="@@give-task")
        if situation.may("change_checklist"):
            yield Offer("checklist", _("Checklist"), "done", 67)
        if situation.gave and situation.may("cancel_task"):
            yield Offer("cancel", _("Cancel the task"), "x", 85, rare=True)

    # the cards

    @property
    def notes(self) -> list[dict]:
        """What was said to this person with a step."""
        return list(said_to_me(self.situation))

    def facts(self, vp) -> list[dict]:
        """The particulars."""
        task, lead = self.context, self.context.lead
        helpers = [
            one.actor_title
            for one in self.situation.sheet
            if one.action == "coordinate" and not one.parent and one.state != "cancelled"
        ]
        known = [
            (_("Given by"), task.giver_title),
            (_("Entered by"), task.entered_by_title),
            (_("Lead"), "" if lead is None else lead.actor_title),
            (_("Coordinate"), ", ".join(dict.fromkeys(helpers))),
            (_("Given on"), fmt.full_date(task.created_at)),
            (_("Deadline"), vp.moment(lead.due) if lead is not None and lead.due else ""),
            (_("Result"), lead.result if lead is not None and lead.state == "done" else ""),
            (_("Reason for cancelling"), task.cancel_reason),
        ]
        return [{"term": term, "value": said} for term, said in known if said]

    @cached_property
    def source(self) -> dict | None:
        """The line that it is from, with its document when the person may read that."""
        task = self.context
        if not (task.quote or task.source_uid):
            return None
        document = places.by_uid(task.source_uid)
        url = ""
        if document is not None and scope.may("View", document):
            url = document.absolute_url()
        return {
            "symbol": task.source_symbol,
            "url": f"{url}/@@conclusions#line-{task.line}" if url and task.line else url,
            "line": task.line,
            "page": task.page,
            "quote": task.quote,
        }

    @cached_property
    def case_file(self) -> dict | None:
        """The file that it belongs to."""
        found = case_places.find(self.context.case_file_uid) if self.context.case_file_uid else None
        if found is None or not scope.may("View", found):
            return None
        return {"title": f"{found.code} {found.title}", "url": found.absolute_url()}

    @cached_property
    def reply(self) -> dict | None:
        """The document that is the result."""
        task = self.context
        if not task.reply_uid:
            return None
        document = places.by_uid(task.reply_uid)
        open_ = document is not None and scope.may("View", document)
        return {"title": task.reply_symbol, "url": document.absolute_url() if open_ else ""}

    @property
    def progress_notes(self) -> list:
        """The latest first."""
        return list(reversed(self.context.progress_notes))

    @property
    def checklist(self) -> list[dict]:
        """Items with their buttons."""
        may = self.situation.is_open and self.situation.may("tick_item")
        return [
            {"item": one, "done": one.done_at is not None, "may": may}
            for one in self.context.checklist
        ]

    @cached_property
    def below(self) -> list[dict]:
        """The parts of it."""
        return Rows(self.request).rows(ledger.below(self.context.UID()))

    def timeline(self, vp) -> list[dict]:
        """Who held it and who holds it."""
        return TaskTimeline(self.situation, vp).entries()

    @property
    def style(self) -> str:
        """Address of the style of lists."""
        return static(self.portal_url, "lists.css")

    @property
    def own_style(self) -> str:
        """Address of the style of tasks."""
        return static(self.portal_url, "tasks.css")


class TaskView(TaskPage, BrowserView):
    """The default page; looking at it opens what waits for this person."""

    def __call__(self):
        """Note the visit, then show."""
        note_visit(self.situation)
        return self.index()


class TaskActView(ActPage, TaskPage):
    """``@@act?do=…``: the same page with the form of an act."""

    acts = ACTS


class TaskHistory(HistoryPage, TaskPage, BrowserView):
    """Every step, and the trail."""

    act_words = words.ACTS
    list_page = "@@tasks"
    list_title = _("Tasks")
    slip_page = ""

    def standing(self, step, opened) -> tuple[str, str]:
        """How a step stands."""
        return document_words.standing(step, opened, self.situation.was_read(step))
