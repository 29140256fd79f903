"""Case files of the sample body in the hands of a test."""

from dataclasses import replace
from tests.office import as_user
from vanphong.casefiles import actions
from vanphong.casefiles.actions.lists import new_uid
from vanphong.casefiles.rules import file_list as lists
from vanphong.casefiles.rules.file_list import Kind
from vanphong.casefiles.rules.file_list import Line


#: Values of a file that a person types.
VALUES = {"title": "Hồ sơ về chuyển đổi số năm 2024", "retention": "20 năm"}


class Files:
    """Short ways to open files, to fill them, to make lists."""

    def __init__(self, office):
        self.office = office

    def open(self, unit="vhtt", by="cv1-vhtt", **more):
        """A file of a person in a unit."""
        asked = {name: more.pop(name) for name in ("year", "notation", "maker") if name in more}
        with as_user(by):
            return actions.open_file(self.office.unit(unit), {**VALUES, **more}, **asked)

    def filed(self, document, case_file=None, by="cv1-vhtt", **more):
        """A document in a file."""
        case_file = case_file or self.open(by=by)
        with as_user(by):
            actions.file_document(case_file, document, **more)
        return case_file

    def finished(self):
        """A document that cv1-vhtt has handled."""
        document = self.office.assigned()
        step = self.office.step(document, "lead")
        self.office.do("finish", document, step, "cv1-vhtt", result="Xong.")
        return document

    def start(self, year=2025, by="vanthu", **more):
        """A list that is being written; no year of the sample has one."""
        with as_user(by):
            return actions.start_list(self.office.body, year, **more)

    def lines(self):
        """A heading with two files, of which the first is for cv1-vhtt."""
        vhtt = self.office.uid("vhtt")
        large = Line(new_uid(), Kind.LARGE, "Văn hóa, thông tin", abbreviation="VHTT")
        first = Line(new_uid(), Kind.FILE, "Hồ sơ chuyển đổi số", years=20)
        first = replace(first, maker="cv1-vhtt", maker_title="Chuyên viên", unit=vhtt)
        second = Line(new_uid(), Kind.FILE, "Hồ sơ quy hoạch di tích", maker_title="Phòng VHTT")
        return (large, first, replace(second, unit=vhtt))

    def written(self, year=2025):
        """A list with lines."""
        file_list = self.start(year)
        with as_user("vanthu"):
            actions.edit_list(file_list, lambda _old: self.lines())
        return file_list

    def submitted(self, year=2025):
        """A list before the head."""
        file_list = self.written(year)
        with as_user("vanthu"):
            actions.submit_list(file_list)
        return file_list

    def approved(self, year=2025):
        """A list in force."""
        file_list = self.submitted(year)
        with as_user("chutich"):
            actions.approve_list(file_list)
        return file_list


def files_of(file_list):
    """The planned files of a list."""
    return [one for one in file_list.lines if one.kind is lists.Kind.FILE]
