"""GET @completions/<field>?q=…"""

from collections.abc import Callable
from vanphong.documents import rules
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.incoming import actions
from vanphong.ledger import documents
from vanphong.ledger.services import LookService
from vanphong.organisation import directory


#: For each field: how a text is made comparable, and where it is looked for.
COMPLETED: dict[str, tuple[Callable[[str], str | tuple[str, ...]], Callable]] = {
    "organ_name": (rules.organ_keys, documents.complete_organs),
    "symbol": (rules.symbol_key, documents.complete_symbols),
}


class CompletionsGet(LookService):
    """Values of a field in recent documents, for who registers new ones."""

    needs = actions.register.permission
    who = actions.CLERK
    takes = 1

    def __init__(self, context, request):
        super().__init__(directory.body_of(context), request)

    def look(self):
        """At most ten values."""
        name = "".join(self.path)
        if name not in COMPLETED:
            raise InvalidInput(
                _("“${name}” cannot be completed; there are ${fields}."),
                name=name,
                fields=", ".join(COMPLETED),
            )
        key, find = COMPLETED[name]
        text = key(self.query.text("q"))
        return {
            "@id": f"{self.context.absolute_url()}/@completions/{name}",
            "items": find(self.context.UID(), text) if text else [],
        }
