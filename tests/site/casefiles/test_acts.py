"""Files from the list to their last document: what is done, and what is refused."""

from tests.casefile_office import files_of
from vanphong.calendars import clock
from vanphong.casefiles import actions
from vanphong.casefiles import entries
from vanphong.casefiles import places
from vanphong.casefiles import stages
from vanphong.casefiles import team
from vanphong.casefiles.freeze import Freeze
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.ledger import case_entries
from vanphong.ledger import case_files
from vanphong.ledger.rebuild import check
import pytest


def test_a_file_outside_the_list_has_the_next_number_of_its_unit(files):
    first, second = files.open(), files.open()
    assert (first.notation, second.notation) == ("03.VHTT", "04.VHTT")
    assert first.code == "H99.20.2024.03.VHTT"
    assert [one.user_id for one in team.members(first)] == ["cv1-vhtt"]
    assert stages.state_of(first) == "open"


def test_the_address_of_a_file_has_plain_letters(files):
    assert files.open(notation="07.GDĐT").getId() == "07.gddt"


def test_a_number_is_given_once_a_year(files):
    files.open(notation="7.VHTT")
    with pytest.raises(Conflict) as refusal:
        files.open(notation="07.VHTT")
    assert refusal.value.field == "notation"
    assert files.open(notation="7.VHTT", year=2023).notation == "07.VHTT"


@pytest.mark.parametrize(
    "more, error, field",
    [
        ({"title": " "}, InvalidInput, "title"),
        ({"retention": "lâu dài"}, InvalidInput, "retention"),
        ({"rights": "secret"}, InvalidInput, "rights"),
        ({"notation": "so 7"}, InvalidInput, "notation"),
        ({"ended_on": "2024-01-01"}, InvalidInput, "ended_on"),
        ({"ended_on": "2030-01-01"}, InvalidInput, "ended_on"),
        ({"maker": "cv1-noivu"}, RuleBroken, "maker"),
        ({"year": 1999}, InvalidInput, "year"),
    ],
)
def test_what_cannot_be_a_file_is_refused(files, more, error, field):
    values = {"started_on": "2024-08-01"} | more
    with pytest.raises(error) as refusal:
        files.open(**values)
    assert refusal.value.field == field


def test_files_are_opened_as_the_list_plans_them(files, as_user):
    file_list = files.approved()
    first, second = files_of(file_list)
    with as_user("cv1-vhtt"):
        (opened,) = actions.open_planned(file_list, [first.uid])
        assert (opened.notation, opened.years, opened.heading) == (
            "01.VHTT",
            20,
            "Văn hóa, thông tin",
        )
        with pytest.raises(Conflict):
            actions.open_planned(file_list, [first.uid])
    with as_user("cv2-vhtt"):
        (other,) = actions.open_planned(file_list, [second.uid])
    assert other.maker == "cv2-vhtt"
    assert other.notation == "02.VHTT"


def test_whom_the_list_does_not_name_opens_nothing(files, as_user):
    file_list = files.approved()
    with as_user("cv1-noivu"), pytest.raises(NotAllowed):
        actions.open_planned(file_list, [files_of(file_list)[0].uid])


def test_a_list_that_is_not_approved_opens_nothing(files, as_user):
    file_list = files.submitted()
    with as_user("cv1-vhtt"), pytest.raises(NotAllowed):
        actions.open_planned(file_list, [files_of(file_list)[0].uid])


def test_a_number_of_the_list_is_kept_for_it(files, as_user):
    with pytest.raises(Conflict) as refusal:
        files.open(notation="02.VHTT")
    assert refusal.value.field == "notation"
    assert files.open().notation == "03.VHTT"


def test_documents_lie_in_order_and_once(files, as_user, office):
    case_file = files.open()
    letters = [files.finished() for _number in range(3)]
    for letter in letters:
        files.filed(letter, case_file)
    assert [one.number for one in entries.every(case_file)] == [1, 2, 3]
    with pytest.raises(Conflict, match="already, as number 2"):
        files.filed(letters[1], case_file)
    with as_user("cv1-vhtt"):
        actions.move_entry(case_file, letters[2].UID(), 1)
        order = [one.document_uid for one in entries.every(case_file)]
        assert order == [letters[2].UID(), letters[0].UID(), letters[1].UID()]
        actions.take_out(case_file, letters[0].UID(), reason="Nhầm hồ sơ.")
    assert [one.number for one in entries.every(case_file)] == [1, 3]
    assert case_files.find(case_file.UID())["documents"] == 2
    assert [row["number"] for row in case_entries.page(case_file.UID())] == [1, 3]
    assert entries.kept_in(letters[0]) == ()
    assert entries.put_in_order(case_file) == 2
    assert [one.number for one in entries.every(case_file)] == [1, 2]


def test_one_document_lies_in_files_of_several_people(files, office):
    letter = files.finished()
    homes = [files.filed(letter) for _number in range(3)]
    assert {row["case_file_uid"] for row in case_entries.files_of(letter.UID())} == {
        one.UID() for one in homes
    }
    assert [one.case_file for one in entries.kept_in(letter)] == [one.UID() for one in homes]


