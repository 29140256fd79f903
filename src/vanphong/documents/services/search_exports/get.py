"""GET @search-exports/<job>."""

from vanphong.documents.services.search_exports.shown import shown
from vanphong.ui.services import OfficeService


class SearchExportsGet(OfficeService):
    """How a file stands that this person has asked for."""

    takes = 1

    def answer(self):
        """Its state, and its address once it is made."""
        return shown(self, "".join(self.path))
