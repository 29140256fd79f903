"""Case files of the sample body: the lists of two years, and files with letters in them."""

from contextlib import contextmanager
from datetime import datetime
from datetime import timedelta
from plone import api
from vanphong.calendars import clock
from vanphong.casefiles import actions
from vanphong.casefiles import settings
from vanphong.casefiles.actions.lists import new_uid
from vanphong.casefiles.rules.file_list import Kind
from vanphong.casefiles.rules.file_list import Line
from vanphong.ledger import documents
from vanphong.organisation import directory
from vanphong.organisation import people


#: Large headings: abbreviation, title, and their files as title, maker, unit.
HEADINGS = (
    (
        "TH",
        "Tổng hợp, chỉ đạo điều hành",
        (
            ("Văn bản chỉ đạo của Ủy ban nhân dân tỉnh năm {year}", "vanthu", "vp"),
            ("Báo cáo công tác năm {year} của Ủy ban nhân dân huyện", "cv-tonghop-th", "vp"),
            ("Lịch công tác lãnh đạo năm {year}", "vanthu", "vp"),
        ),
    ),
    (
        "NV",
        "Nội vụ",
        (
            ("Cải cách hành chính năm {year}", "cv1-noivu", "noivu"),
            ("Tuyển dụng công chức, viên chức năm {year}", "cv2-noivu", "noivu"),
        ),
    ),
    (
        "VHTT",
        "Văn hóa và Thông tin",
        (
            ("Chuyển đổi số, văn phòng điện tử năm {year}", "cv1-vhtt", "vhtt"),
            ("Xây dựng nông thôn mới lĩnh vực văn hóa năm {year}", "cv2-vhtt", "vhtt"),
        ),
    ),
)

#: Who keeps what: heading and place of the planned file, maker, symbols of letters.
FILED = (
    ("VHTT", 0, "cv1-vhtt", ("186/TB-UBND", "512/STTTT-CNTT")),
    ("TH", 0, "vanthu", ("1210/UBND-VX", "1587/UBND-KTN", "166/CCT-KTr", "27/TTHĐND-VP")),
)


def play(body, units: dict, present: datetime) -> None:
    """Approve the lists in January, open files by them, put letters into two of them."""
    file_list = None
    for year in (present.year - 1, present.year):
        start = min(present, present.replace(year=year, month=1, day=8, hour=8, minute=30))
        file_list = _list(body, units, year, start)
    opened = _open(file_list)
    for number, (heading, place, maker, symbols) in enumerate(FILED):
        _file(
            body, opened[heading, place], maker, symbols, present - timedelta(minutes=90 - number)
        )
    clock.freeze(present)


def _list(body, units: dict, year: int, start: datetime):
    clock.freeze(start)
    with acting_as("vanthu"):
        file_list = actions.start_list(body, year)
        lines = tuple(_lines(units, year, start))
        actions.edit_list(file_list, lambda _old: lines)
        clock.freeze(start + timedelta(hours=2))
        actions.submit_list(file_list)
    clock.freeze(start + timedelta(hours=6))
    with acting_as("chutich"):
        actions.approve_list(file_list)
    return file_list


def _lines(units: dict, year: int, start: datetime):
    for abbreviation, heading, files in HEADINGS:
        yield Line(new_uid(), Kind.LARGE, heading, abbreviation)
        for template, maker, unit in files:
            title = template.format(year=year)
            found = settings.suggested(title, start.date())
            person = directory.person_in(units[unit], maker)
            yield Line(
                new_uid(),
                Kind.FILE,
                title,
                years=10 if found is None else found.rule.years,
                maker=maker,
                maker_title=person.title,
                unit=units[unit].UID(),
            )


def _open(file_list) -> dict:
    """The files of two people, by heading and place."""
    found, heading, place = {}, "", 0
    for line in file_list.lines:
        if line.kind is Kind.LARGE:
            heading, place = line.abbreviation, 0
            continue
        wanted = any((heading, place) == one[:2] for one in FILED)
        if wanted:
            clock.advance(timedelta(minutes=10))
            with acting_as(line.maker):
                (found[heading, place],) = actions.open_planned(file_list, [line.uid])
        place += 1
    return found


def _file(body, case_file, maker: str, symbols: tuple[str, ...], moment: datetime) -> None:
    clock.freeze(moment)
    rows = documents.list_documents(body.UID(), "in", tokens=None, size=200).rows
    paths = {row["symbol"]: row["path"] for row in rows}
    with acting_as(maker):
        for symbol in symbols:
            clock.advance(timedelta(minutes=2))
            document = api.portal.get().unrestrictedTraverse(paths[symbol])
            actions.file_document(case_file, document)


@contextmanager
def acting_as(user_id: str):
    """Act under one of the sample accounts."""
    people.forget()
    with api.env.adopt_user(username=user_id):
        yield
