"""The gate for templates and drafts: what it refuses, and what it says."""

from io import BytesIO
from tests.rules.outgoing_forms.letters import LETTER
from tests.rules.outgoing_forms.letters import changed
from tests.rules.outgoing_forms.letters import edited
from tests.rules.outgoing_forms.letters import member
from tests.rules.outgoing_forms.letters import rendered
from vanphong.errors import InvalidInput
from vanphong.outgoing.forms import builtin
from vanphong.outgoing.forms.accept import accept_template
from vanphong.outgoing.forms.docx import DRAFT
from vanphong.outgoing.forms.docx import TEMPLATE
from vanphong.outgoing.forms.docx import open_docx
from vanphong.outgoing.forms.docx import refuse_active
from vanphong.outgoing.forms.render import render_draft
from zipfile import ZIP_DEFLATED
from zipfile import ZipFile
import pytest


FORM = builtin.template("cong-van")
PLACE = "{{ number_line }}"
RELS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def with_tag(tag):
    return edited(FORM, PLACE, tag)


def related(kind, target, mode="External"):
    """The template with one more relationship."""
    one = f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    text = member(FORM, RELS).replace("</Relationships>", f"{one}</Relationships>")
    return changed(FORM, {RELS: text.encode()})


def field(instruction):
    """The template with a field, its instruction spread over two runs."""
    half = len(instruction) // 2
    runs = "".join(
        f"<w:r><w:instrText>{part}</w:instrText></w:r>"
        for part in (instruction[:half], instruction[half:])
    )
    return edited(FORM, "<w:body>", f"<w:body><w:p>{runs}</w:p>")


@pytest.mark.parametrize("code", ["cong-van", "quyet-dinh-ban-hanh", "giay-moi", "bien-ban"])
def test_the_built_in_forms_pass_the_gate(code):
    accepted = accept_template(builtin.template(code))
    assert accepted.filled.startswith(b"PK")


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ''.__class__ }}",
        "{{ subject.__class__.__mro__ }}",
        "{{ subject['__class__'] }}",
        "{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
        "{{ subject|attr('__class__') }}",
        "{{ subject.upper() }}",
        "{{ range(10) }}",
        "{{ 'a' * 1000000000 }}",
        "{{ 10 ** 10 }}",
        "{% set x = 1 %}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{% macro x() %}{% endmacro %}",
        "{{ self }}{{ self._TemplateReference__context }}",
        "{{ _x }}",
        "{% for a in paragraphs %}{% for b in paragraphs %}{% for c in paragraphs %}"
        "{% for d in paragraphs %}{{ a }}{% endfor %}{% endfor %}{% endfor %}{% endfor %}",
        "{{ subject|pprint }}",
        "{{ namespace(x=1) }}",
        "{{ cycler }}",
        "{{ subject[addressees] }}",
    ],
)
def test_a_template_that_does_more_than_show_is_refused(tag):
    with pytest.raises(InvalidInput) as refusal:
        accept_template(with_tag(tag))
    assert refusal.value.field == "file"


def test_the_placeholder_at_fault_is_named():
    with pytest.raises(InvalidInput, match="__class__"):
        accept_template(with_tag("{{ subject.__class__ }}"))


def test_a_tag_that_word_has_cut_into_runs_is_seen_whole():
    cut = "{{ subject.__</w:t></w:r><w:r><w:t>class__ }}"
    with pytest.raises(InvalidInput, match="__class__"):
        accept_template(with_tag(cut))


@pytest.mark.parametrize("name", ["word/header1.xml", "docProps/core.xml"])
def test_heads_and_properties_are_looked_into(name):
    found = next(
        one
        for one in ZipFile(BytesIO(FORM)).namelist()
        if one == name or (name.startswith("word/h") and one.startswith("word/header"))
    )
    text = member(FORM, found)
    attack = "{{ subject.__class__ }}"
    if found.startswith("word"):
        text = text.replace("</w:p>", f"<w:r><w:t>{attack}</w:t></w:r></w:p>", 1)
    else:
        text = text.replace("<dc:title></dc:title>", f"<dc:title>{attack}</dc:title>")
        text = text.replace("<dc:title/>", f"<dc:title>{attack}</dc:title>")
    assert attack in text
    with pytest.raises(InvalidInput, match="__class__"):
        accept_template(changed(FORM, {found: text.encode()}))


