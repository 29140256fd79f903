"""Beginning and changing a draft by its form."""

from plone.testing.zope import makeTestRequest
from tests.office import as_user
from vanphong.errors import NotAllowed
from vanphong.outgoing.browser.draft_completions import DraftCompletions
import json
import pytest


def form(**more):
    """What a drafter types."""
    return {
        "subject": "V/v tổng kết phong trào đọc sách tại các xã",
        "document_type": "cong-van",
        "field": "VX",
        "urgency": "normal",
        "template": "auto",
        "text": "Thực hiện kế hoạch năm 2024.\nĐề nghị các đơn vị báo cáo.",
        "r-name-0": "Các phòng, ban, cơ quan chuyên môn",
        "r-what-0": "group:divisions",
        "r-name-1": "Sở Nội vụ",
        "r-purpose-1": "report",
        "r-name-2": "",
        **more,
    }


def begun(answer, portal):
    """The draft that a form has led to."""
    path = answer.location.partition("/".join(portal.getPhysicalPath()))[2]
    return portal.unrestrictedTraverse(path.strip("/"))


def test_a_draft_is_made_from_the_template(page, unit, portal):
    answer = page(unit("vhtt"), "draft-outgoing", "cv1-vhtt", post=True, **form())
    assert answer.status == 303, answer.text
    made = begun(answer, portal)
    assert [one.group or one.name for one in made.recipients] == ["divisions", "Sở Nội vụ"]
    assert made.versions[0].files[0].filename == "Công văn.docx"
    text = page(made, "view", "cv1-vhtt").text
    assert made.subject in text


def test_an_answer_begins_with_what_it_answers(page, unit, document, portal):
    letter = document("1210/UBND-VX")
    shown = page(unit("vhtt"), "draft-outgoing", "cv1-vhtt", reply_to=letter.UID())
    assert "1210/UBND-VX" in shown.text and letter.organ_name in shown.html
    answer = page(
        unit("vhtt"), "draft-outgoing", "cv1-vhtt", post=True, **form(reply_to=letter.UID())
    )
    assert begun(answer, portal).reply_to == letter.UID()


def test_a_group_is_added_without_scripts(page, unit):
    sent = form(add="group:communes", **{"r-name-0": "", "r-name-1": ""})
    answer = page(unit("vhtt"), "draft-outgoing", "cv1-vhtt", post=True, **sent)
    assert answer.status == 200
    assert "Ủy ban nhân dân các xã, thị trấn" in answer.html
    assert sent["subject"] in answer.html


def test_nearly_the_same_is_said_first(page, unit, out):
    other = out.draft(subject=form()["subject"])
    sent = form()
    answer = page(unit("vhtt"), "draft-outgoing", "cv2-vhtt", post=True, **sent)
    assert answer.status == 422
    assert other.subject in answer.html
    sent["distinct"] = "yes"
    answer = page(unit("vhtt"), "draft-outgoing", "cv2-vhtt", post=True, **sent)
    assert answer.status == 303


def test_a_second_answer_is_refused_and_nothing_lost(page, unit, out, document):
    letter = document("1210/UBND-VX")
    out.draft(reply_to=letter.UID())
    sent = form(reply_to=letter.UID())
    answer = page(unit("vhtt"), "draft-outgoing", "cv1-vhtt", post=True, **sent)
    assert answer.status == 409
    assert sent["text"].splitlines()[1] in answer.html


def by_script(page, unit, **sent):
    """What the form is answered when its files are sent by the script."""
    return page(
        unit("vhtt"), "draft-outgoing", "cv2-vhtt", post=True, media_type="application/json", **sent
    )


def test_a_script_is_told_every_error_with_its_field(page, unit):
    answer = by_script(page, unit, **form(subject="", due_date="31/2/2024"))
    told = json.loads(answer.html)
    assert answer.status == 400
    assert {one["field"] for one in told["errors"]} == {"subject", "due_date"}
    assert told["error"]["field"] == told["errors"][0]["field"]
    assert all(one["text"] for one in told["errors"])


