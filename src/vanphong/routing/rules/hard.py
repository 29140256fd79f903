"""Rules that no template can break, in the law's words, for templates and for the way itself.

Decree 30/2020/NĐ-CP: the head of the drafting unit answers for the content and the Office for
the form before a leader signs (Article 12), one person signs (Article 13), the number follows
the signature (Article 15), the seal is with the records clerk alone (Article 32).
"""

from collections.abc import Sequence
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.organisation.rules import CLERKS
from vanphong.organisation.rules import unit_of
from vanphong.routing.rules.routes import Planned
from vanphong.routing.rules.routes import Relation
from vanphong.routing.rules.routes import RouteStep
from vanphong.routing.rules.sheet import SUBMISSIONS
from vanphong.routing.rules.sheet import Action


ARTICLE_CHECK = "Nghị định 30/2020/NĐ-CP, Điều 12"
ARTICLE_SIGN = "Nghị định 30/2020/NĐ-CP, Điều 13"
ARTICLE_NUMBER = "Nghị định 30/2020/NĐ-CP, Điều 15"
ARTICLE_SEAL = "Nghị định 30/2020/NĐ-CP, Điều 32"

#: Relations of which the Office is.
OFFICE = frozenset({Relation.APPRAISER, Relation.OFFICE_HEAD})

#: Whoever drafted it does not do these.
NEVER_OWN = frozenset({Action.APPRAISE, Action.APPROVE, Action.SIGN})

NO_REVIEW = _(
    "“${step}” comes before the head of the drafting unit has reviewed the content. "
    "Put the review first."
)
NO_APPRAISAL = _(
    "“${step}” comes before the Office has appraised the form. What a leader of the body "
    "signs is appraised by the Office first."
)
NO_SIGNATURE = _("A document is numbered after it is signed, not before.")
TWO_PEOPLE = _(
    "“${step}” goes to ${count} people at a time. A submission goes to one person, one after "
    "the other."
)
NOT_A_PERSON = _("“${step}” goes to ${holder}. A submission goes to one named person.")
OWN_DRAFT = _("${name} drafted this document and cannot do “${step}” on it.")
NOT_IN_PERSON = _("${name} signs in person. Who stands in handles work, but does not sign.")
SEAL_ELSEWHERE = _("“${step}” is for the records clerk only, who keeps the seal.")


def reviews(step: RouteStep) -> bool:
    """Whether this is the review of the content by the head of the drafting unit."""
    return step.action is Action.REVIEW and step.who.relation is Relation.UNIT_HEAD


def appraises(step: RouteStep) -> bool:
    """Whether this is the appraisal of the form by the Office."""
    return step.action is Action.APPRAISE and step.who.relation in OFFICE


def before_leaders(step: RouteStep) -> bool:
    """Whether the step brings the document before a leader of the body, or past the unit."""
    return step.action in (Action.APPROVE, Action.SIGN) and step.who.relation not in (
        Relation.UNIT_HEAD,
        Relation.OFFICE_HEAD,
    )


def check_before(step: RouteStep, earlier: Sequence[RouteStep], name: str) -> None:
    """Refuse a step for which what must come before it is missing.

    :param earlier: the steps that are certain to have been done.
    :raises RuleBroken: naming what is missing.
    """
    if step.action in (Action.APPRAISE, Action.APPROVE, Action.SIGN) and not any(
        map(reviews, earlier)
    ):
        raise RuleBroken(NO_REVIEW, step=name, field=step.id, rule=ARTICLE_CHECK)
    if before_leaders(step) and not any(map(appraises, earlier)):
        raise RuleBroken(NO_APPRAISAL, step=name, field=step.id, rule=ARTICLE_CHECK)
    signed = any(one.action is Action.SIGN for one in earlier)
    if step.action is Action.NUMBER and not signed:
        raise RuleBroken(NO_SIGNATURE, step=name, field=step.id, rule=ARTICLE_NUMBER)


def check_side_by_side(steps: Sequence[RouteStep], name: str) -> None:
    """Refuse that anything but opinions is asked of several at a time.

    :raises RuleBroken: naming the step.
    """
    if len(steps) > 1 and any(one.action is not Action.OPINE for one in steps):
        raise RuleBroken(
            TWO_PEOPLE, step=name, count=len(steps), field=steps[0].id, rule=ARTICLE_CHECK
        )


def check_actor(planned: Planned, drafter: str, name: str) -> None:
    """Refuse the wrong kind of holder, and the drafter's own appraisal or signature.

    :param drafter: user id.
    :raises RuleBroken: naming the step and the holder.
    """
    step, actor = planned.step, planned.actor
    if step.action in SUBMISSIONS and (not actor or unit_of(actor) is not None):
        raise RuleBroken(
            NOT_A_PERSON,
            step=name,
            holder=planned.actor_title,
            field=step.id,
            rule=ARTICLE_CHECK,
        )
    refuse_own(step.action, actor, drafter, planned.actor_title, name)
    if step.action is Action.NUMBER and not actor.startswith(f"{CLERKS}:"):
        raise RuleBroken(SEAL_ELSEWHERE, step=name, field=step.id, rule=ARTICLE_SEAL)


def refuse_own(action: Action, actor: str, drafter: str, title: str, name: str) -> None:
    """Refuse that the drafter appraises, approves or signs the own draft.

    :raises RuleBroken: naming the person.
    """
    if action in NEVER_OWN and actor == drafter:
        raise RuleBroken(OWN_DRAFT, name=title, step=name, rule=ARTICLE_CHECK)


def refuse_for_another(action: Action, actor: str, user_id: str, title: str) -> None:
    """Refuse that who stands in for an absent signer signs: that takes an authority to sign.

    :raises RuleBroken: naming the signer.
    """
    if action is Action.SIGN and actor != user_id:
        raise RuleBroken(NOT_IN_PERSON, name=title, rule=ARTICLE_SIGN)
