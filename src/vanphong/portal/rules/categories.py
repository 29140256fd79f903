"""Categories under which documents are published: ``code | title``, one a line."""

from collections.abc import Iterable
from dataclasses import dataclass
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
import re


_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Category:
    """A category; its code stands in addresses and is kept with each publication."""

    code: str
    title: str


#: The first one is proposed. Titles are what the portals of the country call them.
CATEGORIES = (
    Category("chi-dao-dieu-hanh", "Văn bản chỉ đạo, điều hành"),
    Category("quy-pham-phap-luat", "Văn bản quy phạm pháp luật"),
    Category("thong-bao", "Thông báo"),
    Category("chien-luoc-quy-hoach-ke-hoach", "Chiến lược, quy hoạch, kế hoạch"),
    Category("bao-cao-thong-ke", "Báo cáo, thống kê"),
)


def category_lines() -> tuple[str, ...]:
    """The categories that a new office begins with, as an administrator writes them."""
    return tuple(f"{one.code} | {one.title}" for one in CATEGORIES)


def parse_categories(lines: Iterable[str]) -> tuple[Category, ...]:
    """The categories in some lines.

    :raises InvalidInput: naming the line.
    """
    found: dict[str, Category] = {}
    for line in lines:
        if not line.strip():
            continue
        code, _bar, title = (part.strip() for part in line.partition("|"))
        if not _CODE.fullmatch(code) or not title or len(title) > 100:
            raise InvalidInput(
                _("“${line}”: write a code in small letters, a bar and a title."), line=line[:80]
            )
        if code in found:
            raise InvalidInput(_("“${code}” is there twice."), code=code)
        found[code] = Category(code, title)
    if not found:
        raise InvalidInput(_("At least one category is needed."))
    return tuple(found.values())
