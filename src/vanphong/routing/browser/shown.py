"""Templates in words for the pages: conditions, steps, versions."""

from collections.abc import Iterable
from collections.abc import Sequence
from datetime import date
from datetime import datetime
from vanphong import _
from vanphong.routing.browser.conditions import SIGNERS
from vanphong.routing.browser.conditions import titles
from vanphong.routing.rules.conditions import kinds_of
from vanphong.routing.rules.routes import Condition
from vanphong.routing.rules.routes import Relation
from vanphong.routing.rules.routes import RouteStep
from vanphong.routing.rules.routes import Vacant
from vanphong.routing.rules.routes import Version
from vanphong.routing.rules.sheet import ACTION_TEXTS
from vanphong.routing.rules.sheet import Action
from vanphong.routing.template_words import said
from vanphong.routing.template_words import values_said
from vanphong.routing.template_words import who_said
from vanphong.ui import format as fmt
from zope.globalrequest import getRequest
from zope.i18n import translate


DIRECTIONS = {"out": _("Outgoing documents"), "in": _("Incoming documents")}

ALL = {"out": _("All outgoing documents"), "in": _("All incoming documents")}

#: What a condition says of each kind.
PHRASES = {
    "document_types": "${names}",
    "registers": _("register: ${names}"),
    "urgencies": "${names}",
    "fields": _("field: ${names}"),
    "units": _("drafted by ${names}"),
    "senders": _("from ${names}"),
    "signed_by": _("signed by ${names}"),
}

#: Who stands in when nobody holds the post.
DEPUTIES = {
    Relation.UNIT_HEAD: _("the deputy of the unit"),
    Relation.OFFICE_HEAD: _("the deputy chief of the Office"),
    Relation.APPRAISER: _("the chief of the Office"),
    Relation.LEADER_IN_CHARGE: _("a deputy of the body"),
    Relation.BODY_HEAD: _("a deputy of the body"),
}

VACANT = {
    Vacant.STOP: _("wait until somebody is named"),
    Vacant.DEPUTY: _("the deputy"),
    Vacant.SKIP: _("leave out, noted on the sheet"),
}

WEEKDAYS = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))

#: More names than this are told by their number.
MANY = 4


def text(message) -> str:
    """A message in the language of the request."""
    return translate(message, context=getRequest())


def condition(value: Condition, direction: str, body=None) -> str:
    """For which documents, in one line."""
    parts = phrases(value, direction, body)
    return " · ".join(parts) if parts else text(ALL[direction])


def phrases(value: Condition, direction: str, body=None) -> list[str]:
    """What a condition says, kind after kind."""
    found = []
    for kind, codes in kinds_of(value):
        names = _names(kind, sorted(codes), body, direction)
        told = ", ".join(names[:MANY])
        if len(names) > MANY:
            more = {"names": told, "n": len(names) - MANY}
            told = text(_("${names} and ${n} more", mapping=more))
        phrase = PHRASES[kind]
        if phrase == "${names}":
            found.append(told)
        else:
            found.append(said(phrase, names=told))
    return found


def _names(kind: str, codes: Iterable[str], body, direction: str) -> list[str]:
    if kind == "registers":
        known = titles(kind, body, direction)
        return [known.get(code, code) for code in codes]
    if kind == "signed_by":
        return [text(SIGNERS[code]) for code in codes if code in SIGNERS]
    return [values_said(kind, [code]) for code in codes]


def who(step: RouteStep) -> str:
    """Who acts, with a capital."""
    if step.action is Action.LEAD and not step.who.unit:
        return text(_("The unit that the directive names"))
    return capital(who_said(step.who))


def does(step: RouteStep) -> str:
    """What is done, with a capital."""
    return capital(step.title or said(ACTION_TEXTS[step.action]))


def hours(step: RouteStep) -> str:
    """``4 giờ``, or a dash."""
    if step.hours is None:
        return "–"
    return text(_("${n} h", mapping={"n": fmt.decimal(step.hours)}))


def back(step: RouteStep, numbers: dict[str, int]) -> str:
    """Numbers of the steps to which it may return."""
    found = [str(numbers[one]) for one in step.back_to if one in numbers]
    if not found:
        return "–"
    return text(_("Step ${numbers}", mapping={"numbers": ", ".join(found)}))


def vacant(step: RouteStep) -> str:
    """What happens while nobody holds the post."""
    if step.action in (Action.DRAFT, Action.LEAD):
        return "–"
    if step.vacant is Vacant.DEPUTY:
        return capital(text(DEPUTIES.get(step.who.relation, VACANT[Vacant.DEPUTY])))
    return capital(text(VACANT[step.vacant]))


def period(valid_from: date | None, valid_to: date | None) -> str:
    """``từ 14/8/2024``, ``01/7/2024 – 31/8/2024``."""
    if valid_from is None:
        if valid_to is None:
            return text(_("from the beginning"))
        return text(_("until ${day}", mapping={"day": fmt.full_date(valid_to)}))
    if valid_to is None:
        return text(_("from ${day}", mapping={"day": fmt.full_date(valid_from)}))
    return f"{fmt.full_date(valid_from)} – {fmt.full_date(valid_to)}"


def ends(versions: Sequence[Version], place: int) -> date | None:
    """The last day of a version: its own, or the one before a later one begins."""
    own = versions[place].route.valid_to
    later = [one.route.valid_from for one in versions[place + 1 :] if one.route.valid_from]
    if not later:
        return own
    last = date.fromordinal(min(later).toordinal() - 1)
    return last if own is None else min(own, last)


def moment(when: datetime) -> str:
    """``16:30, T4 14/8``."""
    day = text(WEEKDAYS[when.weekday()])
    return f"{fmt.clock_time(when)}, {day} {fmt.day_month(when.date())}"


def capital(words: str) -> str:
    """The words with a capital at their beginning."""
    return words[:1].upper() + words[1:]
