"""Route templates: drafted, applied, moved, retired, imported; and which one a document takes."""

from copy import deepcopy
from dataclasses import replace
from datetime import date
from datetime import timedelta
from tests.office import as_user
from tests.office import tick
from vanphong.calendars import clock
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.ledger import documents
from vanphong.routing import sheet as sheets
from vanphong.routing import template_actions as actions
from vanphong.routing import template_values as values
from vanphong.routing import templates
from vanphong.routing.rules.routes import Facts
import json
import pytest


ADMIN = "admin"


@pytest.fixture
def folder(portal):
    """The folder of the templates."""
    return templates.container()


@pytest.fixture
def general(folder):
    """The way of every outgoing document that has no other."""
    return folder["van-ban-di"]


def written(template):
    """A template as a client has it."""
    return deepcopy(values.written(template.routes()[-1]))


def with_legal_opinion(template, unit):
    """The template with a step for decisions: the legal opinion of a unit."""
    raw = written(template)
    place = next(n for n, one in enumerate(raw["steps"]) if one["id"] == "appraise")
    step = {
        "id": "legal",
        "title": "Thẩm định pháp lý (Phòng Tư pháp)",
        "action": "opine",
        "who": {"relation": "unit_desk", "unit": unit.UID()},
        "hours": 8,
        "condition": {"document_types": ["quyet-dinh"]},
    }
    raw["steps"].insert(place, step)
    return raw


def facts(office, **more):
    """Facts of a draft of VH&TT for a leader of the body."""
    return Facts("out", **{"unit": office.uid("vhtt"), "signed_by": "body", "field": "", **more})


def planned(office, **more):
    """Route and plan of such a draft by a specialist."""
    drafter = more.pop("drafter", "cv1-vhtt")
    body = office.body.UID()
    return templates.planned(body, facts(office, **more), drafter=drafter, drafter_title="CV")


def test_what_a_new_office_begins_with(folder):
    found = {one.getId(): (one.direction, one.order) for one in folder.templates()}
    assert found == {
        "van-ban-di-don-vi": ("out", 1),
        "cong-dien": ("out", 2),
        "van-ban-di-hoa-toc": ("out", 3),
        "giay-moi": ("out", 4),
        "van-ban-di": ("out", 5),
        "van-ban-den-hoa-toc": ("in", 1),
        "don-thu": ("in", 2),
        "van-ban-den": ("in", 3),
    }
    assert all(len(one.versions) == 1 and one.draft is None for one in folder.templates())


@pytest.mark.parametrize(
    ("what", "taken"),
    [
        ({"signed_by": "unit"}, "van-ban-di-don-vi"),
        ({"document_type": "cong-dien"}, "cong-dien"),
        ({"urgency": "express"}, "van-ban-di-hoa-toc"),
        ({"document_type": "giay-moi"}, "giay-moi"),
        ({"document_type": "bao-cao"}, "van-ban-di"),
    ],
)
def test_the_default_templates_are_taken(office, folder, what, taken):
    route, _plan = planned(office, **what)
    assert route.uid == folder[taken].UID()


def test_the_people_of_the_sample(office):
    _route, plan = planned(office, field="van-hoa-thong-tin", related=(office.uid("noivu"),))
    assert [(one.step.id, one.actor) for one in plan][:4] == [
        ("draft", "cv1-vhtt"),
        ("review", "truongphong-vhtt"),
        ("opine.1", f"Desk:{office.uid('noivu')}"),
        ("appraise", plan[3].actor),
    ]
    assert plan[3].actor.startswith("cv-tonghop")
    assert [one.actor for one in plan][4:] == [
        "chanhvp",
        plan[5].actor,
        f"Clerks:{office.body.UID()}",
    ]


def test_an_appraiser_does_not_get_the_own_draft(office):
    _route, plan = planned(office, unit=office.uid("vp"), drafter="cv-tonghop-th")
    appraiser = next(one for one in plan if one.step.id == "appraise").actor
    assert appraiser.startswith("cv-tonghop")
    assert appraiser != "cv-tonghop-th"


