"""GET @saved-searches."""

from vanphong.documents import searches
from vanphong.documents.services.saved_searches.shown import shown
from vanphong.organisation import people
from vanphong.ui.services import OfficeService


class SavedSearchesGet(OfficeService):
    """The searches of the person, then those that others share."""

    def answer(self):
        """All of them, and the columns that the person has chosen."""
        me, url = people.me(), self.context.absolute_url()
        return {
            "@id": f"{url}/@saved-searches",
            "items": [shown(one, url) for one in searches.of(me)],
            "columns": list(searches.columns(me.user_id)),
        }
