"""From a meeting to its Thông báo kết luận: what the draft begins with.

The words are those of the notices that People's Committees issue; the numbered lines are left
empty, for nobody but the chair concludes.
"""

from collections.abc import Iterable
from vanphong.invitations.rules.meetings import Event
import re


_ABOUT = re.compile(r"^(?:giấy mời\s+)?(?:v/v\.?:?|về việc:?|dự|tham dự|họp:?)\s+", re.IGNORECASE)

#: So many numbered conclusions are offered to be filled in.
LINES = 3


def conclusion_subject(event: Event) -> str:
    """``Kết luận của Chủ tịch UBND huyện tại cuộc họp …``."""
    chair = event.chairs[0] if event.chairs else "người chủ trì"
    about = _ABOUT.sub("", event.title).strip()
    about = about[:1].lower() + about[1:] if about[1:2].islower() else about
    return f"Thông báo kết luận của {chair} tại cuộc họp {about}"[:500]


def conclusion_text(
    event: Event, symbol: str, issued: str, present: Iterable[str], absent: Iterable[str] = ()
) -> str:
    """The body of the draft, a paragraph a line."""
    chair = "; ".join(event.chairs) or "…"
    begun = f"{event.starts_at:%H} giờ {event.starts_at:%M} phút ngày {event.starts_at:%d/%m/%Y}"
    lines = [
        f"Căn cứ Giấy mời số {symbol} ngày {issued}, {begun}, tại {event.place}, {chair} đã chủ "
        f"trì cuộc họp: {event.title}.",
        f"Tham dự cuộc họp có: {'; '.join(present) or '…'}.",
    ]
    away = "; ".join(absent)
    if away:
        lines.append(f"Vắng: {away}.")
    lines.append(f"Sau khi nghe báo cáo và ý kiến của các đại biểu, {chair} kết luận như sau:")
    lines += [f"{number}. …" for number in range(1, LINES + 1)]
    lines.append("Trên đây là kết luận tại cuộc họp; các đơn vị liên quan triển khai thực hiện.")
    return "\n".join(lines)