def test_a_script_is_told_what_is_nearly_the_same(page, unit, out):
    other = out.draft(subject=form()["subject"])
    answer = by_script(page, unit, **form())
    told = json.loads(answer.html)
    assert (answer.status, told["error"]["field"]) == (422, "distinct")
    assert [one["subject"] for one in told["similar"]] == [other.subject]
    assert told["similar"][0]["stage"] == "Dự thảo"
    assert by_script(page, unit, **form(distinct="yes")).status == 200


def test_particulars_are_changed(page, out):
    draft = out.draft()
    shown = page(draft, "edit-draft", "cv1-vhtt")
    assert draft.subject in shown.html
    sent = form(subject="V/v báo cáo bổ sung số liệu thư viện")
    answer = page(draft, "edit-draft", "cv1-vhtt", post=True, **sent)
    assert answer.status == 303
    assert draft.subject == "V/v báo cáo bổ sung số liệu thư viện"
    assert [one.name for one in draft.recipients][1] == "Sở Nội vụ"


def test_who_does_not_belong_is_refused(page, unit, out):
    with pytest.raises(NotAllowed):
        page(unit("vhtt"), "draft-outgoing", "truongphong-noivu", post=True, **form())
    with pytest.raises(NotAllowed):
        page(out.draft(), "edit-draft", "cv1-noivu")


def test_who_belongs_to_another_unit_is_led_there(page, body, unit):
    answer = page(body, "draft-outgoing", "cv1-noivu")
    assert answer.location == unit("noivu").absolute_url() + "/@@draft-outgoing"


def test_everything_wrong_is_said_and_nothing_typed_is_lost(page, unit):
    sent = form(subject="", due_date="31/2/2024")
    sent["r-copies-1"] = "nhiều"
    answer = page(unit("vhtt"), "draft-outgoing", "cv1-vhtt", post=True, **sent)
    assert answer.status == 400
    assert "31/2/2024" in answer.html and "Sở Nội vụ" in answer.html


def asked(unit, kind, user="cv1-vhtt", **typed):
    """What the form is answered while it is typed in."""
    request = makeTestRequest()
    request.form.update(typed)
    with as_user(user):
        view = DraftCompletions(unit, request).publishTraverse(request, kind)
        return json.loads(view())


def test_completions(unit, out):
    other = out.draft(subject="V/v tổng kết phong trào đọc sách tại các xã")
    found = asked(unit("vhtt"), "recipients", q="xã")
    assert found[0]["value"] == "group:communes"
    assert asked(unit("vhtt"), "recipients", q="") == []
    assert asked(unit("vhtt"), "symbols", q="1210")[0]["value"] == "1210/UBND-VX"
    assert asked(unit("noivu"), "symbols", "cv1-noivu", q="1210") == []
    near = asked(unit("vhtt"), "similar", subject=other.subject)
    assert near[0]["subject"] == other.subject


def test_an_invitation_has_fields_of_its_own(page, unit, portal):
    sent = form(
        document_type="giay-moi",
        **{
            "subject": "Họp giao ban công tác văn hóa tháng 8",
            "giay-moi--starts_at": "08:00 19/08/2024",
            "giay-moi--place": "Hội trường tầng 2",
            "giay-moi--public": "yes",
            "bien-ban--place": "",
        },
    )
    wrong = {**sent, "giay-moi--ends_at": "07:00 19/08/2024"}
    answer = page(unit("vhtt"), "draft-outgoing", "cv1-vhtt", post=True, **wrong)
    assert answer.status == 422
    assert "e-giay-moi--ends_at" in answer.html and "Hội trường tầng 2" in answer.html
    answer = page(unit("vhtt"), "draft-outgoing", "cv1-vhtt", post=True, **sent)
    assert answer.status == 303, answer.text
    made = begun(answer, portal)
    assert made.particulars.public is True
    assert made.versions[0].files[0].filename == "Giấy mời.docx"
    assert "Hội trường tầng 2" in page(made, "view", "cv1-vhtt").text
    shown = page(made, "edit-draft", "cv1-vhtt").html
    assert 'value="08:00 19/08/2024"' in shown
    changed = {**sent, "giay-moi--public": ""}
    page(made, "edit-draft", "cv1-vhtt", post=True, **changed)
    assert made.particulars.public is False