def test_no_template_fits(office, folder):
    with as_user(ADMIN):
        for one in folder.templates():
            actions.retire_template(one, reason="Thay cách làm.")
    with pytest.raises(RuleBroken, match="No route fits"):
        planned(office)


# changing one


def test_the_next_document_takes_the_new_step_and_a_running_one_does_not(office, general):
    old_route, old_plan = planned(office, document_type="quyet-dinh")
    with as_user(ADMIN):
        raw = with_legal_opinion(general, office.unit("tuphap"))
        actions.save_draft(general, raw, revision=general.revision)
        assert planned(office, document_type="quyet-dinh") == (old_route, old_plan)
        actions.apply_draft(general, reason="Quy chế làm việc 2024.")
    route, plan = planned(office, document_type="quyet-dinh")
    assert (old_route.version, route.version) == (1, 2)
    assert "legal" not in {one.step.id for one in old_plan}
    legal = next(one for one in plan if one.step.id == "legal")
    assert (legal.actor, legal.skipped) == (f"Desk:{office.uid('tuphap')}", "")
    _route, plan = planned(office, document_type="bao-cao")
    assert next(one for one in plan if one.step.id == "legal").skipped
    version = general.versions[-1]
    assert (version.by, version.reason, version.route.valid_from) == (
        ADMIN,
        "Quy chế làm việc 2024.",
        date(2024, 8, 14),
    )


def test_a_version_for_later(office, general):
    with as_user(ADMIN):
        raw = {**written(general), "title": "Từ tháng Chín"}
        actions.save_draft(general, raw, revision=general.revision)
        actions.apply_draft(general, reason="x", valid_from=date(2024, 9, 1))
    assert planned(office)[0].version == 1
    found = templates.matched(office.body.UID(), facts(office), date(2024, 9, 1)).route
    assert (found.version, found.title) == (2, "Từ tháng Chín")


def test_a_draft_that_is_discarded(general):
    with as_user(ADMIN):
        actions.save_draft(general, written(general), revision=general.revision)
        actions.discard_draft(general)
        assert general.draft is None
        with pytest.raises(Conflict, match="has no draft"):
            actions.discard_draft(general)
        with pytest.raises(Conflict, match="has no draft"):
            actions.apply_draft(general, reason="x")


def test_two_people_at_once(general):
    with as_user(ADMIN):
        revision = general.revision
        actions.save_draft(general, {**written(general), "title": "Một"}, revision=revision)
        tick()
        with pytest.raises(Conflict, match="has changed this template") as refusal:
            actions.save_draft(general, {**written(general), "title": "Hai"}, revision=revision)
        with pytest.raises(Conflict, match="has changed this template"):
            actions.apply_draft(general, reason="x", revision=revision)
    assert general.draft.route.title == "Một"
    assert refusal.value.mapping["who"] == general.changed_by
    assert refusal.value.mapping["when"] == general.changed_at


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"reason": " "}, RuleBroken),
        ({"reason": "x", "valid_from": date(2024, 8, 13)}, RuleBroken),
    ],
)
def test_applying_needs_a_reason_and_no_day_that_is_past(general, more, refusal):
    with as_user(ADMIN):
        actions.save_draft(general, written(general), revision=general.revision)
        with pytest.raises(refusal):
            actions.apply_draft(general, **more)
    assert len(general.versions) == 1


def test_the_direction_stays(folder):
    with as_user(ADMIN), pytest.raises(RuleBroken, match="direction"):
        raw = written(folder["van-ban-den"])
        actions.save_draft(folder["giay-moi"], raw, revision=folder["giay-moi"].revision)


# adding, order


def test_a_special_template_comes_before_those_for_everything(folder, general):
    raw = {
        **written(general),
        "title": "Quyết định",
        "condition": {"document_types": ["quyet-dinh"]},
    }
    with as_user(ADMIN):
        new = actions.add_template(folder, raw)
    assert (new.order, general.order) == (5, 6)
    assert (new.draft.route.title, new.versions, new.getId()) == ("Quyết định", (), "quyet-dinh")


