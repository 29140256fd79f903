"""What a list page was asked for, and addresses that ask for something else."""

from collections.abc import Callable
from urllib.parse import urlencode


class Asked:
    """The choices in the address of a list, with their defaults left out again.

    :param url: address of the page.
    :param form: what the request brought.
    :param defaults: name -> value; only these names are choices.
    """

    def __init__(self, url: str, form: dict, defaults: dict[str, str]) -> None:
        self.url = url
        self.defaults = defaults
        self.values = {name: self._one(form.get(name), defaults[name]) for name in defaults}

    def __getitem__(self, name: str) -> str:
        return self.values[name]

    @property
    def page(self) -> int:
        """Number of the page, from 1."""
        asked = self.values.get("page", "")
        return int(asked) if asked.isdecimal() and len(asked) < 6 else 1

    def link(self, **changes: object) -> str:
        """Address with some choices changed; any change but of the page goes to page 1."""
        values = {name: value for name, value in self.values.items() if name != "page"}
        values.update({name: str(value) for name, value in changes.items()})
        given = [(n, v) for n, v in values.items() if v != self.defaults.get(n, "")]
        return f"{self.url}?{urlencode(given)}" if given else self.url

    def paging(self, page, total: int | None) -> dict:
        """For the macro of that name.

        :param page: vanphong.ledger.paging.Page
        """
        first = (page.number - 1) * page.size + 1
        return {
            "first": first,
            "last": first + len(page.rows) - 1 if page.rows else 0,
            "total": total,
            "previous": self.link(page=page.number - 1) if page.number > 1 else None,
            "next": self.link(page=page.number + 1) if page.more else None,
        }

    def counted(self, page, count: Callable[[], int | None]) -> dict:
        """The same; counts only when there is more than one page."""
        several = page.more or page.number > 1
        return self.paging(page, count() if several else len(page.rows))

    def hidden(self, *but: str) -> list[tuple[str, str]]:
        """The choices as hidden inputs, those named left out."""
        return [
            (name, value)
            for name, value in self.values.items()
            if value and name not in but and value != self.defaults[name]
        ]

    @staticmethod
    def _one(value, default: str) -> str:
        return value.strip() if isinstance(value, str) and value.strip() else default
