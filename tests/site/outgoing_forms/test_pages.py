"""Biểu mẫu: the page, one template, its forms."""

from io import BytesIO
from tests.office import as_user
from vanphong.outgoing.forms import builtin
from zExceptions import NotFound
from zope.component import getMultiAdapter
from ZPublisher.HTTPRequest import FileUpload
import pytest


class Field:
    """What the publisher makes an uploaded file of."""

    def __init__(self, name, data):
        self.filename = name
        self.file = BytesIO(data)
        self.headers = {}
        self.name = "file"


def upload(data, name="mau.docx"):
    return FileUpload(Field(name, data))


def test_everybody_sees_the_forms_and_their_variables(page, portal):
    shown = page(portal, "letter-templates", "cv1-vhtt")
    assert shown.status == 200
    for form in ("cong-van", "quyet-dinh-ban-hanh", "giay-moi"):
        assert f"@@letter-form/{form}" in shown.html
    assert "event.time" in shown.text
    assert "add-letter-template" not in shown.html


def test_an_administrator_brings_a_template(page, portal, folder):
    assert "add-letter-template" in page(portal, "letter-templates", "admin").html
    assert page(folder, "add-letter-template", "admin").status == 200
    sent = {"title": "Mẫu mới", "file": upload(builtin.template("cong-van"))}
    answer = page(folder, "add-letter-template", "admin", post=True, **sent)
    assert answer.status == 303, answer.text
    (made,) = folder.templates()
    assert answer.location == made.absolute_url()
    assert "Mẫu mới" in page(portal, "letter-templates", "cv1-vhtt").text


def test_a_refusal_is_said_at_the_file(page, folder):
    answer = page(folder, "add-letter-template", "admin", post=True, title="Mẫu")
    assert answer.status == 400
    assert 'id="e-file"' in answer.html
    sent = {"title": "Mẫu", "file": upload(b"%PDF-1.7", "mau.docx")}
    assert page(folder, "add-letter-template", "admin", post=True, **sent).status == 400
    assert folder.templates() == []


def test_a_template_shows_what_its_form_lacks(page, template):
    shown = page(template, "view", "cv1-vhtt")
    assert "Công văn của Văn phòng" in shown.text
    assert "replace-letter-template" not in shown.html
    assert "replace-letter-template" in page(template, "view", "admin").html


def test_it_is_replaced_and_retired(page, template):
    sent = {"file": upload(builtin.template("co-ten-loai"))}
    assert page(template, "replace-letter-template", "admin").status == 200
    assert page(template, "replace-letter-template", "admin", post=True, **sent).status == 303
    assert template.data == builtin.template("co-ten-loai")
    assert page(template, "retire-letter-template", "admin").status == 200
    answer = page(template, "retire-letter-template", "admin", post=True, valid_to="13/8/2024")
    assert answer.status == 303
    assert f"{template.valid_to:%d/%m}" == "13/08"


@pytest.mark.parametrize(
    ("name", "begins"), [("letter-form", b"PK"), ("letter-picture", b"\x89PNG")]
)
def test_the_files_of_the_built_in_forms(portal, request_, name, begins):
    with as_user("cv1-vhtt"):
        view = getMultiAdapter((portal, request_), name=name)
        assert view.publishTraverse(request_, "giay-moi")().startswith(begins)
        with pytest.raises(NotFound):
            view.publishTraverse(request_, "../giay-moi")
        with pytest.raises(NotFound):
            getMultiAdapter((portal, request_), name=name)()
