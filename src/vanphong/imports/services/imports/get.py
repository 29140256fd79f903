"""GET @imports, @imports/<uid>."""

from vanphong.imports import batches
from vanphong.imports.actions import IMPORT
from vanphong.imports.actions import WHO
from vanphong.imports.browser.import_list import readable
from vanphong.imports.services.imports.shown import rows_shown
from vanphong.imports.services.imports.shown import shown
from vanphong.ledger.services import LookService
from zope.publisher.interfaces import NotFound


SIZE = 100


class ImportsGet(LookService):
    """The imports of a body; one with its rows, a hundred a page."""

    needs = IMPORT
    who = WHO
    takes = 1

    def look(self):
        """All, or one."""
        if not self.path:
            items = [shown(self.context, one) for one in batches.of(self.context.UID())]
            return {"@id": f"{self.context.absolute_url()}/@imports", "items": items}
        batch = readable(self.context, self.path[0])
        if batch is None:
            raise NotFound(self.context, self.path[0], self.request)
        page = max(1, self.query.whole("page", 1) or 1)
        items = rows_shown(batch, (page - 1) * SIZE, SIZE)
        return {**shown(self.context, batch), "page": page, "items": items}
