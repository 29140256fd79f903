"""GET @notices."""

from vanphong.desktop.notices import said
from vanphong.ledger import notices
from vanphong.organisation import people
from vanphong.ui.services import OfficeService
from zope.i18n import translate


PLAIN = ("kind", "subject_uid", "urgent", "told_by")


class NoticesGet(OfficeService):
    """What the person has not seen, the newest first; looking does not count as seeing."""

    def answer(self):
        """The notices, and how many there are, counted up to 100."""
        return shown(self)


def shown(service) -> dict:
    """The notices that wait for the person, as JSON."""
    tokens = people.me().tokens
    portal_url = service.context.absolute_url()
    return {
        "@id": f"{portal_url}/@notices",
        "count": notices.count(tokens),
        "items": [
            {
                "UID": row["uid"],
                "text": translate(said(row), context=service.request),
                "url": f"{portal_url}{row['url']}" if row["url"] else "",
                "created": row["created"].isoformat(),
                **{name: row[name] for name in PLAIN},
            }
            for row in notices.waiting(tokens)
        ],
    }