def test_the_ledger_says_what_the_files_say(files, office):
    case_file = files.filed(files.finished())
    letter = files.finished()
    files.filed(letter, case_file)
    found = check([case_file])
    assert [one for one in found if one.table.startswith("case_") and one.what != "extra"] == []


def test_nothing_goes_into_a_closed_or_frozen_file(files, as_user):
    letter, case_file = files.finished(), files.open()
    stages.move(case_file, "closed")
    with pytest.raises(Conflict):
        files.filed(letter, case_file)
    stages.move(case_file, "open")
    case_file.frozen = Freeze("Theo lệnh.", "chanhvp", clock.now())
    with pytest.raises((Conflict, RuleBroken)):
        files.filed(letter, case_file)
    assert entries.count(case_file) == 0


def test_nothing_leaves_a_file_in_the_archive(files, as_user):
    letter = files.finished()
    case_file = files.filed(letter)
    for state in ("closed", "to_submit", "archived"):
        stages.move(case_file, state)
        with as_user("cv1-vhtt"), pytest.raises(Conflict):
            actions.take_out(case_file, letter.UID(), reason="Nhầm.")


def test_what_is_not_registered_is_not_kept(files, office, as_user):
    with pytest.raises(RuleBroken):
        files.filed(office.arrive(), files.open("ubnd", "vanthu"), by="vanthu")


def test_a_retention_grows_freely_and_shrinks_with_approval(files, as_user):
    case_file = files.open()
    with as_user("cv1-vhtt"):
        actions.edit(case_file, {"retention": "Vĩnh viễn"})
        with pytest.raises(RuleBroken) as refusal:
            actions.edit(case_file, {"retention": "10 năm"})
        assert refusal.value.field == "retention"
        with pytest.raises(NotAllowed):
            actions.lower_retention(case_file, "10 năm", reason="Theo bảng mới.")
    with as_user("chanhvp"):
        actions.lower_retention(case_file, "10 năm", reason="Theo bảng mới.")
    assert case_file.retention == "10 năm"
    assert case_files.find(case_file.UID())["years"] == 10


def test_particulars_are_changed_while_the_file_is_open(files, as_user):
    case_file = files.open()
    with as_user("cv1-vhtt"):
        actions.edit(case_file, {"title": "Hồ sơ mới", "paper_location": "Tủ 3"})
    assert (case_file.title, case_file.years) == ("Hồ sơ mới", 20)
    stages.move(case_file, "closed")
    with as_user("cv1-vhtt"), pytest.raises(Conflict):
        actions.edit(case_file, {"title": "Khác"})


def test_a_file_always_has_a_maker(files, as_user):
    case_file = files.open()
    with as_user("cv1-vhtt"):
        with pytest.raises(RuleBroken):
            actions.remove_member(case_file, "cv1-vhtt")
        with pytest.raises(RuleBroken):
            actions.set_member(case_file, "cv1-vhtt", "reader")
        actions.set_member(case_file, "cv2-vhtt", "maker")
        actions.remove_member(case_file, "cv1-vhtt")
    assert case_file.maker == "cv2-vhtt"
    assert case_files.find(case_file.UID())["maker"] == "cv2-vhtt"


def test_many_at_once_tell_which_cannot_go(files, office, as_user):
    case_file = files.open()
    first, second = files.finished(), files.finished()
    files.filed(first, case_file)
    with as_user("cv1-vhtt"):
        filed, refused = actions.file_many(case_file, [first, second])
    assert filed == [second]
    assert [document for document, _refusal in refused] == [first]


def test_last_years_list_is_begun_with(files):
    old = places.file_list(files.office.body.UID(), 2024)
    new = files.start(2025, copy_from=2024)
    assert [one.title for one in new.lines] == [
        one.title.replace("năm 2024", "năm 2025") for one in old.lines
    ]
    assert not {one.uid for one in new.lines}.intersection(one.uid for one in old.lines)
    with pytest.raises(Conflict):
        files.start(2025)


def test_a_list_is_changed_by_one_at_a_time_and_not_once_it_is_approved(files, as_user):
    file_list = files.written()
    with as_user("vanthu"), pytest.raises(Conflict):
        actions.edit_list(file_list, lambda lines: lines[:1], revision=0)
    with as_user("vanthu"):
        actions.submit_list(file_list)
        with pytest.raises(Conflict):
            actions.edit_list(file_list, lambda lines: lines[:1])
        actions.take_back_list(file_list)
        actions.edit_list(file_list, lambda lines: lines[:2])
        actions.submit_list(file_list)
        with pytest.raises(NotAllowed):
            actions.approve_list(file_list)
    with as_user("chutich"):
        actions.return_list(file_list, reason="Thiếu hồ sơ di tích.")
    assert file_list.remark == "Thiếu hồ sơ di tích."
