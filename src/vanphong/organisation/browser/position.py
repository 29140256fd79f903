"""What is asked for a position in a unit: title, function, rank, fields."""

from vanphong import _
from vanphong.organisation import catalogues
from vanphong.organisation import rules
from vanphong.organisation.browser.unit import FUNCTION_WORDS
from vanphong.organisation.browser.unit import RANK_WORDS


#: A person who is not on the roster yet.
NOBODY = {"position": "", "chosen": (), "rank": "", "codes": (), "signs_as": ""}


def position_fields(unit, person: dict) -> list[dict]:
    """Inputs for the macros ``field`` and ``pick``; ``person`` is a row of the roster."""
    position = {
        "name": "position",
        "label": _("Position"),
        "width": 12,
        "required": True,
        "value": person["position"],
        "help": _("For example Trưởng phòng; acts are recorded with it."),
        "maxlength": 120,
    }
    offered = [rules.LEADERS, rules.CLERKS]
    if unit.kind == rules.OFFICE:
        offered.extend(rules.OF_OFFICE)
    functions = {
        "name": "functions",
        "label": _("Function"),
        "kind": "checks",
        "width": 12,
        "value": person["chosen"],
        "options": [(name, FUNCTION_WORDS[name]) for name in offered],
        "help": _("Without any the person is a member, who gets work from the leader."),
    }
    rank = {
        "name": "rank",
        "label": _("Rank"),
        "kind": "radio",
        "width": 12,
        "value": person["rank"],
        "options": [*RANK_WORDS.items(), ("", _("None of them"))],
        "help": _("A unit has one head. A deputy signs for the head in the fields named below."),
    }
    derived = rules.printed_title(person["position"])
    signs_as = {
        "name": "signs_as",
        "label": _("Title on documents"),
        "width": 12,
        "value": "" if person["signs_as"] == derived else person["signs_as"],
        "placeholder": derived,
        "help": _("Without the name of the unit, for example Phó Chủ tịch; printed in capitals."),
        "maxlength": 120,
    }
    return [position, functions, rank, signs_as, *fields_pick(person["codes"])]


def fields_pick(codes) -> list[dict]:
    """The fields that somebody is in charge of; nothing where there is no such catalogue."""
    known = catalogues.titles("fields")
    gone = sorted(set(codes).difference(known))
    if not known and not gone:
        return []
    return [
        {
            "name": "fields",
            "label": _("In charge of the fields"),
            "many": True,
            "value": list(codes),
            "prompt": _("None in particular"),
            "groups": [pick_group({**known, **{code: code for code in gone}})],
        }
    ]


def pick_group(titles: dict[str, str]) -> dict:
    """Titles by codes as the one group of the macro ``pick``."""
    options = [{"value": code, "title": title} for code, title in titles.items()]
    return {"id": "all", "title": "", "options": options}
