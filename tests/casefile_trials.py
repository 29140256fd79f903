"""One right and one wrong way of every act of files and file lists."""

from tests.casefile_office import VALUES
from tests.casefile_office import Files
from tests.casefile_office import files_of
from tests.office import as_user
from vanphong.casefiles import actions


def arguments(*args, **more):
    return lambda office, context: (args, more)


def a_file(office):
    return Files(office).open()


def two_makers(office):
    case_file = a_file(office)
    with as_user("cv1-vhtt"):
        actions.set_member(case_file, "cv2-vhtt", "maker")
    return case_file


def with_document(office):
    files = Files(office)
    return files.filed(files.finished())


def with_two(office):
    files = Files(office)
    return files.filed(files.finished(), with_document(office))


def first_document(*args, **more):
    def given(office, context):
        return (context.contents.by_number[1].document_uid, *args), more

    return given


def file_and_document(office):
    files = Files(office)
    files.finished()
    return files.open()


def the_document(**more):
    return lambda office, context: ((office.documents()[0],), more)


def given_line(place):
    return lambda office, context: (([files_of(context)[place].uid],), {})


def a_list(stage):
    return lambda office: getattr(Files(office), stage)()


def one_line_less(lines):
    return lines[:-1]


CASE_FILES = {
    "open_case_file": (
        "cv1-vhtt",
        lambda office: office.unit("vhtt"),
        arguments(VALUES),
        arguments({"title": ""}),
    ),
    "edit_case_file": (
        "cv1-vhtt",
        a_file,
        arguments({"title": "Hồ sơ mới"}),
        arguments({"retention": "5 năm"}),
    ),
    "lower_retention": (
        "chanhvp",
        a_file,
        arguments("5 năm", reason="Theo bảng mới."),
        arguments("5 năm", reason=" "),
    ),
    "set_case_member": (
        "cv1-vhtt",
        a_file,
        arguments("cv2-vhtt", "reader"),
        arguments("cv2-vhtt", "owner"),
    ),
    "remove_case_member": (
        "cv1-vhtt",
        two_makers,
        arguments("cv2-vhtt"),
        arguments("cv1-noivu"),
    ),
    "file_document": (
        "cv1-vhtt",
        file_and_document,
        the_document(),
        the_document(kind="secret"),
    ),
    "take_out_document": (
        "cv1-vhtt",
        with_document,
        first_document(reason="Nhầm hồ sơ."),
        first_document(reason=" "),
    ),
    "change_entry": (
        "cv1-vhtt",
        with_document,
        first_document(kind="reply"),
        first_document(kind="secret"),
    ),
    "move_entry": ("cv1-vhtt", with_two, first_document(2), first_document(9)),
    "start_file_list": (
        "vanthu",
        lambda office: office.body,
        arguments(2025),
        arguments(1999),
        "",
    ),
    "edit_file_list": (
        "vanthu",
        a_list("written"),
        arguments(one_line_less),
        arguments(one_line_less, revision=0),
    ),
    "submit_file_list": ("vanthu", a_list("written"), arguments(), arguments(revision=0)),
    "take_back_file_list": ("vanthu", a_list("submitted"), arguments(), arguments(revision=0)),
    "approve_file_list": ("chutich", a_list("submitted"), arguments(), arguments(revision=0)),
    "return_file_list": (
        "chutich",
        a_list("submitted"),
        arguments(reason="Thiếu hồ sơ."),
        arguments(reason=" "),
    ),
    "open_planned_files": (
        "cv1-vhtt",
        a_list("approved"),
        given_line(0),
        arguments([]),
        "chutich-anlac",
    ),
}
