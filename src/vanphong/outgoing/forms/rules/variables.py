"""The variables of a template: their names, what they mean, and their values for a letter.

This list is what an uploaded template is checked against, what the page of the templates
shows, and what ``docs/reference/letter-variables.md`` is made from.
"""

from dataclasses import asdict
from typing import Any
from vanphong.errors import mark as _
from vanphong.outgoing.forms.rules import words
from vanphong.outgoing.forms.rules.letter import Absence
from vanphong.outgoing.forms.rules.letter import Introduced
from vanphong.outgoing.forms.rules.letter import Letter
from vanphong.outgoing.forms.rules.paragraphs import paragraphs


#: Name and meaning; ``a.b`` is an attribute of ``a``, ``a[]`` a list to go through with for.
VARIABLES = {
    "superior_lines[]": _("Name of the superior body in capitals, in lines"),
    "body_lines[]": _("Name of the issuing body in capitals, in lines"),
    "body_name": _("Name of the issuing body as it is kept"),
    "number_line": _("“Số: 05/UBND-VX”, with a blank before numbering"),
    "symbol": _("Number and symbol, empty before numbering"),
    "place_date": _("Place and date, with blanks before numbering"),
    "date_words": _("The date without the place"),
    "type_name": _("Name of the type in capitals"),
    "subject": _("Subject: “V/v …” in an official letter, else “Về việc …”"),
    "addressees[]": _("Who it is addressed to (Kính gửi), with the signs at the end"),
    "authority": _("Who decides, or sends the telegram, in capitals"),
    "sender": _("Who decides, or sends the telegram, as it is kept"),
    "bases[]": _("Legal grounds, “Căn cứ …;”"),
    "paragraphs[]": _("Paragraphs of the body: text, lead (bold), kind (text or centre), last"),
    "recipients[]": _("Lines below “Nơi nhận:”, the last one “Lưu: VT, …”"),
    "drafter_sign": _("Sign of the drafter and number of copies"),
    "signer_lines[]": _("Authority and title of the signer in capitals, in lines"),
    "signer_name": _("Name of the signer"),
    "stamp": _("Words of the urgency stamp, empty when it is ordinary"),
    "circulation": _("Note on circulation, such as LƯU HÀNH NỘI BỘ"),
    "foot[]": _("Lines of address, telephone and web at the foot of page 1"),
    "event.invited[]": _("Who is invited"),
    "event.occasion": _("What they are invited to"),
    "event.chair": _("Who is in the chair"),
    "event.time": _("Time of the meeting"),
    "event.place": _("Place of the meeting"),
    "event.notes[]": _("Notes of an invitation, the last one with “./.”"),
    "minutes.started": _("When the meeting began"),
    "minutes.place": _("Where the meeting was held"),
    "minutes.present[]": _("Who took part"),
    "minutes.absent[]": _("Who did not take part"),
    "minutes.chair": _("Who was in the chair"),
    "minutes.secretary": _("Who took the minutes"),
    "minutes.ended": _("When the meeting ended, with “./.”"),
    "introduced.person": _("Who is introduced"),
    "introduced.position": _("Position"),
    "introduced.sent_to": _("Sent to"),
    "introduced.purpose": _("What for"),
    "introduced.until": _("Until when a letter of introduction is valid"),
    "absence.person": _("Who takes leave"),
    "absence.position": _("Position"),
    "absence.asked": _("Asked for on"),
    "absence.counted_as": _("Counted as"),
    "absence.days": _("Number of days of a leave"),
    "absence.start": _("First day of a leave"),
    "absence.end": _("Last day of a leave"),
    "absence.where": _("Where the leave is spent"),
    "enclosed.type_lines[]": _("Type of the enclosed document, in capitals"),
    "enclosed.subject": _("Subject of the enclosed document"),
    "enclosed.reference": _("“(Kèm theo Quyết định số …)”"),
    "enclosed.paragraphs[]": _("Paragraphs of the enclosed document, like those of the body"),
}

#: What a template may name at the beginning of a variable.
NAMES = frozenset(name.partition(".")[0].removesuffix("[]") for name in VARIABLES)

#: Types whose body is followed by other fields.
GO_ON = ("giay-moi", "bien-ban", "giay-gioi-thieu", "giay-nghi-phep")

