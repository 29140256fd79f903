"""Tìm kiếm: ``@@search-documents`` of the site, over all documents that a person may open."""

from dataclasses import replace
from functools import cached_property
from plone import api
from urllib.parse import urlencode
from vanphong import _
from vanphong.calendars import clock
from vanphong.calendars.rules import lateness
from vanphong.calendars.settings import work_calendar
from vanphong.documents import actions
from vanphong.documents import results
from vanphong.documents import rules
from vanphong.documents import search
from vanphong.documents import searches
from vanphong.documents.browser import search_parts
from vanphong.documents.browser.search_fields import FIRST
from vanphong.documents.browser.search_fields import LABELS
from vanphong.documents.browser.search_fields import MORE
from vanphong.documents.browser.search_fields import Fields
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.ledger import search as engine
from vanphong.ledger.paging import CAP
from vanphong.organisation import people
from vanphong.ui.browser.form import OfficeForm
from vanphong.ui.given import Given


class SearchDocuments(OfficeForm):
    """The page; posted to, it keeps a search, chooses columns, or has a file made."""

    title = _("Search")
    rail_id = "search"
    page_class = "vp-searching"

    # what is asked for

    @cached_property
    def me(self) -> people.Me:
        """Who searches."""
        return people.me()

    @cached_property
    def values(self) -> dict[str, str]:
        """The filters of the address; what is no text is left out."""
        found = {}
        for name in self.request.form:
            try:
                found |= search.asked(Given({name: self.request.form[name]}))
            except InvalidInput:
                continue
        return found

    @cached_property
    def query(self) -> rules.Query:
        """What was typed."""
        return rules.parse_query(self.values.get("q", ""))

    @cached_property
    def criteria(self) -> engine.Criteria:
        """All of it; what cannot be read is told and left out."""
        return search.criteria(Given(self.values), self.me, self.fail)

    @cached_property
    def order(self) -> str:
        """The order of the results."""
        asked = self.values.get("order", "")
        return asked if asked in engine.ORDERS else engine.ORDERS[0]

    @property
    def number(self) -> int:
        """Number of the page, from 1."""
        asked = self.text("page")
        return int(asked) if asked.isdecimal() and len(asked) < 6 else 1

    @property
    def is_asked(self) -> bool:
        """Whether anything is looked for; else the newest documents are shown."""
        return any(name != "order" for name in self.values)

    # what is done

    def act(self):
        """One of the four acts, by the button that was pressed."""
        site = api.portal.get()
        doing = self.text("act")
        if doing == "save":
            actions.save_search(
                site, name=self.text("title"), query=self.values, unit_uid=self.text("share")
            )
            return _("The search is saved.")
        if doing == "delete":
            actions.delete_search(site, self.text("uid"))
            return _("The saved search is deleted.")
        if doing == "columns":
            actions.choose_columns(site, self.texts("columns"))
            return _("The columns are chosen.")
        if doing == "export":
            kind = self.text("kind")
            self.export_uid = actions.export_results(site, kind=kind, query=self.values)
            return _("The file is being made.")
        raise InvalidInput(mark("There is no such act."), field="act")

    export_uid = ""

    def next_url(self) -> str:
        """The same results."""
        return self.link(export=self.export_uid)

    def render(self):
        """The page; the filters are read first, for the frame shows what is wrong with them."""
        self.criteria  # noqa: B018
        return super().render()

    # results

    @cached_property
    def found(self) -> engine.Found:
        """This page of the results."""
        reader = search.reader_of(self.me)
        return engine.find(self.criteria, reader, order=self.order, page=self.number)

    @cached_property
    def words(self):
        """The words as they were found."""
        return self.query.words.folded() if self.found.loosened else self.query.words

    @cached_property
    def rows(self) -> list[dict]:
        """The results as they are shown."""
        found = self.found.rows
        bodies = engine.bodies([row["document_uid"] for row in found]) if self.words.terms else {}
        calendar, now = work_calendar(), clock.now()
        texts_of = (bodies.get(row["document_uid"], "") for row in found)
        parts = [search_parts.snippet(text, self.words) for text in texts_of]
        return [
            {
                "url": self._address(row, part),
                "level": row["urgency"],
                "direction": results.DIRECTIONS.get(row["direction"], ""),
                "title": self._marked(row["subject"] or row["symbol"]),
                "source": self._marked(_source(row)),
                "snippet": part,
                "runs": row["state"] not in search.ENDED and row["due_at"] is not None,
                "left": lateness(calendar, row["due_at"], now),
                "due": row["due_at"],
                "texts": texts,
            }
            for row, part, texts in zip(found, parts, results.texts(found), strict=True)
        ]

    @cached_property
    def unknown(self) -> dict | None:
        """Where nothing fits: words that occur nowhere, and the address without them."""
        if self.found.rows or self.number > 1:
            return None
        terms = search_parts.unknown(self.query.words, search.reader_of(self.me))
        if not terms:
            return None
        rest = search_parts.typed(self.query.words, terms)
        words = ", ".join(f"“{' '.join(term)}”" for term in terms)
        return {"words": words, "rest": rest, "url": self.link(q=rest)}

    def _address(self, row: dict, part: dict | None) -> str:
        """Where the document is shown; one whose file has the words opens where they stand."""
        url = self.request.physicalPathToURL(row["path"].split("/"))
        if part is None:
            return url
        query = urlencode({"find": self.values.get("q", "")})
        return f"{url}?{query}#page-{part['page']}" if part["page"] else f"{url}?{query}"

    def _marked(self, text: str) -> str:
        return search_parts.html(rules.marked(text, self.words))

    @cached_property
    def facets(self) -> engine.Facets:
        """How many there are, and what they are."""
        criteria = self.criteria
        if self.found.loosened:
            criteria = replace(criteria, words=self.words)
        return engine.facets(criteria, search.reader_of(self.me))

    @property
    def total(self) -> int:
        """How many there are; above CAP, more than CAP."""
        return self.facets.total

    @property
    def is_capped(self) -> bool:
        """Whether there are more than are counted."""
        return self.total > CAP

    @cached_property
    def narrowing(self) -> list[dict]:
        """The facets as lists of links."""
        return search_parts.narrowing(self.facets, self.values, self.fields, self.link)

    @cached_property
    def chips(self) -> list[dict]:
        """The filters that are set, each with the address without it."""
        return [
            {
                "label": LABELS[name],
                "value": self.fields.said(name, value),
                "url": self.link(**{name: ""}),
            }
            for name, value in self.values.items()
            if name not in ("q", "order")
        ]

    # the bar and the boxes beside the results

    @cached_property
    def fields(self) -> Fields:
        """Choices of the filters."""
        return Fields(self.me)

    @property
    def first_fields(self) -> list[dict]:
        """The filters always to be seen."""
        return self.fields.fields(FIRST, {"order": self.order, **self.values})

    @property
    def more_fields(self) -> list[dict]:
        """The other filters."""
        return self.fields.fields(MORE, self.values)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns beside the subject."""
        return searches.columns(self.me.user_id)

    @property
    def table(self) -> dict:
        """For the macro of that name."""
        heads = [
            {"id": name, "title": results.TITLES[name], "css": f"c-{name}"} for name in self.columns
        ]
        subject = {"id": "subject", "title": results.TITLES["subject"], "css": "su"}
        place = 1 if self.columns[:1] == ("number",) else 0
        heads.insert(place, subject)
        return {"columns": heads, "rows": self.rows, "caption": self.title}

    @property
    def column_choices(self) -> list[dict]:
        """All columns, and whether each is chosen."""
        return [
            {"name": name, "title": results.TITLES[name], "on": name in self.columns}
            for name in searches.COLUMNS
        ]

    @cached_property
    def saved(self) -> list[dict]:
        """The saved searches of the person, and those shared with the person's units."""
        return search_parts.saved(self.me, self.url, self.values)

    @property
    def my_units(self) -> list[tuple[str, str]]:
        """The units that a search can be shared with."""
        return [(unit.UID(), unit.short_name or unit.title) for unit in self.fields.units]

    @cached_property
    def export(self) -> dict | None:
        """The file that is being made, or was made."""
        return search_parts.export(self.text("export"), self.me, self.context, self.link)

    # addresses

    @property
    def url(self) -> str:
        """This page."""
        return f"{self.context.absolute_url()}/@@search-documents"

    def link(self, **changes: str) -> str:
        """The address with some filters changed, on its first page."""
        values = {name: value for name, value in {**self.values, **changes}.items() if value}
        return f"{self.url}?{urlencode(values)}" if values else self.url

    @property
    def link_of_words(self) -> str:
        """The address with the words alone."""
        return self.link(**{name: "" for name in self.values if name != "q"})

    @property
    def paging(self) -> dict:
        """For the macro of that name."""
        page, rows = self.found, len(self.found.rows)
        first = (page.number - 1) * page.size + 1
        return {
            "first": first,
            "last": first + rows - 1 if rows else 0,
            "total": self.total,
            "previous": self.link(page=str(page.number - 1)) if page.number > 1 else None,
            "next": self.link(page=str(page.number + 1)) if page.more else None,
        }

    @property
    def style(self) -> str:
        """Address of the style of this page."""
        return search_parts.style(self.context.absolute_url())


def _source(row: dict) -> str:
    return " · ".join(filter(None, (row["organ_name"], row["symbol"])))
