"""Pages of outgoing documents, asked for as the publisher does."""

from tests.site.outgoing.conftest import out
from tests.site.pages.conftest import page


__all__ = ["out", "page"]
