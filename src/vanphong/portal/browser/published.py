"""The list of published documents: ``@@published``."""

from functools import cached_property
from plone import api
from urllib.parse import urlencode
from vanphong import _
from vanphong.calendars import clock
from vanphong.documents import catalogues
from vanphong.errors import InvalidInput
from vanphong.ledger import publications as ledger
from vanphong.ledger.paging import CAP
from vanphong.organisation import directory
from vanphong.portal import settings
from vanphong.portal.shown import shown
from vanphong.ui import format as fmt
from vanphong.ui.browser.public import PublicPage
from vanphong.ui.given import Given
from vanphong.ui.interfaces import IPublicSite
from zope.component import getMultiAdapter


#: Longer questions are cut: a person types no more.
LONGEST = 200

#: Years that a document can be of.
YEARS = range(1945, 2200)

NAMES = ("q", "type", "number", "year", "field", "unit", "category")


class Asked:
    """What a citizen asks the list for, read from the address; nonsense counts as nothing."""

    def __init__(self, form, elsewhere: frozenset[str] = frozenset()) -> None:
        self.elsewhere = elsewhere
        texts = {name: form.get(name) for name in (*NAMES, "page")}
        self.given = Given({key: one for key, one in texts.items() if isinstance(one, str)})

    def text(self, name: str) -> str:
        """A text; "" where it cannot be read."""
        try:
            return " ".join(self.given.text(name).split())[:LONGEST]
        except InvalidInput:
            return ""

    def whole(self, name: str) -> int | None:
        """A whole number; None where it is none."""
        try:
            return self.given.whole(name)
        except InvalidInput:
            return None

    @property
    def page(self) -> int:
        """The page of the list, from 1."""
        return max(self.whole("page") or 1, 1)

    @property
    def wanted(self) -> ledger.Wanted:
        """For the ledger."""
        year = self.whole("year")
        return ledger.Wanted(
            text=self.text("q"),
            document_type=self.text("type"),
            number=self.whole("number"),
            year=year if year in YEARS else None,
            field=self.text("field"),
            unit_uid=self.text("unit"),
            category=self.text("category"),
            elsewhere=self.elsewhere,
        )

    def values(self) -> dict[str, str]:
        """What is asked for, by the names of the form; nothing empty."""
        found = {name: self.text(name) for name in NAMES}
        return {name: value for name, value in found.items() if value}


class PublishedList(PublicPage):
    """Newest first; a form with GET, so that every question has an address."""

    title = _("Directing documents")
    description = _("Directing and other documents that the body has published.")
    menu_id = "published"
    has_search = False

    @cached_property
    def site(self):
        """The body that the page is about."""
        return getMultiAdapter((self.context, self.request), IPublicSite)

    @cached_property
    def asked(self) -> Asked:
        """What is asked for."""
        return Asked(self.request.form, self.site.elsewhere)

    @cached_property
    def url(self) -> str:
        """Address of the list."""
        return f"{api.portal.get().absolute_url()}/@@published"

    @property
    def address(self) -> str:
        """With what is asked for, so that each page has one address."""
        return self._page_url(self.asked.page)

    @property
    def robots(self) -> str:
        """Search engines need not go through the answers to every question."""
        return "noindex, follow" if self.asked.values() else ""

    @property
    def feeds(self) -> tuple:
        """All of it as a feed."""
        return ((self.title, f"{self.url}.rss"),)

    @cached_property
    def found(self) -> ledger.Found:
        """One page of what fits."""
        return ledger.find(self.asked.wanted, clock.today(), page=self.asked.page)

    @cached_property
    def rows(self) -> list:
        """The lines."""
        return [shown(row, self.request) for row in self.found.page.rows]

    @property
    def said(self) -> str:
        """How many fit."""
        total = fmt.count(self.found.total, CAP)
        if self.found.total == 1:
            return _("1 document")
        return _("${n} documents", mapping={"n": total})

    @property
    def paging(self) -> dict:
        """For the macro ``public_paging``."""
        page = self.found.page
        return {
            "previous": self._page_url(page.number - 1) if page.number > 1 else None,
            "next": self._page_url(page.number + 1) if page.more else None,
            "words": _("Page ${n}", mapping={"n": page.number}),
        }

    def _page_url(self, number: int) -> str:
        values = {"body": self.site.body_id} if self.site.body_id else {}
        values |= self.asked.values() | ({"page": str(number)} if number > 1 else {})
        return f"{self.url}?{urlencode(values)}" if values else self.url

    @cached_property
    def choices(self) -> list[dict]:
        """The lists of the form: only what there is something of."""
        used, today = ledger.used(clock.today()), clock.today()
        fields = catalogues.fields()
        categories = settings.categories()
        lists = {
            "category": (
                _("Category"),
                [(code, one.title) for code, one in categories.items() if code in used["category"]],
            ),
            "type": (
                _("Type"),
                sorted_titles((one, catalogues.type_name(one)) for one in used["document_type"]),
            ),
            "field": (
                _("Field"),
                sorted_titles(
                    (one, fields[one].name if one in fields else one) for one in used["field"]
                ),
            ),
            "unit": (_("Drafting unit"), sorted_titles(map(_unit, used["unit_uid"]))),
            "year": (_("Year"), [(str(one), str(one)) for one in ledger.years(today)]),
        }
        return [
            {"name": name, "label": label, "options": options, "value": self.asked.text(name)}
            for name, (label, options) in lists.items()
        ]


def sorted_titles(pairs) -> list[tuple[str, str]]:
    """Pairs of code and title in the order of the titles."""
    return sorted(pairs, key=lambda pair: catalogues.rules.fold(pair[1]))


def _unit(uid: str) -> tuple[str, str]:
    found = directory.unit(uid)
    return uid, "–" if found is None else found.title
