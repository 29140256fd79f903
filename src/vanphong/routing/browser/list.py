"""The route templates of the office, in the order in which they are looked at: ``@@routes``."""

from functools import cached_property
from Products.Five import BrowserView
from vanphong import _
from vanphong.calendars import clock
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.organisation.interfaces import IUnitMarker
from vanphong.routing import template_actions as actions
from vanphong.routing import template_store as store
from vanphong.routing import template_values as values
from vanphong.routing.browser import list_rows
from vanphong.routing.browser import places
from vanphong.routing.browser import shown
from vanphong.routing.browser.panel import RoutesPage
from vanphong.routing.browser.panel import used_by
from vanphong.routing.rules.route_text import MOST_CHARACTERS
from vanphong.ui.browser import sending
from zExceptions import NotFound
import json


#: Templates of one page, of each direction.
SIZE = 50


class RoutesList(RoutesPage):
    """All templates, or those that documents of one body can take."""

    success = _("The order is changed; it holds for documents submitted from now on.")
    add_words = _("Add a route")

    @property
    def url(self) -> str:
        """Address of the page."""
        return f"{self.context.absolute_url()}/@@routes"

    @cached_property
    def body(self):
        """The body whose templates are shown, None for all."""
        return self.context if IUnitMarker.providedBy(self.context) else None

    @property
    def sub(self) -> str:
        """What the list is."""
        if self.body is not None:
            return self.body.title
        return shown.text(_("Which way a document takes, through whose hands, how long"))

    def row_html(self, vp, row: dict) -> str:
        """A row of the table; written here, because there may be hundreds."""
        return list_rows.html(vp, row, self.row_words)

    @cached_property
    def row_words(self) -> dict[str, str]:
        """The words that every row repeats, translated once."""
        return {name: shown.text(words) for name, words in list_rows.WORDS.items()}

    def concerns(self, one) -> bool:
        """Those for the body or for all."""
        return self.body is None or one.body in ("", self.body.UID())

    def row(self, one) -> dict:
        """A row of the table."""
        found = super().row(one)
        now = found["now"]
        used = self.running.get(one.uid, 0)
        condition = found["route"].condition
        return {
            **found,
            "condition": self.once(shown.condition, condition, one.direction, self.tried_in),
            "version": "" if now is None else self.once(version_words, now.version),
            "period": "" if now is None else self.once(shown.period, now.valid_from, now.valid_to),
            "used": self.once(used_by, used) if used else "",
            "running": f"{self.running_documents_url}?route={one.name}" if used else "",
        }

    @cached_property
    def tried_in(self):
        """The body whose registers are meant."""
        return self.body or places.first_body()

    def part(self, found: list) -> list:
        """One page of them."""
        first = (self.page_of(found) - 1) * SIZE
        return found[first : first + SIZE]

    def page_of(self, found: list) -> int:
        """The page asked for, from 1; the last one when there are not so many."""
        wanted = self.text("page")
        last = max(1, -(-len(found) // SIZE))
        return min(max(int(wanted), 1), last) if wanted.isdecimal() and len(wanted) < 6 else 1

    def paging(self, group: dict) -> dict | None:
        """For the macro ``paging``; None when all have room."""
        found = self.listed[group["id"]]
        if len(found) <= SIZE:
            return None
        page = self.page_of(found)
        first = (page - 1) * SIZE
        last = min(first + SIZE, len(found))
        return {
            "first": first + 1,
            "last": last,
            "total": len(found),
            "previous": f"{self.url}?page={page - 1}" if page > 1 else None,
            "next": f"{self.url}?page={page + 1}" if last < len(found) else None,
        }

    def table(self, group: dict) -> dict:
        """For the macro ``list_table``."""
        rows, found = group["rows"], self.listed[group["id"]]
        same = [one.body for one in found]
        first = (self.page_of(found) - 1) * SIZE
        for number, row in enumerate(rows, first + 1):
            row["group"] = group["id"]
            row["number"], row["place"] = number, number - 1
            # those of one body stand before those for all; nothing moves between
            row["up"] = "" if number > 1 and same[number - 2] == same[number - 1] else "–"
            row["down"] = "" if number < len(found) and same[number] == same[number - 1] else "–"
        return {
            "caption": group["title"],
            "columns": [
                {"title": _("Number"), "hidden": True, "css": "no"},
                {"title": _("Route, and for which documents")},
                {"title": _("Steps"), "css": "num"},
                {"title": _("In force")},
                {"title": _("Running documents")},
                {"title": _("Acts"), "hidden": True},
            ],
            "rows": rows,
        }

    @property
    def file_drop(self) -> dict:
        """For the macro of that name."""
        return {
            "name": "file",
            "accept": ".json,application/json",
            "max_bytes": MOST_CHARACTERS,
            "required": True,
        }

    # what was sent

    def act(self):
        """Move one, or import."""
        what, *rest = self.text("do").split(" ")
        if what == "import":
            return self._import()
        doing = {"up": self._up, "down": self._down, "place": self._place}
        if what not in doing or not rest:
            raise InvalidInput(mark("Choose what is to be done."))
        self.moved = rest[0]
        return doing[what](*rest[:2])

    moved = ""

    def _import(self):
        sent = self.upload("file")
        if sent is None:
            raise InvalidInput(mark("Choose a file."), field="file")
        found = actions.import_templates(self.folder, sent.read(MOST_CHARACTERS + 1))
        told = {"n": len(found)}
        return _("${n} routes have come as drafts. Look at each of them.", mapping=told)

    def _template(self, name: str):
        found = None if self.folder is None else self.folder.get(name)
        if found is None:
            raise InvalidInput(mark("There is no template “${name}”."), name=name[:60])
        return found

    def _shown(self, template) -> list[str]:
        """Names of the templates of its direction as the page shows them."""
        return [one.name for one in self.listed[template.direction]]

    def _up(self, name: str, *_rest):
        self._go(self._template(name), -1)

    def _down(self, name: str, *_rest):
        self._go(self._template(name), 1)

    def _go(self, template, step: int):
        self._put(template, self._shown(template).index(template.getId()) + step)

    def _place(self, name: str, place: str = ""):
        if not place.isdecimal():
            raise InvalidInput(mark("Choose what is to be done."))
        self._put(self._template(name), int(place))

    def _put(self, template, place: int):
        """To where another one of the page stands, counted among all of the direction."""
        there = self._shown(template)
        other = there[max(0, min(place, len(there) - 1))]
        siblings = store.siblings(self.folder, template.direction)
        actions.move_template(template, place=siblings.index(self._template(other)) + 1)

    def next_url(self) -> str:
        """The list, at the template that was moved."""
        page = self.text("page")
        url = f"{self.url}?page={page}" if page.isdecimal() else self.url
        return f"{url}#f-{self.moved}" if self.moved else url


def version_words(number: int) -> str:
    """``Bản 3``."""
    return shown.text(_("Version ${n}", mapping={"n": number}))


class RoutesJson(BrowserView):
    """``@@routes-json``: all templates as a file, or the one of ``?id=``."""

    def __call__(self):
        """JSON that another site can import."""
        page = RoutesPage(self.context, self.request)
        name = self.request.form.get("id", "")
        found = values.export(page.folder)
        if name:
            found["templates"] = [one for one in found["templates"] if one["name"] == name]
            if not found["templates"]:
                raise NotFound(name)
        name = f"luong-xu-ly-{clock.today():%Y-%m-%d}.json"
        sending.saved(self.request, "application/json; charset=utf-8", name)
        return json.dumps(found, ensure_ascii=False, indent=1)


class FolderView(BrowserView):
    """``view`` of the folder of the templates: the list."""

    def __call__(self):
        """Go there."""
        self.request.response.redirect(RoutesPage(self.context, self.request).list_url)
        return ""