#: What the variables with parts have: ``event`` has time, place and others.
PARTS = {
    owner[:-1]: frozenset(
        name.partition(".")[2].removesuffix("[]") for name in VARIABLES if name.startswith(owner)
    )
    for owner in ("event.", "minutes.", "introduced.", "absence.", "enclosed.")
}


def values(letter: Letter) -> dict[str, Any]:
    """The values of all variables: texts and lists, nothing that can be called."""
    return {
        "superior_lines": words.capital_lines(letter.superior),
        "body_lines": words.capital_lines(letter.body_name),
        "body_name": words.clean(letter.body_name),
        "number_line": words.number_line(letter),
        "symbol": letter.symbol,
        "place_date": words.place_date(letter.place, letter.day),
        "date_words": words.place_date("", letter.day),
        "type_name": words.clean(letter.type_name).upper(),
        "subject": (
            words.subject_line(letter) if letter.is_official_letter else words.title_line(letter)
        ),
        "addressees": _addressees(letter),
        "authority": words.clean(letter.authority or letter.body_name).upper(),
        "sender": words.clean(letter.authority or letter.body_name),
        "bases": words.base_lines(letter),
        "paragraphs": _paragraphs(letter),
        "recipients": words.recipient_lines(letter),
        "drafter_sign": words.clean(letter.drafter_sign),
        "signer_lines": [words.clean(line).upper() for line in letter.signer.lines],
        "signer_name": words.clean(letter.signer.name),
        "stamp": words.clean(letter.stamp),
        "circulation": words.clean(letter.circulation),
        "foot": [words.clean(line) for line in letter.foot],
        "event": _event(letter),
        "minutes": _minutes(letter),
        "introduced": _plain(letter.introduced),
        "absence": _plain(letter.absence),
        "enclosed": _enclosed(letter),
    }


def _addressees(letter: Letter) -> tuple[str, ...]:
    """One alone has no sign at its end; of several each has (Annex I.II.9.a)."""
    listed = words.listed(letter.addressed)
    return listed if len(listed) > 1 else tuple(one.rstrip(".") for one in listed)


def _paragraphs(letter: Letter) -> list[dict[str, Any]]:
    """The body; where other fields follow it, ``./.`` stands at their end."""
    goes_on = letter.type_code in GO_ON
    return [asdict(one) for one in paragraphs(letter.text, end="" if goes_on else words.END)]


def _event(letter: Letter) -> dict[str, Any]:
    event, place = letter.event, words.clean(letter.event.place)
    notes = [words.clean(note) for note in event.notes if words.clean(note)]
    return {
        "invited": words.listed(letter.invited),
        "occasion": words.clean(event.occasion),
        "chair": words.clean(event.chair),
        "time": words.clean(event.time),
        "place": words.ended(place) if not notes else f"{place.rstrip(' .')}.",
        "notes": [*notes[:-1], *(words.ended(note) for note in notes[-1:])],
    }


def _minutes(letter: Letter) -> dict[str, Any]:
    minutes = letter.minutes
    return {
        "started": words.clean(minutes.started),
        "place": words.clean(minutes.place),
        "present": words.listed(minutes.present),
        "absent": words.listed(minutes.absent),
        "chair": words.clean(minutes.chair),
        "secretary": words.clean(minutes.secretary),
        "ended": words.ended(words.clean(minutes.ended)),
    }


def _plain(value: Introduced | Absence) -> dict[str, str]:
    return {name: words.clean(text).rstrip(" .;") for name, text in asdict(value).items()}


def _enclosed(letter: Letter) -> dict[str, Any]:
    """The enclosed document; its reference names number and date once they are there."""
    one = letter.enclosed
    if one is None:
        return {"type_lines": (), "subject": "", "reference": "", "paragraphs": []}
    number = words.number_line(letter).removeprefix("Số: ")
    day = words.place_date("", letter.day)
    return {
        "type_lines": words.capital_lines(one.type_name),
        "subject": words.clean(one.subject),
        "reference": (
            f"(Kèm theo {words.clean(letter.type_name)} số {number} {day} "
            f"của {words.clean(letter.authority or letter.body_name)})"
        ),
        "paragraphs": [asdict(part) for part in paragraphs(one.text)],
    }
