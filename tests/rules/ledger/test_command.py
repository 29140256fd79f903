from types import SimpleNamespace
from vanphong.ledger import command
from vanphong.ledger.drift import Drift
from vanphong.ledger.mirrors import MIRRORS
from zc.lockfile import LockError
from zope.interface import Interface
import os
import pytest


OFFICE_OBJECTS = command.office_objects


@pytest.fixture(autouse=True)
def office(monkeypatch, letters):
    found = [letters.make(1)]
    monkeypatch.setenv("VANPHONG_READ_ONLY", "false")
    monkeypatch.setattr(command, "enter_site", lambda name: name)
    monkeypatch.setattr(command, "office_objects", lambda _site: iter(found))
    return found


def test_every_read_model_has_a_name():
    assert set(command._TABLE_NAMES) == set(MIRRORS)


def test_rebuild_then_check(capsys):
    assert command.main(["check"]) == 1
    assert "bước xử lý letter-1-lead: thiếu" in capsys.readouterr().out
    assert command.main(["rebuild"]) == 0
    assert "2 dòng: bước xử lý" in capsys.readouterr().out
    assert command.main(["check"]) == 0
    assert capsys.readouterr().out == "Sổ cái khớp với nội dung.\n"


def test_repair_tells_what_it_did(capsys):
    assert command.main(["repair"]) == 0
    assert "Đã sửa 5 chỗ." in capsys.readouterr().out
    assert command.main(["check", "--site", "vanphong"]) == 0


@pytest.mark.parametrize(
    ("arguments", "value"),
    [(["check"], "true"), (["audit", "verify"], "true"), (["rebuild"], "false")],
)
def test_looking_opens_the_content_read_only(arguments, value):
    command.main(arguments)
    assert os.environ["VANPHONG_READ_ONLY"] == value


def test_audit_verify(monkeypatch, capsys):
    assert command.main(["audit", "verify"]) == 0
    monkeypatch.setattr(command.audit, "verify", lambda: [7])
    assert command.main(["audit", "verify"]) == 1
    assert "dòng 7" in capsys.readouterr().out


def test_a_running_server_is_told(monkeypatch, capsys):
    def locked(_name):
        raise LockError("Data.fs.lock")

    monkeypatch.setattr(command, "enter_site", locked)
    assert command.main(["repair"]) == 2
    assert "Máy chủ đang chạy" in capsys.readouterr().err


def test_a_drift_reads_as_a_line():
    assert str(Drift("work", "a", "missing")) == "work a: missing"


class Type:
    def __init__(self, name, klass):
        self.klass = klass
        self.name = name

    def getId(self):
        return self.name

    def lookupSchema(self):
        return Interface


def test_types_are_found_by_their_read_models(letters):
    types = [Type("Letter", "persistent.mapping.PersistentMapping"), Type("Page", "builtins.list")]
    site = SimpleNamespace(portal_types=SimpleNamespace(objectValues=lambda: types))
    assert command.mirrored_types(site) == ["Letter"]


def test_a_site_without_types_empties_nothing():
    site = SimpleNamespace(portal_types=SimpleNamespace(objectValues=list))
    with pytest.raises(LookupError):
        list(OFFICE_OBJECTS(site))
