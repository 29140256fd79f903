"""The page of a register: its entries, newest first, and what may be done to its numbers."""

from functools import cached_property
from plone import api
from Products.Five import BrowserView
from urllib.parse import urlencode
from vanphong import _
from vanphong.calendars import clock
from vanphong.errors import InvalidInput
from vanphong.ledger import entries
from vanphong.registers import actions
from vanphong.registers.browser import words
from vanphong.registers.browser.numbers import read_number
from vanphong.registers.browser.rows import Entry
from vanphong.registers.browser.rows import shown
from vanphong.registers.browser.rows import type_names
from vanphong.ui import errors
from vanphong.ui import format as fmt


class RegisterView(BrowserView):
    """``view`` of a register; ``?page=2``, or ``?number=45`` for one number."""

    rail_id = "registers"

    @property
    def title(self) -> str:
        """Name of the register."""
        return self.context.title

    @cached_property
    def url(self) -> str:
        """Address of the register."""
        return self.context.absolute_url()

    @property
    def crumbs(self) -> list[dict]:
        """Where the register stands."""
        site = api.portal.get().absolute_url()
        return [
            {"title": _("Registers"), "url": f"{site}/@@registers"},
            {
                "title": words.body_title(self.context),
                "url": self.context.__parent__.absolute_url(),
            },
        ]

    @cached_property
    def state(self) -> tuple[str, str]:
        """Tint and word of the state."""
        return words.state(self.context)

    @cached_property
    def incoming(self) -> bool:
        """The register is one of incoming documents."""
        return self.context.direction == "in"

    #: What was wrong with the number that was looked for.
    problem = ""

    @cached_property
    def may_read(self) -> bool:
        """Whether the lines are for this person: who runs the system reads no subjects."""
        return self._may("vanphong: View Register")

    @cached_property
    def asked(self) -> str:
        """The number looked for, as typed."""
        asked = self.request.form.get("number", "")
        return asked.strip() if isinstance(asked, str) else ""

    @cached_property
    def _found(self) -> list:
        if not self.asked:
            return []
        try:
            number, suffix = read_number(self.asked)
        except InvalidInput as error:
            self.problem = errors.message(error, self.request)
            return []
        rows = entries.taken(self.context.UID(), self.context.period, number)
        return [row for row in rows if not suffix or row["suffix"] == suffix]

    @cached_property
    def _page(self):
        asked = self.request.form.get("page", "")
        number = int(asked) if isinstance(asked, str) and asked.isdecimal() else 1
        return entries.entries(self.context.UID(), self.context.period, number)

    @cached_property
    def entries(self) -> list[Entry]:
        """The lines shown."""
        if not self.may_read:
            return []
        rows = self._found if self.asked else self._page.rows
        return shown(self.context, rows, self.request)

    @cached_property
    def table(self) -> dict:
        """For the macro ``list_table``; the columns of Annex IV that are known."""
        columns = [
            {"title": _("Arrival number") if self.incoming else _("Number"), "css": "no"},
            {"title": _("Date of arrival") if self.incoming else _("Date")},
            {"title": _("Number and symbol of the document")},
            {"title": _("Type and subject of the document")},
            {"title": _("Unit or person receiving") if self.incoming else _("Recipients")},
            {"title": _("Notes")},
        ]
        if self.incoming:
            columns.insert(2, {"title": _("Issuing body")})
        return {"caption": self.title, "columns": columns, "rows": self.entries}

    @property
    def paging(self) -> dict:
        """For the macro of that name."""
        page = self._page
        first = (page.number - 1) * page.size

        def url(number):
            return f"{self.url}?{urlencode({'page': number})}"

        return {
            "first": first + 1,
            "last": first + len(page.rows),
            "total": None,
            "previous": url(page.number - 1) if page.number > 1 else None,
            "next": url(page.number + 1) if page.more else None,
        }

    @property
    def filter_bar(self) -> dict:
        """Looking for one number."""
        field = {"name": "number", "label": _("Number"), "kind": "text", "value": self.asked}
        return {"action": self.url, "fields": [{**field, "placeholder": "45"}]}

    @cached_property
    def forecast(self) -> str:
        """The number that comes next, "" when the register is closed."""
        is_open = actions.is_open(self.context)
        return f"{actions.forecast(self.context):02d}" if is_open else ""

    @property
    def facts(self) -> list[dict]:
        """What the register is, for the macro of that name."""
        book = self.context
        facts = (
            (_("Body"), words.body_title(book)),
            (_("Direction"), words.DIRECTIONS.get(book.direction, book.direction)),
            (_("Year or term"), book.period),
            (_("Numbers start again"), words.COUNTED.get(book.counted, book.counted)),
            (_("First number"), f"{book.opening_number:02d}"),
            (_("Types of document"), self._types() or _("all")),
            (_("Pattern of the symbol"), book.symbol_pattern),
        )
        return [{"term": term, "value": value} for term, value in facts]

    def _types(self) -> str:
        names = type_names(self.context)
        return ", ".join(names.get(code, code) for code in self.context.document_types or ())

    @property
    def acts(self) -> list[dict]:
        """What this person may do here now."""
        offered = (
            ("vanphong: View Register", _("Print"), "print", "@@register-book"),
            ("vanphong: Insert Number", _("Insert a number"), "plus", "@@insert-number"),
            ("vanphong: Void Number", _("Void a number"), "x", "@@void-number"),
            ("Modify portal content", _("Edit the register"), "pen", "edit"),
        )
        acts = [
            {"title": title, "icon": icon, "url": f"{self.url}/{address}"}
            for permission, title, icon, address in offered
            if self._may(permission)
        ]
        return [*acts, self._change_of_state()] if self._may("vanphong: Manage Registers") else acts

    def _may(self, permission):
        return api.user.has_permission(permission, obj=self.context)

    def _change_of_state(self):
        close = actions.is_open(self.context)
        return {
            "title": _("Close the register") if close else _("Open the register again"),
            "icon": "lock",
            "url": f"{self.url}/content_status_modify",
            "post": True,
            "name": "workflow_action",
            "value": "close" if close else "reopen",
            "confirm": _("No number can be taken from a closed register. Close it?")
            if close
            else None,
        }

    def date(self, day) -> str:
        """A day of this register's year without the year."""
        return fmt.short_date(day, clock.today())
