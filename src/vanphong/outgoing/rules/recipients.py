"""Nơi nhận: to whom a document goes, for what, how, and in how many copies.

Decree 30/2020/NĐ-CP, Annex I.II.9.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from vanphong.documents.rules import organ_key
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.outgoing.rules.articles import RECIPIENTS


@dataclass(frozen=True)
class Purpose:
    """What a recipient gets a document for; ``tag`` stands behind its name on the paper."""

    code: str
    label: str
    tag: str = ""


PURPOSES = {
    one.code: one
    for one in (
        Purpose("act", _("To carry out")),
        Purpose("report", _("To report to"), "b/c"),
        Purpose("coordinate", _("To coordinate"), "p/hợp"),
        Purpose("inform", _("For information"), "để biết"),
        Purpose("monitor", _("To check and monitor"), "theo dõi"),
        Purpose("keep", _("To keep"), "lưu"),
    )
}

#: Ways of sending; those of documents.vocabularies.CHANNELS.
CHANNELS = ("electronic", "paper", "hand", "email")

#: Recipients named together, by the kinds of unit that they are.
GROUPS = {
    "divisions": ("division",),
    "communes": ("commune",),
    "public-units": ("public-unit",),
    "mass-organisations": ("mass-organisation",),
    "party-bodies": ("party-body",),
}

GROUP_NAMES = {
    "divisions": "Các phòng, ban, cơ quan chuyên môn",
    "communes": "Ủy ban nhân dân các xã, thị trấn",
    "public-units": "Các đơn vị sự nghiệp công lập",
    "mass-organisations": "Ủy ban MTTQ và các tổ chức chính trị - xã hội",
    "party-bodies": "Các cơ quan Đảng",
}

LONGEST_NAME = 200
MOST_COPIES = 999
MOST = 1000


@dataclass(frozen=True)
class Recipient:
    """One line of “Nơi nhận”: a unit of the organisation, a group of them, or a name."""

    name: str
    unit: str = ""
    group: str = ""
    organ_id: str = ""
    purpose: str = "act"
    channel: str = "electronic"
    copies: int = 0

    @property
    def key(self) -> str:
        """What tells it from the other recipients of the document."""
        if self.unit:
            return self.unit
        return f"group:{self.group}" if self.group else f"name:{organ_key(self.name)}"

    @property
    def words(self) -> str:
        """As it stands on the document: “UBND tỉnh (b/c)”."""
        tag = PURPOSES[self.purpose].tag
        return f"{self.name} ({tag})" if tag else self.name


def read_recipients(raw: object) -> tuple[Recipient, ...]:
    """Recipients from what a form or a client sends.

    :param raw: a list of mappings with the names of :class:`Recipient`, or of names.
    :raises InvalidInput: naming what cannot be read.
    :raises RuleBroken: when one is named twice.
    """
    if raw in (None, ""):
        return ()
    if isinstance(raw, str):
        raw = [line for line in raw.splitlines() if line.strip()]
    if not isinstance(raw, list | tuple) or len(raw) > MOST:
        raise InvalidInput(_("“recipients” must be a list of recipients."), field="recipients")
    found = tuple(_read_one(one) for one in raw)
    refuse_twice(found)
    return found


def refuse_twice(recipients: Iterable[Recipient]) -> None:
    """Nobody gets the same document twice.

    :raises RuleBroken: naming whom.
    """
    seen: set[str] = set()
    for one in recipients:
        if one.key in seen:
            raise RuleBroken(
                _("${name} is a recipient twice. Leave one of the lines out."),
                name=one.name,
                field="recipients",
                rule=RECIPIENTS,
            )
        seen.add(one.key)


def _read_one(one: object) -> Recipient:
    if isinstance(one, Recipient):
        return one
    if isinstance(one, str):
        one = {"name": one}
    if not isinstance(one, Mapping):
        raise InvalidInput(_("“recipients” must be a list of recipients."), field="recipients")
    texts = {
        name: _text(one, name)
        for name in ("name", "unit", "group", "organ_id", "purpose", "channel")
    }
    found = Recipient(
        name=texts["name"] or GROUP_NAMES.get(texts["group"], ""),
        unit=texts["unit"],
        group=texts["group"],
        organ_id=texts["organ_id"],
        purpose=texts["purpose"] or "act",
        channel=texts["channel"] or "electronic",
        copies=_copies(one.get("copies")),
    )
    _check(found)
    return found


def _text(one: Mapping[str, Any], name: str) -> str:
    value = one.get(name)
    if isinstance(value, Mapping):
        value = value.get("token")
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InvalidInput(_("“${name}” must be a text."), field="recipients", name=name)
    return " ".join(value.split())


def _copies(value: object) -> int:
    text = str(value if value is not None else 0).strip() or "0"
    if isinstance(value, bool) or not text.isdecimal() or int(text) > MOST_COPIES:
        raise InvalidInput(
            _("The number of copies must be between 0 and ${limit}."),
            field="recipients",
            limit=MOST_COPIES,
        )
    return int(text)


def _check(one: Recipient) -> None:
    if one.unit and one.group:
        raise InvalidInput(
            _("A recipient is a unit or a group, not both."), field="recipients", name=one.name
        )
    if not (one.name or one.unit):
        raise InvalidInput(_("A recipient has no name."), field="recipients")
    if len(one.name) > LONGEST_NAME:
        raise InvalidInput(
            _("The name of a recipient is longer than ${limit} characters."),
            field="recipients",
            limit=LONGEST_NAME,
        )
    for value, known in (
        (one.purpose, PURPOSES),
        (one.channel, CHANNELS),
        (one.group or "divisions", GROUPS),
    ):
        if value not in known:
            raise InvalidInput(
                _("“${value}” is none of ${known}."),
                field="recipients",
                value=value,
                known=", ".join(known),
            )
