"""Workflows by a program: the same acts, and every refusal in the shape of all others."""

from base64 import b64encode
from io import BytesIO
from plone.app.testing import SITE_OWNER_NAME as MANAGER
from plone.app.testing import SITE_OWNER_PASSWORD as SECRET
from vanphong.incoming.stages import WORKFLOW
from vanphong.workflows.standing import Standing
import pytest
import transaction
import zipfile


ADDRESS = f"@workflows/{WORKFLOW}"
INSERT = {
    "edit": "insert_state",
    "before": "registered",
    "then": "presented",
    "title": "Chờ Chánh Văn phòng xem",
    "roles": ["Office Chief"],
}


@pytest.fixture
def admin(rest):
    return rest(MANAGER, SECRET)


def test_the_whole_way(admin, portal):
    listed = admin.get("@workflows").json()["items"]
    assert {"incoming_workflow", "register_workflow"} <= {one["id"] for one in listed}
    found = admin.get(ADDRESS).json()
    assert (found["revision"], found["draft"], found["problems"]) == (0, None, [])
    drafted = admin.post(f"{ADDRESS}/draft", json={"revision": 0, "edits": [INSERT]}).json()
    assert len(drafted["draft"]["changes"]) >= 3
    tried = admin.get(f"{ADDRESS}/try", params={"document": "166/CCT-KTr"}).json()
    assert tried["ways"][0] == {
        "before": ["Chờ chỉ đạo"],
        "after": ["Chờ Chánh Văn phòng xem", "Chờ chỉ đạo"],
    }
    assert "V/v" not in str(tried)
    body = {"revision": drafted["revision"], "reason": "Theo quy chế."}
    applied = admin.post(f"{ADDRESS}/apply", json=body)
    assert applied.status_code == 200, applied.text
    assert applied.json()["version"] == 2
    body = {"version": 2, "reason": "Không cần nữa."}
    assert admin.post(f"{ADDRESS}/undo", json=body).json()["version"] == 3
    assert admin.get(ADDRESS).json()["own_changes"] == []


@pytest.mark.parametrize("user", ["vanthu", "chutich", "cv1-vhtt"])
def test_who_may_not(rest, user):
    for answer in (
        rest(user).get("@workflows"),
        rest(user).get(f"{ADDRESS}/zip"),
        rest(user).post(f"{ADDRESS}/draft", json={"revision": 0, "edits": [INSERT]}),
        rest(user).post(f"{ADDRESS}/apply", json={"revision": 0, "reason": "x"}),
    ):
        assert answer.status_code == 403
        assert answer.json()["error"]["type"] == "not-allowed"


@pytest.mark.parametrize(
    ("move", "body", "status"),
    [
        ("draft", {"edits": [INSERT]}, 400),
        ("draft", {"revision": 0, "edits": "x"}, 400),
        ("draft", {"revision": 5, "edits": [INSERT]}, 409),
        ("draft", {"revision": 0, "workflow": {"states": 3}}, 400),
        ("draft", {"revision": 0, "workflow": {"id": "other"}}, 422),
        ("draft", {"revision": 0, "edits": [{"edit": "rename", "title": "<b>x</b>"}]}, 422),
        ("apply", {"revision": 0, "reason": "x"}, 409),
        ("undo", {"version": 1, "reason": "x"}, 409),
        ("adopt", {"reason": "x"}, 409),
        ("import", {"revision": 0, "file": "???"}, 400),
        ("bind", {"type": "Unit"}, 422),
        ("destroy", {}, 400),
    ],
)
def test_bad_input(admin, portal, move, body, status):
    answer = admin.post(f"{ADDRESS}/{move}", json=body)
    assert answer.status_code == status, answer.text
    assert answer.json()["error"]["message"]
    transaction.begin()
    assert Standing(WORKFLOW).draft is None


def test_unknown_ones(admin):
    assert admin.get("@workflows/khong_co").status_code == 400
    assert admin.post("@workflows/plone_workflow/draft", json={"revision": 0}).status_code == 400
    assert admin.get(f"{ADDRESS}/try", params={"document": "không có"}).status_code == 400


def test_its_own_zip_comes_back_unchanged(admin):
    file = admin.get(f"{ADDRESS}/zip")
    assert file.headers["Content-Type"] == "application/zip"
    names = zipfile.ZipFile(BytesIO(file.content)).namelist()
    assert names == ["workflows.xml", f"workflows/{WORKFLOW}/definition.xml"]
    body = {"revision": 0, "file": b64encode(file.content).decode()}
    found = admin.post(f"{ADDRESS}/import", json=body)
    assert found.status_code == 200, found.text
    assert found.json()["draft"]["changes"] == []


def altered(content, old, new):
    source, target = zipfile.ZipFile(BytesIO(content)), BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            archive.writestr(name, source.read(name).replace(old, new))
    return b64encode(target.getvalue()).decode()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            b"<guard-permission>vanphong: Use Office</guard-permission>",
            b"<guard-expression>python: True</guard-expression>",
            "guard-expression",
        ),
        (b'after_script=""', b'after_script="run"', "script run"),
        (b"user/getId", b"python: 1", "variable actor"),
        (b"</dc-workflow>", b'<script script_id="x" type="Script"/></dc-workflow>', "script x"),
        (b"</dc-workflow>", b"<evil/></dc-workflow>", "evil"),
        (b"Records Clerk", b"Vua", "Vua"),
    ],
)
def test_a_zip_with_code_or_strangers_is_refused_by_name(admin, old, new, words):
    content = admin.get(f"{ADDRESS}/zip").content
    body = {"revision": 0, "file": altered(content, old, new)}
    answer = admin.post(f"{ADDRESS}/import", json=body)
    assert answer.status_code in (400, 422), answer.text
    assert words in answer.json()["error"]["message"]
    assert admin.get(ADDRESS).json()["draft"] is None
