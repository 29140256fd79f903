"""GET @leaders."""

from vanphong.incoming import actions
from vanphong.organisation import directory
from vanphong.ui.services import OfficeService


class LeadersGet(OfficeService):
    """Whom the documents of the body may be presented to, the Office first."""

    def answer(self):
        """Actor tokens with titles."""
        found = actions.leaders_to_present_to(directory.body_of(self.context))
        return {
            "@id": f"{self.context.absolute_url()}/@leaders",
            "items": [{"token": actor, "title": title} for actor, title in found],
        }
