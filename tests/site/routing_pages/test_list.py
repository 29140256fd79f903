"""The list of the route templates: order, import, export, adding."""

from io import BytesIO
from plone import api
from vanphong.routing import template_actions as actions
from vanphong.routing import templates
from ZPublisher.HTTPRequest import FileUpload
import json
import pytest


OUT = ["van-ban-di-don-vi", "cong-dien", "van-ban-di-hoa-toc", "giay-moi", "van-ban-di"]


def order(folder):
    return [one.getId() for one in folder.templates() if one.direction == "out"]


class Field:
    """A file as the publisher gets it."""

    def __init__(self, data, name="routes.json"):
        self.file = BytesIO(data)
        self.filename = name
        self.headers = {}
        self.name = "file"


def upload(data):
    return FileUpload(Field(data))


def test_the_list_shows_every_template_in_words(page, portal):
    shown = page(portal, "routes", "admin").text
    for words in ("Văn bản đi của đơn vị", "Giấy mời", "Đơn, thư của công dân", "Công điện"):
        assert words in shown


def test_the_order_can_be_changed_with_the_keyboard(page, portal):
    found = page(portal, "routes", "admin").html
    assert 'value="up giay-moi"' in found
    assert 'value="down giay-moi"' in found
    assert 'aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"' in found
    assert 'data-group="out"' in found


@pytest.mark.parametrize(
    ("do", "place"),
    [("up giay-moi", 2), ("down giay-moi", 4), ("place giay-moi 0", 0), ("place giay-moi 99", 4)],
)
def test_a_template_moves(send, portal, folder, do, place):
    assert order(folder) == OUT
    answer = send(portal, "routes", do)
    assert answer.status == 303
    assert answer.location.endswith("@@routes#f-giay-moi")
    assert order(folder).index("giay-moi") == place


@pytest.mark.parametrize("do", ["", "up", "up khong-co", "place giay-moi x", "burn giay-moi"])
def test_what_cannot_be_moved_is_said(send, portal, folder, do):
    assert send(portal, "routes", do).status == 400
    assert order(folder) == OUT


def test_the_page_of_a_body_shows_what_its_documents_can_take(page, office, folder):
    shown = page(office.body, "routes", "admin").html
    assert "luong-xu-ly/giay-moi" in shown
    commune = office.unit("anlac")
    raw = export(page, office.portal)["templates"]
    ours = {**raw[0], "title": "Chỉ của xã", "body": commune.UID()}
    ours.pop("name")
    with api.env.adopt_user(username="admin"):
        actions.add_template(folder, ours)
    assert "Chỉ của xã" not in page(office.body, "routes", "admin").html
    assert "Chỉ của xã" in page(commune, "routes", "admin").html


def export(page, portal, **form):
    return json.loads(page(portal, "routes-json", "admin", **form).html)


def test_all_templates_are_exported_or_one(page, portal):
    found = export(page, portal)
    assert {one["name"] for one in found["templates"]} >= set(OUT)
    (one,) = export(page, portal, id="giay-moi")["templates"]
    assert one["name"] == "giay-moi"


def test_an_export_comes_back_as_drafts(page, send, portal, folder):
    data = json.dumps(export(page, portal, id="giay-moi")).encode()
    answer = send(portal, "routes", "import", file=upload(data))
    assert answer.status == 303
    assert folder["giay-moi"].draft is not None
    assert "giay-moi" in page(portal, "routes", "admin").html


@pytest.mark.parametrize(
    "data", [b"{", b"[" * 500, b'{"format": "x", "templates": []}', b"\xff", b"1" * 1_000_001]
)
def test_what_is_no_export_is_refused_beside_the_file(send, portal, folder, data):
    answer = send(portal, "routes", "import", file=upload(data))
    assert answer.status == 400
    assert "<dialog" in answer.html
    assert "open=" in answer.html
    assert all(one.draft is None for one in folder.templates())


def test_without_a_file_nothing_is_imported(send, portal):
    assert send(portal, "routes", "import").status == 400


def test_an_empty_office_is_told_what_to_do(page, portal, folder):
    for name in list(folder.objectIds()):
        folder._delObject(name)
    assert "@@route-add" in page(portal, "routes", "admin").html
    assert page(portal, "route-add", "admin").status == 200


def test_a_new_route_begins_with_the_steps_of_another(send, portal, folder, usual):
    answer = send(
        portal,
        "route-add",
        "add",
        base="van-ban-di",
        title="Quyết định",
        document_types=["quyet-dinh"],
    )
    assert answer.status == 303
    made = folder[answer.location.rpartition("/")[2]]
    assert made.draft.route.steps == usual.versions[-1].route.steps
    assert made.draft.route.condition.document_types == {"quyet-dinh"}
    assert order(folder).index(made.getId()) < order(folder).index("van-ban-di")


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"title": "", "document_types": ["quyet-dinh"]}, 422),
        ({"title": "<b>", "document_types": ["quyet-dinh"]}, 422),
        ({"title": "Trùng"}, 409),
        ({"title": "Lạ", "document_types": ["khong-co"]}, 422),
        ({"title": "Lạ", "body": "khong-co", "document_types": ["quyet-dinh"]}, 422),
    ],
)
def test_a_new_route_that_cannot_be_is_refused_and_nothing_is_lost(
    send, portal, folder, form, status
):
    before = len(folder.objectIds())
    answer = send(portal, "route-add", "add", base="van-ban-di", **form)
    assert answer.status == status
    assert len(folder.objectIds()) == before
    if form["title"] == "Trùng":
        assert 'value="Trùng"' in answer.html


@pytest.mark.parametrize("name", ["routes", "routes-json", "route-add"])
def test_nobody_else_sees_these_pages(views_of, portal, name):
    for user in ("chanhvp", "chutich", "vanthu", "cv1-vhtt", ""):
        assert not views_of(portal, name, user)
    assert views_of(portal, name, "admin")


def test_the_folder_leads_to_the_list(page, folder):
    assert page(folder, "view", "admin").location.endswith("/@@routes")


def test_the_rail_leads_an_administrator_there(page, portal):
    assert "/@@routes" in page(portal, "desktop", "admin").html
    assert "/@@routes" not in page(portal, "desktop", "vanthu").html


def test_two_hundred_templates_are_shown_quickly(page, portal, folder, seconds):
    raw = export(page, portal, id="giay-moi")["templates"][0]
    raw.pop("name")
    with api.env.adopt_user(username="admin"):
        for number in range(200):
            condition = {"senders": [f"Cơ quan {number}"], "document_types": ["giay-moi"]}
            actions.add_template(folder, {**raw, "title": f"Mẫu {number}", "condition": condition})
    assert len(templates.container().templates()) > 200
    page(portal, "routes", "admin")
    assert seconds(page, portal, "routes", "admin") < 1.5  # a guard against queries per row