def test_two_that_match_the_same_documents(folder, general):
    with as_user(ADMIN):
        new = actions.add_template(folder, {**written(general), "title": "Như cũ"})
        with pytest.raises(Conflict, match="nothing decides between"):
            actions.save_draft(new, written(general), revision=new.revision)
        with pytest.raises(Conflict, match="nothing decides between"):
            actions.apply_draft(new, reason="x")


def test_moving(folder):
    with as_user(ADMIN):
        actions.move_template(folder["giay-moi"], place=1)
        found = [one.getId() for one in folder.templates() if one.direction == "out"]
        assert found[:2] == ["giay-moi", "van-ban-di-don-vi"]
        with pytest.raises(InvalidInput, match="from 1 to 5"):
            actions.move_template(folder["giay-moi"], place=6)


def test_retiring(office, folder):
    one = folder["giay-moi"]
    with as_user(ADMIN):
        actions.retire_template(one, reason="Dùng chung luồng.", day=date(2024, 8, 16))
        with pytest.raises(RuleBroken, match="today or later"):
            actions.retire_template(one, reason="x", day=date(2024, 8, 1))
    body = office.body.UID()
    for day, taken in ((15, "giay-moi"), (16, "van-ban-di")):
        found = templates.matched(body, facts(office, document_type="giay-moi"), date(2024, 8, day))
        assert found.route.uid == folder[taken].UID()


def test_a_template_of_one_body(office, folder):
    raw = {**written(folder["van-ban-den"]), "title": "Riêng xã", "body": office.uid("anlac")}
    with as_user(ADMIN):
        new = actions.add_template(folder, raw)
        actions.apply_draft(new, reason="x")
    today = clock.today()
    of = {
        name: templates.matched(office.uid(name), Facts("in"), today).route.uid
        for name in ("ubnd", "anlac")
    }
    assert of == {"ubnd": folder["van-ban-den"].UID(), "anlac": new.UID()}


# bad input


def broken(change):
    def make(template):
        raw = written(template)
        change(raw)
        return raw

    return make


def drop(name):
    return broken(lambda raw: raw.update(steps=[one for one in raw["steps"] if one["id"] != name]))


def put(name, **more):
    return broken(lambda raw: next(one for one in raw["steps"] if one["id"] == name).update(**more))


