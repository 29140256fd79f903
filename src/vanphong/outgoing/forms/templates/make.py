"""Make the built-in templates: ``python -m vanphong.outgoing.forms.templates.make``.

Each function lays out one form of Annex III of Decree 30/2020/NĐ-CP. Run it after a change
here, and commit the DOCX files that it writes beside this module.
"""

from collections.abc import Callable
from docx.enum.section import WD_SECTION
from pathlib import Path
from typing import Any
from vanphong.outgoing.forms.templates import layout
from vanphong.outgoing.forms.templates import parts
from vanphong.outgoing.forms.templates.layout import LEFT
from vanphong.outgoing.forms.templates.layout import each
from vanphong.outgoing.forms.templates.layout import tag
from vanphong.outgoing.forms.templates.layout import text
from zipfile import ZIP_DEFLATED
from zipfile import ZipFile
from zipfile import ZipInfo
import io


HERE = Path(__file__).parent


def official_letter(document: Any) -> None:
    """Công văn, form 1.5."""
    parts.head(document, about=True)
    parts.addressed(document)
    parts.body(document)
    parts.end(document)


def named(document: Any) -> None:
    """A document with the name of its type, form 1.4."""
    parts.head(document)
    parts.title(document)
    parts.addressed(document)
    _grounds(document)
    parts.body(document)
    parts.end(document)


def decision(document: Any) -> None:
    """Quyết định (quy định trực tiếp), form 1.2."""
    _decided(document, "QUYẾT ĐỊNH:")


def decision_enclosing(document: Any) -> None:
    """Quyết định (ban hành, phê duyệt văn bản khác), form 1.3: the other document follows."""
    decision(document)
    section = document.add_section(WD_SECTION.NEW_PAGE)
    _restart(section)
    made = layout.table(document, *parts.HEAD)
    parts._bodies(made.rows[0].cells[0])
    parts._nation(made.rows[0].cells[1])
    text(document, "", size=12)
    each(document, "line in enclosed.type_lines", text, "{{ line }}", bold=True, keep=True)
    text(document, "{{ enclosed.subject }}", bold=True, left=10, right=10, keep=True)
    text(document, "{{ enclosed.reference }}", italic=True, left=10, right=10, before=2, keep=True)
    layout.rule(document, 45, layout.WIDTH, before=4, after=10)
    parts.body(document, "enclosed.paragraphs")
    text(document, "", size=6, keep=True)
    parts.signer(layout.table(document, *parts.END).rows[0].cells[1])


def resolution(document: Any) -> None:
    """Nghị quyết (cá biệt), form 1.1."""
    _decided(document, "QUYẾT NGHỊ:")


def telegram(document: Any) -> None:
    """Công điện, form 1.6."""
    parts.head(document)
    parts.title(document)
    text(document, "{{ authority }} điện:", bold=True, after=6, keep=True)
    each(document, "one in addressees", text, "- {{ one }}", align=LEFT, left=40, first=-3)
    text(document, "", size=8)
    parts.body(document)
    parts.end(document)


def invitation(document: Any) -> None:
    """Giấy mời, form 1.7."""
    parts.head(document)
    parts.title(document)
    parts.body(document)
    tag(document, "if event.invited|length == 1")
    parts.paragraph(document, "{{ sender }} trân trọng kính mời: {{ event.invited[0] }}")
    tag(document, "else")
    parts.paragraph(document, "{{ sender }} trân trọng kính mời:", keep=True)
    each(document, "one in event.invited", parts.paragraph, "- {{ one }}")
    tag(document, "endif")
    parts.paragraph(document, "Tới dự {{ event.occasion }}.")
    for name, value in (("Chủ trì", "chair"), ("Thời gian", "time")):
        parts.paragraph(document, (f"{name}: ", {"bold": True}), f"{{{{ event.{value} }}}}.")
    parts.paragraph(document, ("Địa điểm: ", {"bold": True}), "{{ event.place }}", keep=True)
    each(document, "note in event.notes", parts.paragraph, "{{ note }}", keep=True)
    parts.end(document)


def minutes(document: Any) -> None:
    """Biên bản, form 1.9: no place and date, two signatures."""
    parts.head(document, dated=False)
    parts.title(document)
    for name, value in (("Thời gian bắt đầu", "started"), ("Địa điểm", "place")):
        parts.paragraph(document, (f"{name}: ", {"bold": True}), f"{{{{ minutes.{value} }}}}.")
    parts.paragraph(document, ("Thành phần tham dự:", {"bold": True}), keep=True)
    each(document, "one in minutes.present", parts.paragraph, "- {{ one }}")
    tag(document, "if minutes.absent")
    parts.paragraph(document, ("Vắng mặt:", {"bold": True}), keep=True)
    each(document, "one in minutes.absent", parts.paragraph, "- {{ one }}")
    tag(document, "endif")
    for name, value in (("Chủ trì", "chair"), ("Thư ký", "secretary")):
        parts.paragraph(document, (f"{name}: ", {"bold": True}), f"{{{{ minutes.{value} }}}}.")
    parts.paragraph(document, ("Nội dung:", {"bold": True}), keep=True)
    parts.body(document)
    parts.paragraph(document, "Cuộc họp kết thúc vào {{ minutes.ended }}", keep=True)
    _two_signatures(document)


