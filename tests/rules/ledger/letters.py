"""Letters for the tests of rebuilding: persistent mappings with read models.

Run as a program it is the server that is killed: it writes two letters and ends between
the votes and the finish of the second.
"""

from datetime import datetime
from persistent.mapping import PersistentMapping
from vanphong.calendars.clock import TZ
from vanphong.ledger import audit
from vanphong.ledger import mirrors
from vanphong.ledger import session
from vanphong.ledger.interfaces import IReadModel
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage
from zope.component import getGlobalSiteManager
from zope.interface import implementer
from zope.sqlalchemy.datamanager import SessionDataManager
import os
import sys
import transaction


MORNING = datetime(2026, 3, 2, 7, 30, tzinfo=TZ)


class Clerk:
    user_id = "lan"
    fullname = "Trần Thị Lan, Văn thư"


@implementer(IReadModel)
class Rows:
    def __init__(self, letter):
        self.letter = letter


class WorkRows(Rows):
    table = "work"

    def rows(self):
        for action in ("lead", "inform"):
            yield {
                "step_uid": f"{self.letter['uid']}-{action}",
                "document_uid": self.letter["uid"],
                "action": action,
                "actor": f"{action}-person",
                "state": "open",
                "is_open": True,
                "started_at": MORNING,
                "subject": self.letter["subject"],
            }


class DocumentRows(Rows):
    table = "document_index"

    def rows(self):
        yield {
            "document_uid": self.letter["uid"],
            "body_uid": "body",
            "direction": "in",
            "registered_at": MORNING,
            "subject": self.letter["subject"],
            "readers": ("lead-person", "inform-person"),
        }


class TextRows(Rows):
    table = "document_text"

    def rows(self):
        yield {
            "document_uid": self.letter["uid"],
            "at": MORNING,
            "keepers": 1,
            "head": (str(self.letter["number"]), self.letter["subject"]),
            "body": f"Nội dung {self.letter['number']}",
        }


class EntryRows(Rows):
    table = "register_entry"

    def rows(self):
        yield {
            "register_uid": "in-book",
            "period": "2026",
            "number": self.letter["number"],
            "document_uid": self.letter["uid"],
            "label": str(self.letter["number"]),
            "taken_at": MORNING,
        }


MODELS = (WorkRows, DocumentRows, TextRows, EntryRows)


def register():
    for model in MODELS:
        getGlobalSiteManager().registerAdapter(model, (PersistentMapping,), IReadModel, model.table)


def unregister():
    for model in MODELS:
        getGlobalSiteManager().unregisterAdapter(
            model, (PersistentMapping,), IReadModel, model.table
        )


def make(number):
    return PersistentMapping(uid=f"letter-{number}", number=number, subject=f"Thư số {number}")


def enter(root, number):
    """What registering does: content, read models and trail in one transaction."""
    letter = root[f"letter-{number}"] = make(number)
    mirrors.write(letter)
    audit.record("register", letter["uid"], actor=Clerk())
    return letter


def _die(*_args, **_kwargs):
    os._exit(9)


def main(url, data, when):
    session.configure(url)
    register()
    root = DB(data).open().root()
    enter(root, 1)
    transaction.commit()
    enter(root, 2)
    if when == "after the vote":
        FileStorage.tpc_finish = _die
    else:
        SessionDataManager.tpc_vote = _die
    transaction.commit()


if __name__ == "__main__":
    main(*sys.argv[1:])
