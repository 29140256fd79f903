"""The compulsory input fields of Decree 30/2020/NĐ-CP, Annex VI, Part II.

They are the contract with archives and other systems; our own names stand beside them.
"""

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from vanphong.documents.rules.levels import refuse_secret
from vanphong.documents.rules.levels import urgency_of
from vanphong.documents.rules.types import COPY_TYPES
from vanphong.documents.rules.types import DOCUMENT_TYPES
from vanphong.documents.rules.types import LEGAL_TYPES
from vanphong.documents.rules.types import DocumentType
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _


Direction = Literal["in", "out"]
FieldKind = Literal["String", "Number", "Date"]

ALL_TYPES = DOCUMENT_TYPES + COPY_TYPES + LEGAL_TYPES

ANNEX_RULE = "Nghị định 30/2020/NĐ-CP, Phụ lục VI, Phần II"


@dataclass(frozen=True)
class AnnexField:
    """A compulsory field: our ``name``, the annex's ``english`` and Vietnamese ``title``.

    ``length`` counts letters or digits, None is unlimited; ``auto`` fields are filled by the
    system. A dotted English name lies inside a group.
    """

    name: str
    english: str
    title: str
    kind: FieldKind
    length: int | None
    auto: bool = False


# The annex gives OrganId 13 characters; Decision 20/2020/QĐ-TTg has since made them 35.
_ORGAN_ID = AnnexField("organ_id", "OrganId", "Mã định danh cơ quan", "String", 35, True)

_HEAD = (
    AnnexField("file_code", "FileCode", "Mã hồ sơ", "String", None),
    _ORGAN_ID,
    AnnexField("document_ordinal", "DocOrdinal", "Số thứ tự trong hồ sơ", "Number", 3, True),
    AnnexField("document_type", "TypeName", "Tên loại văn bản", "String", 100),
)

_BODY = (
    AnnexField("code_notation", "CodeNotation", "Ký hiệu của văn bản", "String", 30),
    AnnexField("organ_name", "OrganName", "Tên cơ quan ban hành", "String", 200),
    AnnexField("subject", "Subject", "Trích yếu nội dung", "String", 500),
    AnnexField("language", "Language", "Ngôn ngữ", "String", 30),
    AnnexField("page_amount", "PageAmount", "Số trang", "Number", 3, True),
    AnnexField("note", "Description", "Ghi chú", "String", 500),
    AnnexField("signer_position", "SignerInfo.Position", "Chức vụ người ký", "String", 100),
    AnnexField("signer_name", "SignerInfo.FullName", "Họ tên người ký", "String", 50),
    AnnexField("urgency", "Priority", "Mức độ khẩn", "Number", 1),
)

#: Văn bản đến.
INCOMING = (
    *_HEAD,
    AnnexField("code_number", "CodeNumber", "Số của văn bản", "String", 11),
    AnnexField("issued_date", "IssuedDate", "Ngày, tháng, năm văn bản", "Date", 10),
    *_BODY,
    AnnexField("arrival_date", "ArrivalDate", "Ngày, tháng, năm đến", "Date", 10, True),
    AnnexField("arrival_number", "ArrivalNumber", "Số đến", "Number", 10, True),
    AnnexField("to_places", "ToPlaces", "Đơn vị hoặc người nhận", "String", 1000),
    AnnexField("due_date", "DueDate", "Thời hạn giải quyết", "Date", 10),
)

#: Văn bản đi. Of the recipients only the name is mapped here; each has a length of its own.
OUTGOING = (
    *_HEAD,
    AnnexField("code_number", "CodeNumber", "Số của văn bản", "String", 11, True),
    AnnexField("issued_date", "IssuedDate", "Ngày, tháng, năm văn bản", "Date", 10, True),
    *_BODY,
    AnnexField("to_places", "To.OrganName", "Nơi nhận", "String", 200),
    AnnexField("issued_amount", "IssuedAmount", "Số lượng bản phát hành", "Number", 3),
    AnnexField("due_date", "DueDate", "Hạn trả lời văn bản", "Date", 10),
)

ANNEX_VI: Mapping[Direction, tuple[AnnexField, ...]] = {"in": INCOMING, "out": OUTGOING}


def to_annex_vi(
    values: Mapping[str, object],
    direction: Direction,
    types: Sequence[DocumentType] = ALL_TYPES,
) -> dict[str, object]:
    """Rename and convert the fields of a document; empty ones are left out.

    The type's code becomes its name, dates dd/mm/yyyy, urgency the digit Priority (the annex
    joins secrecy in it, which here is always normal).

    :raises InvalidInput: the urgency or secrecy is not one of ours.
    :raises RuleBroken: the document is secret.
    """
    refuse_secret(str(values.get("secrecy") or "normal"))
    names = {kind.code: kind.name for kind in types}
    record: dict[str, object] = {}
    for field in ANNEX_VI[direction]:
        value = values.get(field.name)
        if value is None or value == "" or value == ():
            continue
        if field.name == "document_type":
            value = names.get(str(value), value)
        elif field.name == "urgency":
            value = urgency_of(str(value)).number
        elif isinstance(value, date):
            value = f"{value:%d/%m/%Y}"
        record[field.english] = value
    return record


def check_lengths(values: Mapping[str, object], direction: Direction) -> None:
    """Refuse a text that is too long, or a number with too many digits, for the annex.

    :raises InvalidInput: naming the field, its limit and what was given.
    """
    for field in ANNEX_VI[direction]:
        value = values.get(field.name)
        if field.length is None or value is None or field.kind == "Date" or field.name == "urgency":
            continue
        for part in value if isinstance(value, list | tuple) else (value,):
            if len(str(part)) > field.length:
                raise _too_long(field, str(part))


def _too_long(field: AnnexField, value: str) -> InvalidInput:
    texts = {
        "String": _("${name} has ${given} characters; at most ${limit} are allowed."),
        "Number": _("${name} has ${given} digits; at most ${limit} are allowed."),
    }
    return InvalidInput(
        texts[field.kind],
        rule=ANNEX_RULE,
        field=field.name,
        name=field.title,
        given=len(value),
        limit=field.length,
    )
