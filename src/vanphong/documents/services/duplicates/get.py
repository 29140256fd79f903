"""GET @duplicates."""

from vanphong.documents import duplicates
from vanphong.documents.browser import likeness
from vanphong.documents.services.looking import DocumentLook


class DuplicatesGet(DocumentLook):
    """What the document may be the same as, the surest first; only what the asker may open."""

    def show(self):
        """``kind`` is file, letter or text; ``likeness`` that of the texts, 0 to 1."""
        url = self.context.absolute_url()
        return {
            "@id": f"{url}/@duplicates",
            "items": [as_json(one, self.request) for one in duplicates.of(self.context)],
        }


def as_json(one: duplicates.Alike, request) -> dict:
    """One document that was found."""
    (row,) = likeness.shown([one], request)
    return {
        "@id": row["url"],
        "uid": one.uid,
        "kind": one.kind,
        "likeness": round(one.likeness, 3),
        "said": row["said"],
        "number": row["label"],
        "symbol": one.row["symbol"],
        "organ_name": one.row["organ_name"],
        "subject": row["subject"],
    }