BAD = {
    "no review": (drop("review"), "reviewed the content"),
    "a loop": (put("review", back_to=["sign"]), "run in a loop"),
    "nobody at the end": (drop("number"), "ends with the number"),
    "an unknown unit": (
        put("opine", who={"relation": "unit_desk", "unit": {"uid": "x", "short": "Sở Lạ"}}),
        "not known here: Sở Lạ",
    ),
    "minus three hours": (put("sign", hours=-3), "-3 working hours"),
    "code in the title": (broken(lambda raw: raw.update(title="<script>")), "plain text"),
    "an unknown type": (
        broken(lambda raw: raw.update(condition={"document_types": ["khong-co"]})),
        "do not know: khong-co",
    ),
    "not even a template": (lambda template: "[" * 100, "nested deeper"),
    "ten megabytes": (lambda template: "[" * 10_000_000, "too large"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_refused_and_nothing_is_written(folder, general, name):
    make, words = BAD[name]
    with as_user(ADMIN):
        for act in (
            lambda raw: actions.save_draft(general, raw, revision=general.revision),
            lambda raw: actions.add_template(folder, raw),
        ):
            with pytest.raises((RuleBroken, InvalidInput), match=words):
                act(make(general))
    assert (general.draft, general.revision, len(folder.objectIds())) == (None, 1, 8)


# import and export


def test_what_is_exported_is_imported(folder):
    text = json.dumps(values.export(folder))
    with as_user(ADMIN):
        found = actions.import_templates(folder, text)
    assert len(found) == len(folder.objectIds()) == 8
    for one in found:
        assert values.written(one.draft.route) == values.written(one.routes()[-1])


def test_an_import_of_another_site(office, folder):
    """Its units are found by short name and code, or all named that are not here."""
    exported = values.export(folder)
    tuphap = {"uid": "their-uid", "short": "Phòng Tư pháp", "symbol_code": "TP"}
    template = next(one for one in exported["templates"] if one["name"] == "van-ban-di")
    template["name"] = "van-ban-di-moi"
    template["condition"] = {"document_types": ["quyet-dinh"]}
    step = next(one for one in template["steps"] if one["id"] == "opine")
    step["who"] = {"relation": "unit_desk", "unit": tuphap}
    exported["templates"] = [template]
    with as_user(ADMIN):
        (new,) = actions.import_templates(folder, exported)
        unit = next(one for one in new.draft.route.steps if one.id == "opine").who.unit
        assert unit == office.uid("tuphap")
        tuphap["short"] = "Sở Tư pháp"
        with pytest.raises(RuleBroken, match="not known here: Sở Tư pháp"):
            actions.import_templates(folder, exported)


def test_all_of_an_import_or_nothing(folder):
    exported = values.export(folder)
    exported["templates"][-1]["steps"] = []
    with as_user(ADMIN), pytest.raises(RuleBroken, match="at least one step"):
        actions.import_templates(folder, exported)
    assert all(one.draft is None for one in folder.templates())


def test_an_import_overwrites_no_draft(folder, general):
    exported = values.export(folder)
    with as_user(ADMIN):
        actions.save_draft(general, written(general), revision=general.revision)
        with pytest.raises(Conflict, match="has a draft by"):
            actions.import_templates(folder, exported)


# who may

CHANGES = {
    "add": lambda folder, one: actions.add_template(folder, written(one)),
    "save": lambda folder, one: actions.save_draft(one, written(one), revision=one.revision),
    "apply": lambda folder, one: actions.apply_draft(one, reason="x"),
    "discard": lambda folder, one: actions.discard_draft(one),
    "retire": lambda folder, one: actions.retire_template(one, reason="x"),
    "move": lambda folder, one: actions.move_template(one, place=1),
    "import": lambda folder, one: actions.import_templates(folder, values.export(folder)),
}


@pytest.mark.parametrize("user", ["chanhvp", "chutich", "vanthu", "truongphong-vhtt", ""])
@pytest.mark.parametrize("name", CHANGES)
def test_nobody_else_changes_templates(folder, general, name, user):
    with as_user(user), pytest.raises(NotAllowed):
        CHANGES[name](folder, general)


# running documents


def running(template, version=None):
    return documents.count_on_route(template.UID(), version)


def test_how_many_documents_run_on_a_template(office, folder):
    template = folder["van-ban-den"]
    before = running(template)
    document = office.register()
    assert (running(template), running(template, 1), running(template, 2)) == (
        before + 1,
        before + 1,
        0,
    )
    assert sheets.route_of(document).uid == template.UID()
    office.present(document)
    office.direct(document)
    assert running(template) == before + 1
    step = office.step(document, "lead")
    office.do("finish", document, step, "truongphong-vhtt", result="Đã xong.")
    assert running(template) == before


def test_a_template_that_changes_reindexes_no_document(office, general, folder):
    office.register()
    template = folder["van-ban-den"]
    before = [replaced(row) for row in rows(office)]
    with as_user(ADMIN):
        raw = {**written(template), "title": "Tên khác"}
        actions.save_draft(template, raw, revision=template.revision)
        actions.apply_draft(template, reason="Đổi tên.")
    assert [replaced(row) for row in rows(office)] == before
    assert template.title == "Tên khác"


def rows(office):
    return documents.list_documents(office.body.UID(), "in", tokens=None, size=200).rows


def replaced(row):
    return tuple(sorted((name, str(value)) for name, value in row.items()))


def test_times_are_kept(folder):
    assert replace(folder["giay-moi"].routes()[0], order=9).order == 9
    assert clock.now() - folder["giay-moi"].changed_at >= timedelta(0)