def test_unknown_variables_are_all_listed():
    tags = "{{ trich_yeu }} {{ event.tme }} {% for x in nguoi_nhan %}{{ x }}{% endfor %}"
    with pytest.raises(InvalidInput) as refusal:
        accept_template(with_tag(tags))
    assert refusal.value.mapping["names"] == "event.tme, nguoi_nhan, trich_yeu"


def test_a_broken_tag_is_shown():
    with pytest.raises(InvalidInput, match=r"cannot be read near"):
        accept_template(with_tag("{{ subject"))


def test_a_file_without_placeholders_is_no_template():
    with pytest.raises(InvalidInput, match="shows nothing of a letter"):
        accept_template(rendered())


def test_the_sandbox_stands_even_where_the_gate_was_left_open():
    for tag in ("{{ ''.__class__ }}", "{{ subject.upper() }}", "{{ range(3) }}"):
        try:
            shown = member(render_draft(with_tag(tag), LETTER))
        except InvalidInput:
            continue
        assert "class" not in shown.partition("<w:body>")[2]
        assert "range(" not in shown


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "not a Word document"),
        (b"%PDF-1.7", "not a Word document"),
        (b"PK\x03\x04 broken", "not a Word document"),
        (b"PK" + b"\0" * (50 << 20), "at most"),
    ],
    ids=["empty", "pdf", "broken", "50 MB"],
)
def test_what_is_no_docx_or_too_big(data, said):
    with pytest.raises(InvalidInput, match=said):
        accept_template(data)


def bomb(size, name="word/media/a.xml"):
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as target:
        for one in ("[Content_Types].xml", "word/document.xml"):
            target.writestr(one, member(FORM, one))
        with target.open(name, "w", force_zip64=True) as stream:
            for _block in range(size >> 20):
                stream.write(b" " * (1 << 20))
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "limits"),
    [
        (lambda: bomb(64 << 20), TEMPLATE),
        (lambda: bomb(210 << 20), DRAFT),
        (lambda: bomb(10 << 20), TEMPLATE),
    ],
    ids=["64 MB", "210 MB", "ratio"],
)
def test_a_zip_bomb_is_not_unpacked(data, limits):
    with pytest.raises(InvalidInput, match="unpacks to"):
        open_docx(data(), limits)


def test_too_many_members():
    with pytest.raises(InvalidInput, match="unpacks to"):
        open_docx(changed(FORM, {f"word/a{n}.xml": b"<a/>" for n in range(201)}), TEMPLATE)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (lambda: changed(FORM, {"word/vbaProject.bin": b"x"}), "program"),
        (lambda: changed(FORM, {"word/embeddings/oleObject1.bin": b"x"}), "program"),
        (lambda: changed(FORM, {"word/activeX/activeX1.xml": b"<a/>"}), "program"),
        (lambda: related("image", "https://x.example/a.png"), "fetches something from elsewhere"),
        (lambda: related("image", "file:///etc/passwd"), "fetches something from elsewhere"),
        (lambda: related("attachedTemplate", "https://x.example/t.dotm"), "from elsewhere"),
        (lambda: related("hyperlink", "file:///etc/passwd"), "from elsewhere"),
        (lambda: related("aFChunk", "a.html", "Internal"), "takes in another document"),
        (lambda: field(' INCLUDETEXT "/etc/passwd" '), "INCLUDETEXT"),
        (lambda: field(" DDEAUTO cmd "), "DDEAUTO"),
        (
            lambda: edited(
                FORM, "<w:document ", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///x">]><w:document '
            ),
            "DTD",
        ),
        (lambda: edited(FORM, "</w:body>", ""), "damaged"),
    ],
)
def test_a_file_that_would_do_something_is_refused(data, said):
    with pytest.raises(InvalidInput, match=said):
        accept_template(data())


def test_an_ordinary_link_may_stay():
    refuse_active(open_docx(related("hyperlink", "mailto:ubnd@anbinh.gov.vn")))
    refuse_active(open_docx(related("hyperlink", "https://anbinh.gov.vn")))
