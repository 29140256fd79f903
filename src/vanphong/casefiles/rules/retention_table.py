"""The table of retention periods that a new office begins with, and the sources of its lines.

A beginning only: each body puts its own table in its place. What stands in no circular that
was at hand is called custom, and is to be checked by the archive officer.
"""

from dataclasses import dataclass
from datetime import date
from vanphong.casefiles.rules.retention import PERMANENT
from vanphong.casefiles.rules.retention import RetentionRule


@dataclass(frozen=True)
class Source:
    """A law that lines of the table name, with its days in force as far as they are known."""

    law: str
    since: date | None = None
    until: date | None = None
    replaced_by: str = ""


CIRCULAR_10 = "Thông tư 10/2022/TT-BNV"
CIRCULAR_9 = "Thông tư 09/2011/TT-BNV"

#: What no source says; written into the table in place of a law.
CUSTOM = "Thông lệ, chưa đối chiếu"

#: Of sources that lines name: when they came into force, and by what they were replaced.
SOURCES = (
    Source(CIRCULAR_10, date(2023, 2, 15)),
    Source(CIRCULAR_9, None, date(2023, 2, 14), CIRCULAR_10),
)


def replaced(law: str, day: date) -> Source | None:
    """The source that a line names when it was replaced by a day, else None.

    :param law: what the line says; a source may be followed by its article.
    """
    named = (one for one in SOURCES if law.startswith(one.law))
    return next((one for one in named if one.until is not None and one.until < day), None)


def is_custom(law: str) -> bool:
    """Whether a line names no law."""
    return not law or law.startswith(CUSTOM)


def _rule(code: str, group: str, title: str, years: int, law: str = CUSTOM) -> RetentionRule:
    since = next((one.since for one in SOURCES if one.law == law), None)
    return RetentionRule(code, group, title, years, law, since)


#: Each line with its source. A line of a circular that was replaced goes on being proposed
#: until somebody has checked it, for a file without a period is worse.
RULES = (
    _rule("TH1", "Tổng hợp", "Kế hoạch, báo cáo công tác năm", PERMANENT, CIRCULAR_10),
    _rule("TH2", "Tổng hợp", "Kế hoạch, báo cáo công tác quý, 6 tháng", 20, CIRCULAR_9),
    _rule("TH3", "Tổng hợp", "Kế hoạch, báo cáo công tác tháng, tuần", 10, CIRCULAR_9),
    _rule("TH4", "Tổng hợp", "Kế hoạch, báo cáo đột xuất", 10, CIRCULAR_9),
    _rule("TH5", "Tổng hợp", "Hội nghị tổng kết năm", PERMANENT, CIRCULAR_9),
    _rule("TH6", "Tổng hợp", "Hội nghị sơ kết tháng, quý", 5, CIRCULAR_9),
    _rule("TH7", "Tổng hợp", "Kỷ niệm các ngày lễ lớn, sự kiện trọng đại", PERMANENT, CIRCULAR_9),
    _rule("TH8", "Tổng hợp", "Văn bản gửi để biết", 5, CIRCULAR_9),
    _rule("QH1", "Quy hoạch", "Quy hoạch, chiến lược, đề án phát triển", PERMANENT, CIRCULAR_10),
    _rule("TC1", "Tổ chức", "Tuyển dụng, thi tuyển công chức, viên chức", 20),
    _rule("TC2", "Tổ chức", "Bổ nhiệm, điều động, luân chuyển cán bộ", 70),
    _rule("TD1", "Thi đua", "Khen thưởng danh hiệu thi đua hằng năm", 20),
    _rule("KN1", "Khiếu nại, tố cáo", "Giải quyết đơn khiếu nại, tố cáo", 15),
    _rule("XD1", "Xây dựng", "Dự án đầu tư xây dựng công trình", PERMANENT),
    _rule("VT1", "Văn thư", "Tập lưu, sổ đăng ký văn bản đi", PERMANENT),
    _rule("VT2", "Văn thư", "Tập lưu công văn", 50),
    _rule("VT3", "Văn thư", "Sổ đăng ký văn bản đến", 20),
    _rule("VT4", "Văn thư", "Lịch công tác lãnh đạo", 10),
    _rule("CD1", "Chuyển đổi số", "Cải cách hành chính, chuyển đổi số", 20),
)
