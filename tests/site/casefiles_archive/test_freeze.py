"""Freezing: no act changes what is held, by whatever way; lifting needs a reason."""

from AccessControl import getSecurityManager
from plone import api
from tests.archive_office import ARCHIVIST
from tests.office import as_user
from tests.office import tick
from vanphong.casefiles import actions
from vanphong.casefiles import closing
from vanphong.casefiles import exports
from vanphong.casefiles import freeze
from vanphong.casefiles.rules.freeze import HARMLESS
from vanphong.directives import actions as directives
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.incoming import actions as incoming
from vanphong.ledger import audit
from vanphong.ledger.acts import ACTS
from vanphong.ledger.system import as_system
import pytest


def hold(context, by="chanhvp", reason="Thanh tra tỉnh yêu cầu"):
    with as_user(by):
        tick()
        freeze.freeze(context, reason=reason, order="QĐ 12/QĐ-TTr")
    return context


def test_a_frozen_document_is_not_handled(archive, office):
    document = hold(office.presented())
    with as_user("chutich"), pytest.raises(RuleBroken, match="frozen since 14/08/2024"):
        directives.issue(document, **office.cast())
    with as_user("vanthu"), pytest.raises(RuleBroken, match="Thanh tra tỉnh"):
        incoming.correct(document, {"note": "x"})


def test_a_frozen_document_is_not_filed(archive):
    document = hold(archive.document())
    case_file = archive.open()
    with as_user("cv1-vhtt"), pytest.raises(RuleBroken, match="frozen"):
        actions.file_document(case_file, document)


def test_a_frozen_file_holds_itself_and_its_documents(archive, office):
    document = office.assigned()
    case_file = hold(archive.filed(document), by=ARCHIVIST)
    with as_user("cv1-vhtt"):
        for act in (
            lambda: actions.take_out(case_file, document.UID(), reason="x"),
            lambda: actions.edit(case_file, {"note": "x"}),
            lambda: closing.close_file(case_file, accept=True),
            lambda: office.do("report", document, office.step(document, "lead"), "cv1-vhtt"),
        ):
            with pytest.raises((RuleBroken, TypeError), match=r"frozen|result"):
                act()
    with as_user("cv1-vhtt"), pytest.raises(RuleBroken, match="frozen"):
        office.do("finish", document, office.step(document, "lead"), "cv1-vhtt", result="Xong")


@pytest.mark.parametrize("name", ["delete", "rename", "cut"])
def test_no_other_way_around(archive, name):
    case_file = hold(archive.full(None))
    folder = case_file.__parent__
    ways = {
        "delete": lambda: folder.manage_delObjects([case_file.getId()]),
        "rename": lambda: folder.manage_renameObject(case_file.getId(), "khac"),
        "cut": lambda: api.content.move(case_file, archive.folder),
    }
    with as_system(), pytest.raises((RuleBroken, ValueError), match=r"frozen|Disallowed"):
        ways[name]()


def test_lifting_needs_a_reason(archive, office):
    document = hold(office.presented())
    with as_user("chanhvp"):
        with pytest.raises(Conflict):
            freeze.freeze(document, reason="Lần nữa")
        with pytest.raises(InvalidInput):
            freeze.lift_freeze(document, reason=" ")
        freeze.lift_freeze(document, reason="Kết thúc thanh tra")
        with pytest.raises(Conflict):
            freeze.lift_freeze(document, reason="Kết thúc thanh tra")
    office.direct(document)
    assert freeze.frozen() == []


def test_of_a_group_each_is_frozen_by_an_act_of_its_own(archive, office):
    first, second, held = archive.full(None), office.presented(), hold(office.presented())
    with as_user(ARCHIVIST):
        tick()
        done, refused = freeze.freeze_many([first, held, second], reason="Thanh tra", order="QĐ 9")
    assert done == [first, second]
    ((what, error),) = refused
    assert (what, type(error)) == (held, Conflict)
    assert {one.UID() for one in freeze.frozen()} == {one.UID() for one in (first, second, held)}
    assert [trail(one)[-1]["detail"]["order"] for one in (first, second)] == ["QĐ 9", "QĐ 9"]
    with as_user(ARCHIVIST):
        tick()
        done, refused = freeze.lift_many([first, held, second], reason="Xong")
        assert (done, refused) == ([first, held, second], [])
        assert not freeze.is_any()
    assert trail(second)[-1]["act"] == "lift_freeze"


def test_of_a_group_nothing_is_frozen_without_a_reason_or_a_right(archive, office):
    records = [archive.full(None), office.presented()]
    with as_user(ARCHIVIST), pytest.raises(InvalidInput):
        freeze.freeze_many(records, reason=" ")
    with as_user("cv1-vhtt"):
        done, refused = freeze.freeze_many(records, reason="Thanh tra")
    assert (done, [type(error) for _one, error in refused]) == ([], [NotAllowed, NotAllowed])
    assert not freeze.is_any()


@pytest.mark.parametrize("uids", [[], ["khong-co"]])
def test_what_is_neither_document_nor_file_is_not_frozen(archive, uids):
    with pytest.raises(InvalidInput):
        freeze.records(uids)


def trail(record):
    """What the trail knows of a document or a file, the newest last."""
    return audit.history(record.UID())


@pytest.mark.parametrize("user", ["cv1-vhtt", "truongphong-vhtt", "vanthu", "admin"])
def test_who_may_not(archive, user):
    case_file = archive.full(None)
    with as_user(user), pytest.raises(NotAllowed):
        freeze.freeze(case_file, reason="Không")


def test_a_frozen_file_can_be_read_and_exported(archive):
    case_file = hold(archive.closed(b"abc"))
    with as_user("cv1-vhtt"):
        assert getSecurityManager().checkPermission("View", case_file)
        assert exports.export_file(case_file, "xml")


def test_no_act_at_all_is_done_to_what_is_frozen(archive, office):
    """Whatever act there is, with a permission that lets everybody, it stops at the freeze."""
    case_file = hold(archive.filed(office.assigned()))
    document = actions.filing._document(next(iter(case_file.contents.by_document)))
    guard = freeze.FreezeGuard()
    for name in sorted(set(ACTS) - HARMLESS):
        for context, given in ((case_file, ()), (document, ()), (office.portal, (document,))):
            with pytest.raises(RuleBroken, match="frozen"):
                guard(name, context, given)


def test_every_act_asks_the_guard(archive, office, monkeypatch):
    """The frame of the acts is one function; none is made without it."""
    asked = []
    monkeypatch.setattr(
        freeze.FreezeGuard, "__call__", lambda self, name, context, given: asked.append(name)
    )
    document = office.presented()
    with as_user("chutich"):
        directives.issue(document, **office.cast())
    assert asked[-1] == "direct"
    assert all(hasattr(act, "__wrapped__") for act in ACTS.values())
