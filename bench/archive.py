"""An archive of real documents, made as fast as they can be stored.

One document is registered as a clerk does it; the others are copies of it without sheet and
files, put straight into the folder and into the ledger's index. They have what a job that goes
through documents looks at: a place, a state, the rights of that state.
"""

from datetime import timedelta
from persistent.mapping import PersistentMapping
from plone.uuid.interfaces import ATTRIBUTE_NAME
from sqlalchemy import insert
from uuid import uuid4
import transaction


BATCH = 1000

#: What belongs to the one document alone.
OWN = ("routing_sheet", "workflow_history", "__annotations__", "attachments", ATTRIBUTE_NAME)


class Archive:
    """Documents in one state of a workflow."""

    def __init__(self, portal, body_uid: str, workflow: str, state: str) -> None:
        self.portal = portal
        self.body_uid = body_uid
        self.workflow = workflow
        self.state = state
        self.count = 0
        self.first = self._first()

    def grow(self, number: int) -> None:
        """Add documents, commit, and forget them."""
        for start in range(0, number, BATCH):
            self._add(min(BATCH, number - start))
            transaction.commit()
            self.portal._p_jar.cacheMinimize()

    def _first(self):
        from plone.dexterity.utils import createContent
        from vanphong.calendars import clock
        from vanphong.documents import places
        from vanphong.documents.index import index_document

        texts = {"subject": "V/v thử", "symbol": "", "organ_name": "Sở Thử nghiệm"}
        document = createContent("IncomingDocument", **texts)
        document.body_uid = self.body_uid
        document.arrived_at = document.registered_at = clock.now()
        document.arrival_number = 100_000
        place = places.folder(self.body_uid, "in", clock.today())
        document = places.put(place, document, "bench")
        tool = self.portal.portal_workflow
        status = dict(tool.getStatusOf(self.workflow, document))
        tool.setStatusOf(self.workflow, document, {**status, "review_state": self.state})
        tool[self.workflow].updateRoleMappingsFor(document)
        index_document(document)
        transaction.commit()
        return document

    def _add(self, number: int) -> None:
        from vanphong.documents.index import row
        from vanphong.ledger import session
        from vanphong.ledger import tables

        like = tables.complete(tables.document_index, row(self.first))
        place, history = self.first.__parent__, self.first.workflow_history[self.workflow]
        rows = []
        for count in range(self.count, self.count + number):
            uid, name = uuid4().hex, f"bench-{count}"
            document = self._copy(uid, name, history)
            place._setOb(name, document)
            path = f"{like['path'].rpartition('/')[0]}/{name}"
            at = like["registered_at"] - timedelta(seconds=count)
            rows.append({**like, "document_uid": uid, "path": path, "registered_at": at})
        session.writing().connection().execute(insert(tables.document_index), rows)
        self.count += number

    def _copy(self, uid: str, name: str, history):
        self.first._p_activate()
        document = type(self.first.aq_base)(name)
        values = {key: one for key, one in self.first.aq_base.__dict__.items() if key not in OWN}
        document.__dict__.update(values)
        document.id = name
        document.__parent__ = self.first.__parent__.aq_base
        document.workflow_history = PersistentMapping({self.workflow: history})
        setattr(document, ATTRIBUTE_NAME, uid)
        return document
