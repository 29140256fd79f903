"""Who may be mentioned: people who may read what is talked about."""

from plone import api
from vanphong.casefiles.interfaces import ICaseFile
from vanphong.documents.rules import fold
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.organisation import directory


#: So many people are looked at for one completion, and so many are offered.
LOOKED_AT = 40
OFFERED = 8


def may_read(context, user_id: str) -> bool:
    """Whether somebody may open what is talked about."""
    return bool(api.user.has_permission("View", username=user_id, obj=context))


def check_mentions(context, mentions: tuple[str, ...]) -> None:
    """Refuse to mention who is not there, or may not read it.

    :raises InvalidInput: for an account that does not exist.
    :raises RuleBroken: for who would be told of something closed to them.
    """
    for user_id in mentions:
        if api.user.get(userid=user_id) is None:
            raise InvalidInput(
                _("There is nobody called “${who}”."), who=f"@{user_id}", field="text"
            )
        if not may_read(context, user_id):
            raise RuleBroken(
                _("${who} may not read this, so a mention would tell what is closed to them."),
                who=directory.actor_title(user_id),
                field="text",
            )


def title_of(user_id: str) -> str:
    """How a mention is shown."""
    return directory.actor_title(user_id)


def like(context, text: str) -> list[dict]:
    """People of the body whose name or position has these words, and who may read it."""
    words = fold(text.lstrip("@")).split()
    body = directory.unit_object(context.body_uid)
    if body is None:
        return []
    found: dict[str, dict] = {}
    looked = 0
    for one in directory.staff(body):
        told = fold(f"{one.user_id} {one.fullname} {one.position}")
        if one.user_id in found or not all(word in told for word in words):
            continue
        looked += 1
        if looked > LOOKED_AT or len(found) >= OFFERED:
            break
        if may_read(context, one.user_id):
            found[one.user_id] = {
                "value": one.user_id,
                "label": f"@{one.user_id}",
                "hint": one.title,
            }
    return list(found.values())


def called(context) -> str:
    """How a notice names what is talked about."""
    if ICaseFile.providedBy(context):
        return f"{context.code}: {context.title}"[:160]
    number = context.symbol or context.label
    return f"{number}: {context.subject}"[:160] if number else context.subject[:160]
