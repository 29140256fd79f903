"""``@@meeting``: a meeting for those who are invited, and for who prepares it."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from vanphong import _
from vanphong.calendars import clock
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.invitations import actions
from vanphong.invitations import meetings
from vanphong.invitations import placing
from vanphong.invitations import rules
from vanphong.invitations import viewing
from vanphong.invitations.actions.concluding import conclusion_of
from vanphong.invitations.actions.organising import FIELDS
from vanphong.invitations.browser import said
from vanphong.invitations.browser.meeting_page import MeetingPage
from vanphong.organisation import people
from vanphong.schedules.browser import said as schedules_said
from vanphong.ui import format as fmt


class MeetingForm(MeetingPage):
    """Particulars, one's own answer with one tap, documents; for the organiser all the rest."""

    title = _("Meeting")
    urgent_word = _("Urgent")
    cancel_label = _("Why the meeting does not take place")
    answers_part = ViewPageTemplateFile("meeting_answers.pt")
    organiser_part = ViewPageTemplateFile("meeting_organiser.pt")

    @cached_property
    def has_begun(self) -> bool:
        """Whether answers are no longer taken."""
        return self.event.has_begun(clock.now())

    @property
    def facts(self) -> list[dict]:
        """Time, place, chair."""
        return said.facts(self.event)

    @property
    def changes(self) -> str:
        """What was changed last."""
        return ", ".join(self.say(_(rules.CHANGED[name])) for name in self.event.changes)

    # one's own answers

    @cached_property
    def mine(self) -> list[dict]:
        """A form for each seat for which the person answers."""
        open_ = not (self.has_begun or self.event.cancelled)
        return [
            {
                **said.answer(self.meeting.seats[key], self.event, self.request),
                "open": open_,
                "people": list(placing.people_of(self.meeting.seats[key].invitee).items()),
            }
            for key in self.look.answering
        ]

    @property
    def sent(self) -> str:
        """For whom the person was sent instead, "" for nobody."""
        me = people.me().user_id
        found = [
            one.invitee.title
            for one in self.meeting.in_order
            if (given := meetings.standing(one, self.event)) and given.who == me
        ]
        return "; ".join(found)

    @property
    def choices(self) -> list[dict]:
        """The three answers."""
        return [{"value": str(kind), "title": title} for kind, title in said.CHOICES]

    # documents

    @property
    def files(self) -> list[dict]:
        """The signed invitation and the documents of the meeting."""
        base = self.context.absolute_url()
        return [
            {
                "uid": one.uid,
                "url": f"{base}/@@meeting-file/{one.uid}",
                "name": _("Signed invitation") if place == 0 else one.filename,
                "about": f"{one.kind}, {fmt.size(one.size)}",
                "public": place == 0 or one.uid in self.meeting.public_papers,
                "annex": place > 0,
            }
            for place, one in enumerate(viewing.papers(self.context, public=False))
        ]

    # the organiser

    def people(self, key: str) -> list[tuple[str, str]]:
        """Whom an invitee may send."""
        return list(placing.people_of(self.meeting.seats[key].invitee).items())

    @property
    def sees_answers(self) -> bool:
        """Whether the answers are shown: to who prepares the meeting, and who chairs it."""
        return self.look.organises or self.look.chairs

    @property
    def rows(self) -> list[dict]:
        """The invitees with their answers."""
        return [said.answer(one, self.event, self.request) for one in self.meeting.in_order]

    @property
    def conflicts(self) -> list[dict]:
        """What stands in the way of the meeting."""
        if self.event.cancelled or self.has_begun:
            return []
        found = placing.conflicts(self.context, self.event)
        return schedules_said.conflicts(found, self.request)

    @property
    def change_fields(self) -> list[dict]:
        """What may be changed, with what it is now."""
        schedule = placing.schedule_of(self.context)
        rooms = [("", "–")]
        if schedule is not None:
            rooms += [(one.id, one.title) for one in schedule.rooms if not one.retired]
        event = self.event
        found = [
            _moment("starts_at", _("Begins"), event.starts_at),
            _moment("ends_at", _("Ends"), event.ends_at),
            _moment("answer_by", _("Answer by"), event.answer_by),
            {
                "name": "room",
                "label": _("Room"),
                "kind": "select",
                "options": rooms,
                "value": event.room,
                "width": 4,
            },
            {"name": "place", "label": _("Place"), "value": event.place, "width": 4},
            {
                "name": "online_link",
                "label": _("Link for those who take part online"),
                "value": event.online_link,
                "width": 4,
            },
        ]
        if any(row["field"] == "room" for row in self.errors):
            found.append(
                {
                    "name": "despite",
                    "label": _("The room is taken"),
                    "kind": "checks",
                    "width": 12,
                    "value": [],
                    "options": [("1", _("Keep the room nevertheless"))],
                }
            )
        return found

    @property
    def conclusion(self) -> dict | None:
        """The notice of what was concluded, or None."""
        found = conclusion_of(self.meeting)
        if found is None:
            return None
        title = " – ".join(filter(None, (found.symbol, found.subject)))
        return {"url": found.absolute_url(), "title": title}

    # acts

    def act(self):
        """Whichever button was pressed."""
        name = self.text("do")
        known = ("answer", "answer_for", "change", "cancel", "remind", "share", "conclude")
        if name not in known:
            raise InvalidInput(mark("Choose what to do."))
        return getattr(self, f"_{name}")()

    def _given(self) -> dict[str, str]:
        return {"who": self.text("who"), "reason": self.text("reason")}

    def _answer(self):
        actions.answer(
            self.context, self.text("answer"), invitee=self.text("invitee"), **self._given()
        )
        return _("Your answer was sent.")

    def _answer_for(self):
        actions.answer_for(self.context, self.text("invitee"), self.text("answer"), **self._given())
        return _("The answer is written down.")

    def _change(self):
        raw = {name: self.request.form[name] for name in FIELDS if name in self.request.form}
        despite = bool(self.texts("despite"))
        actions.change_meeting(self.context, raw, reason=self.text("why"), despite=despite)
        return _("The meeting is changed; everybody invited is told.")

    def _cancel(self):
        actions.cancel_meeting(self.context, self.text("reason"))
        return _("The meeting is cancelled; everybody invited is told.")

    def _remind(self):
        number = actions.remind_invitees(self.context, self.texts("invitees"))
        return _("${n} were reminded.", mapping={"n": number})

    def _share(self):
        actions.share_papers(self.context, self.texts("files"))
        return _("The choice is saved.")

    def _conclude(self):
        self.made = actions.draft_conclusion(self.context)
        return _("The draft is begun; write down what was concluded.")

    made = None

    def next_url(self) -> str:
        """The draft that was begun, else the same page."""
        return self.url if self.made is None else self.made.absolute_url()


def _moment(name: str, label, value) -> dict:
    return {
        "name": name,
        "label": label,
        "value": "" if value is None else f"{value:%H:%M %d/%m/%Y}",
        "placeholder": "hh:mm dd/mm/yyyy",
        "width": 4,
    }
