"""Making one task: its content, its sheet, its rows. No act by itself."""

from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import datetime
from plone.dexterity.utils import createContent
from vanphong.calendars import clock
from vanphong.documents import places as records
from vanphong.organisation import people
from vanphong.routing import rules
from vanphong.routing import sheet as sheets
from vanphong.tasks import places
from vanphong.tasks import reach
from vanphong.tasks import readmodel


@dataclass(frozen=True)
class Order:
    """One task as it was checked: nothing is left that could be refused."""

    text: str
    cast: tuple[rules.Assignment, ...]
    due: datetime | None
    urgency: str = "normal"
    more: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Giver:
    """Whose task it is, and who types it for that person."""

    author: people.Me
    by: rules.By

    @property
    def title(self) -> str:
        """Position of the giver."""
        return reach.title_of(self.author)

    @property
    def entered_by(self) -> str:
        """User id of the clerk, "" when the giver types."""
        return "" if self.author.user_id == self.by.user_id else self.by.user_id


def giver(author: people.Me) -> Giver:
    """The author, and the person who acts now."""
    by = sheets.by()
    return Giver(author, replace(by, title=reach.title_of(people.me())))


def opened(order: Order, who: Giver, uid: str) -> rules.Sheet:
    """The sheet that a task begins with: the giver's own step, ended by directing it.

    :raises RuleBroken: without exactly one lead, or when it would be due before today.
    """
    before = rules.Step(
        action=rules.Action.DIRECT,
        actor=who.author.user_id,
        actor_title=who.title,
        giver=who.author.user_id,
        giver_title=who.title,
        entered_by=who.entered_by,
        started_at=who.by.at,
    )
    return directed((before,), order, who, uid)


def directed(sheet: rules.Sheet, order: Order, who: Giver, uid: str) -> rules.Sheet:
    """The sheet with the steps of an order, behind the giver's step that waits."""
    return rules.direct(
        sheet,
        order.cast,
        who.by,
        directive=uid,
        due=order.due,
        text=order.text,
        author=who.author.user_id,
        author_title=who.title,
    )


def make(body_uid: str, order: Order, who: Giver):
    """The task, stored, with its rows."""
    task = createContent("Task")
    task.body_uid = body_uid
    task.subject = order.text
    task.urgency = order.urgency
    task.giver, task.giver_title = who.author.user_id, who.title
    task.entered_by = who.entered_by
    task.entered_by_title = who.by.title if who.entered_by else ""
    task.created_at = clock.now()
    for name, value in order.more.items():
        setattr(task, name, value)
    sheet = opened(order, who, task.UID())
    task = records.put(places.of_month(body_uid, clock.today()), task, f"nv-{task.UID()[:12]}")
    sheets.write(task, sheet)
    readmodel.write(task)
    return task
