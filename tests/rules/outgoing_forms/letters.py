"""Letters and files that the tests of the forms begin with."""

from dataclasses import replace
from io import BytesIO
from vanphong.outgoing.forms import builtin
from vanphong.outgoing.forms.docx import open_docx
from vanphong.outgoing.forms.docx import read_facts
from vanphong.outgoing.forms.render import render_draft
from vanphong.outgoing.forms.rules.example import EXAMPLE
from vanphong.outgoing.forms.rules.example import example
from vanphong.outgoing.forms.rules.findings import Finding
from vanphong.outgoing.forms.rules.letter import Letter
from zipfile import ZIP_DEFLATED
from zipfile import ZipFile


LETTER = replace(
    EXAMPLE,
    text="Ủy ban nhân dân huyện thống nhất với nội dung, thời gian theo đề nghị của quý Sở.",
)

#: One document for each built-in form.
OF_FORM: dict[str, Letter] = {
    "cong-van": LETTER,
    "co-ten-loai": replace(example("to-trinh", "Tờ trình", "TTr"), text=LETTER.text),
    "quyet-dinh": example("quyet-dinh", "Quyết định", "QĐ"),
    "quyet-dinh-ban-hanh": example("quyet-dinh", "Quyết định", "QĐ"),
    "cong-dien": example("cong-dien", "Công điện", "CĐ"),
    "giay-moi": replace(example("giay-moi", "Giấy mời", "GM"), text=""),
    "bien-ban": example("bien-ban", "Biên bản", "BB"),
    "nghi-quyet": example("nghi-quyet", "Nghị quyết", "NQ"),
    "giay-gioi-thieu": example("giay-gioi-thieu", "Giấy giới thiệu", "GGT"),
    "giay-nghi-phep": example("giay-nghi-phep", "Giấy nghỉ phép", "GNP"),
}


def rendered(letter: Letter = LETTER, form: str = "cong-van") -> bytes:
    return render_draft(builtin.template(form), letter)


def facts(docx: bytes):
    return read_facts(open_docx(docx))


def lines(docx: bytes) -> list[str]:
    """The texts of the paragraphs, the empty ones left out."""
    return [block.text for block in facts(docx).blocks if block.text.strip()]


def changed(docx: bytes, members: dict[str, bytes], without: tuple[str, ...] = ()) -> bytes:
    """The file with members replaced or added."""
    out = BytesIO()
    with ZipFile(BytesIO(docx)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name not in members and name not in without:
                target.writestr(name, source.read(name))
        for name, data in members.items():
            target.writestr(name, data)
    return out.getvalue()


def member(docx: bytes, name: str = "word/document.xml") -> str:
    with ZipFile(BytesIO(docx)) as source:
        return source.read(name).decode()


def edited(docx: bytes, old: str, new: str) -> bytes:
    """The file with a piece of its main text replaced; it must be there."""
    text = member(docx)
    assert old in text, old
    return changed(docx, {"word/document.xml": text.replace(old, new).encode()})


def of(findings: tuple[Finding, ...], code: str) -> list[tuple[str, str]]:
    """Severity and text of the findings of a point that are not in order."""
    return [(one.severity, one.text) for one in findings if one.code == code]