def _two_signatures(document: Any) -> None:
    """Both signatures, in a row that is never parted by a page, and the recipients below."""
    text(document, "", size=6, keep=True)
    made = layout.table(document, *parts.END)
    left, right = made.rows[0].cells
    for cell, title, name in (
        (left, "THƯ KÝ", "minutes.secretary"),
        (right, "CHỦ TỌA", "minutes.chair"),
    ):
        text(cell, title, bold=True)
        for _line in range(5):
            text(cell, "")
        text(cell, f"{{{{ {name} }}}}", bold=True)
        layout.closed(cell)
    below = layout.add_row(made, parts.END, whole=False).cells[0]
    text(below, "", size=8)
    parts.recipients(below)
    layout.foot(document)


def introduction(document: Any) -> None:
    """Giấy giới thiệu, form 1.8."""
    parts.head(document)
    parts.title(document, about=False)
    parts.body(document)
    parts.paragraph(document, "{{ sender }} trân trọng giới thiệu:", keep=True)
    parts.paragraph(document, "Ông (bà): ", ("{{ introduced.person }}", {"bold": True}))
    _said(document, "Chức vụ", "introduced.position")
    _said(document, "Được cử đến", "introduced.sent_to")
    _said(document, "Về việc", "introduced.purpose")
    parts.paragraph(
        document,
        "Đề nghị Quý cơ quan, đơn vị tạo điều kiện để ông (bà) có tên ở trên hoàn thành nhiệm vụ.",
    )
    parts.paragraph(document, "Giấy này có giá trị đến hết {{ introduced.until }}./.", keep=True)
    parts.end(document)


def leave(document: Any) -> None:
    """Giấy nghỉ phép, form 1.10."""
    parts.head(document)
    parts.title(document, about=False)
    parts.body(document)
    asked = "Xét Đơn đề nghị nghỉ phép{% if absence.asked %} {{ absence.asked }}{% endif %}"
    parts.paragraph(document, f"{asked} của ông (bà) {{{{ absence.person }}}},")
    parts.paragraph(document, "{{ sender }} cấp cho:", keep=True)
    parts.paragraph(document, "Ông (bà): ", ("{{ absence.person }}", {"bold": True}))
    _said(document, "Chức vụ", "absence.position")
    where = "{% if absence.where %} tại {{ absence.where }}{% endif %}"
    parts.paragraph(
        document,
        "Nghỉ phép trong thời gian {{ absence.days }}, kể từ {{ absence.start }} "
        f"đến hết {{{{ absence.end }}}}{where}.",
    )
    tag(document, "if absence.counted_as")
    parts.paragraph(
        document,
        "Số ngày nghỉ phép nêu trên được tính vào thời gian {{ absence.counted_as }}./.",
        keep=True,
    )
    tag(document, "else")
    parts.paragraph(
        document,
        "Số ngày nghỉ phép nêu trên được tính vào thời gian nghỉ hằng năm./.",
        keep=True,
    )
    tag(document, "endif")
    parts.end(document)


def _said(document: Any, name: str, value: str) -> None:
    """A line that is left out where nothing is said."""
    tag(document, f"if {value}")
    parts.paragraph(document, f"{name}: {{{{ {value} }}}}")
    tag(document, "endif")


def _decided(document: Any, word: str) -> None:
    parts.head(document)
    parts.title(document)
    text(document, "{{ authority }}", bold=True, after=8)
    _grounds(document)
    text(document, word, bold=True, before=6, after=8, keep=True)
    parts.body(document)
    parts.end(document)


def _grounds(document: Any) -> None:
    each(document, "one in bases", parts.paragraph, "{{ one }}", italic=True)


def _restart(section: Any) -> None:
    """Pages of what is enclosed are counted by themselves (Annex I.I.7)."""
    numbers = layout._element("w:pgNumType", start="1")
    section._sectPr.append(numbers)
    section.different_first_page_header_footer = True
    section.first_page_footer.is_linked_to_previous = False


FORMS: dict[str, Callable[[Any], None]] = {
    "cong-van": official_letter,
    "co-ten-loai": named,
    "nghi-quyet": resolution,
    "quyet-dinh": decision,
    "quyet-dinh-ban-hanh": decision_enclosing,
    "cong-dien": telegram,
    "giay-moi": invitation,
    "giay-gioi-thieu": introduction,
    "bien-ban": minutes,
    "giay-nghi-phep": leave,
}


def made(form: Callable[[Any], None]) -> bytes:
    """One form as a DOCX; the same bytes whenever nothing has changed."""
    document = layout.sheet()
    form(document)
    package = document.part.package
    for key, found in list(package.rels.items()):
        if found.reltype.endswith("/thumbnail"):
            package.rels.pop(key)
    out = io.BytesIO()
    document.save(out)
    still = io.BytesIO()
    with ZipFile(out) as source, ZipFile(still, "w", ZIP_DEFLATED) as target:
        for member in sorted(source.namelist(), key=lambda name: name != "[Content_Types].xml"):
            target.writestr(ZipInfo(member), source.read(member), ZIP_DEFLATED)
    return still.getvalue()


def main() -> None:
    """Write all of them."""
    for name, form in FORMS.items():
        (HERE / f"{name}.docx").write_bytes(made(form))


if __name__ == "__main__":
    main()
