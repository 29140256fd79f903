"""Templates that a body brings: who may, what is kept, what is offered."""

from datetime import date
from io import BytesIO
from tests.office import as_user
from tests.office_acts import act
from tests.office_acts import each
from tests.office_acts import every
from tests.office_acts import may
from tests.office_acts import nobody_else_may
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.ledger import audit
from vanphong.outgoing.forms import actions
from vanphong.outgoing.forms import builtin
from vanphong.outgoing.forms import library
import pytest


DAY = date(2024, 8, 14)
LETTER, NAMED = (BytesIO(builtin.template(code)) for code in ("cong-van", "co-ten-loai"))


def place(office):
    return office.portal[library.PLACE]


def brought(office):
    with as_user("admin"):
        return add(office, place(office))


def add(office, folder):
    LETTER.seek(0)
    return actions.add_template(folder, "Mẫu công văn", "mau.docx", LETTER)


def replace(office, template):
    NAMED.seek(0)
    actions.replace_template(template, "mau-2.docx", NAMED)


def retire(office, template):
    actions.retire_template(template)


ACTS = {
    "add": act(place, add, "admin"),
    "replace": act(brought, replace, "admin"),
    "retire": act(brought, retire, "admin"),
}


@pytest.mark.parametrize(("one", "user"), each(ACTS))
def test_whoever_may_can(office, one, user):
    may(office, one, user)


@pytest.mark.parametrize("one", every(ACTS))
def test_nobody_else_can(office, one):
    nobody_else_may(office, one)


def test_a_template_is_offered_before_the_built_in_form(template, body):
    first, second = library.templates_for("cong-van", body.UID(), DAY)
    assert (first.title, first.own) == ("Công văn của Văn phòng", True)
    assert (second.key, second.own) == ("cong-van", False)
    assert library.template(first.key) == builtin.template("cong-van")
    assert library.template("cong-van") == builtin.template("cong-van")
    assert [one.own for one in library.templates_for("quyet-dinh", body.UID(), DAY)] == [
        False,
        False,
    ]


def test_it_is_offered_in_its_body_and_its_time_only(office, folder, body):
    with as_user("admin"):
        LETTER.seek(0)
        actions.add_template(
            folder,
            "Riêng",
            "mau.docx",
            LETTER,
            body_uid=body.UID(),
            valid_from=date(2024, 9, 1),
            valid_to=date(2024, 9, 30),
        )
    offered = {
        day: [one.own for one in library.templates_for("cong-van", body.UID(), day)]
        for day in (DAY, date(2024, 9, 1), date(2024, 9, 30), date(2024, 10, 1))
    }
    assert list(offered.values()) == [[False], [True, False], [True, False], [False]]
    elsewhere = library.templates_for("cong-van", office.uid("vhtt"), date(2024, 9, 1))
    assert [one.own for one in elsewhere] == [False]


def test_a_replaced_file_is_the_new_one_and_the_trail_knows_both(office, template):
    before = template.file.sha256
    with as_user("admin"):
        replace(office, template)
    assert library.template(library.OWN + template.UID()) == builtin.template("co-ten-loai")
    added, replaced = audit.history(template.UID())
    assert added["detail"]["sha256"] == before
    assert (replaced["act"], replaced["detail"]["replaced"]) == ("replace_template", before)


def test_the_same_file_again_is_no_replacement(template):
    with as_user("admin"), pytest.raises(Conflict, match="this very file"):
        LETTER.seek(0)
        actions.replace_template(template, "mau.docx", LETTER)


def test_what_is_out_of_use_stays_so(office, template, body):
    with as_user("admin"):
        actions.retire_template(template, DAY)
        for again in (retire, replace):
            with pytest.raises(Conflict, match="out of use"):
                again(office, template)
    assert not template.is_valid(date(2024, 8, 15))


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"title": " "}, "is missing"),
        ({"document_types": ("khong-co",)}, "not a type of document"),
        ({"body_uid": "khong-co"}, "does not exist"),
        ({"valid_from": date(2024, 9, 2), "valid_to": date(2024, 9, 1)}, "before the first"),
        ({"name": "mau.pdf"}, "says"),
    ],
)
def test_a_value_that_is_none_is_refused(folder, values, said):
    before = len(folder.objectIds())
    values = {"title": "Mẫu", "name": "mau.docx", **values}
    LETTER.seek(0)
    with as_user("admin"), pytest.raises(InvalidInput, match=said):
        actions.add_template(folder, values.pop("title"), values.pop("name"), LETTER, **values)
    assert len(folder.objectIds()) == before


def test_an_attack_is_refused_and_leaves_its_line(folder):
    with as_user("admin"), pytest.raises(InvalidInput, match="at most"):
        actions.add_template(folder, "Mẫu", "mau.docx", BytesIO(b"PK" + b"\0" * (50 << 20)))
    (line,) = audit.history(folder.UID())
    assert (line["act"], line["outcome"]) == ("add_template", "refused")


def test_what_there_is_not_cannot_be_chosen(portal):
    for key in ("khong-co", "own:khong-co", ""):
        with pytest.raises(InvalidInput, match="There is no template"):
            library.template(key)
