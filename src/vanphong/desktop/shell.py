"""The frame around every page, for the person who is signed in."""

from functools import cached_property
from plone import api
from vanphong import _
from vanphong.desktop.waiting import Waiting
from vanphong.desktop.waiting import waiting
from vanphong.documents.browser.scope import may
from vanphong.ledger import notices
from vanphong.organisation import directory
from vanphong.organisation.rules import BODIES
from vanphong.organisation.rules import CLERKS
from vanphong.organisation.rules import LEADERS
from vanphong.portal.site import first_body
from vanphong.schedules import weeks
from vanphong.setuphandlers import ORGANISATION
from vanphong.ui.shell import MenuItem
from vanphong.ui.shell import RailItem
from vanphong.ui.shell import Shell


ADMINISTRATION = "vanphong: Manage Office"


class OfficeShell(Shell):
    """Body, position, navigation and menu of the person of this request."""

    @property
    def waiting(self) -> Waiting:
        """The person and what waits for them."""
        return waiting(self.request)

    @cached_property
    def now(self):
        """The office clock."""
        return self.waiting.now

    @cached_property
    def is_signed_in(self) -> bool:
        """Whether anybody is signed in."""
        return not api.user.is_anonymous()

    @cached_property
    def is_administrator(self) -> bool:
        """Whether the person runs the office as a system."""
        return self.is_signed_in and may(ADMINISTRATION, self.site)

    @cached_property
    def body_name(self) -> str:
        """Short name of the person's body, or of the body that keeps this office."""
        bodies = self.waiting.bodies
        body = bodies[0] if bodies else first_body(self.site)
        return super().body_name if body is None else body.short_name or body.title

    @cached_property
    def user_title(self) -> str:
        """The main position, or the name where there is none."""
        if not self.is_signed_in:
            return ""
        positions = self.waiting.positions
        return positions[0].title if positions else self.waiting.me.fullname

    @cached_property
    def unit_title(self) -> str:
        """The unit of the main position."""
        positions = self.waiting.positions
        return positions[0].unit_title if positions else ""

    @property
    def home_url(self) -> str:
        """The desktop, for who has one."""
        return f"{self.portal_url}/@@desktop" if self.is_signed_in else f"{self.portal_url}/"

    @cached_property
    def notifications(self) -> int:
        """Notices that the person has not seen, counted up to the cap."""
        return notices.count(self.waiting.me.tokens) if self.is_signed_in else 0

    @property
    def notifications_url(self) -> str:
        """The page of the notices, for who is signed in."""
        return f"{self.portal_url}/@@notices" if self.is_signed_in else ""

    @cached_property
    def rail(self) -> tuple[RailItem, ...]:
        """Desktop, both kinds of documents, my unit, registers; for administrators their pages."""
        return tuple(self._rail()) if self.is_signed_in else ()

    def _rail(self):
        url, positions = self.portal_url, self.waiting.positions
        waits = self.waiting.counts.sum()
        yield RailItem("desktop", _("Desktop"), f"{url}/@@desktop", "desk", count=waits)
        if positions:
            yield RailItem("incoming", _("Incoming"), f"{url}/@@incoming-documents", "in")
            yield RailItem("outgoing", _("Outgoing"), f"{url}/@@outgoing-documents", "out")
            yield RailItem("tasks", _("Tasks"), f"{url}/@@tasks", "done")
            yield RailItem("casefiles", _("Case files"), f"{url}/@@case-files", "folder")
            yield RailItem("schedule", _("Schedule"), f"{url}/{weeks.PLACE}", "cal")
            yield RailItem("unit", _("My unit"), f"{url}/@@unit-work", "users")
        if self._keeps_registers or self.is_administrator:
            yield RailItem("registers", _("Registers"), f"{url}/@@registers", "book")
        if self.is_administrator:
            units = f"{url}/{ORGANISATION}"
            yield RailItem("organisation", _("Organisation"), units, "home")
            yield RailItem("routes", _("Routes"), f"{url}/@@routes", "route")
            panel = f"{url}/@@administration"
            yield RailItem("administration", _("Administration"), panel, "gear", end=True)

    @property
    def _keeps_registers(self) -> bool:
        """Whether the person is clerk or head of a body, or chief of its Office."""
        for position in self.waiting.positions:
            unit = directory.unit_object(position.unit_uid)
            if position.functions & {LEADERS, CLERKS} and unit.kind in (*BODIES, "office"):
                return True
        return False

    @cached_property
    def menu(self) -> tuple[MenuItem, ...]:
        """The person's positions, each with its own work, and the password."""
        if not self.is_signed_in:
            return ()
        desk = f"{self.portal_url}/@@desktop"
        positions = tuple(
            MenuItem(
                f"{position.title} · {position.unit_title}", f"{desk}?unit={position.unit_uid}"
            )
            for position in self.waiting.positions
        )
        password = f"{self.portal_url}/@@change-password"
        portal = (MenuItem(_("Public portal"), f"{self.portal_url}/@@portal"),)
        if any(LEADERS in one.functions for one in self.waiting.positions) or self._keeps_registers:
            portal += (MenuItem(_("Published documents"), f"{self.portal_url}/@@publications"),)
        if self.is_administrator or self._is_clerk_of_a_body:
            address = f"{self.portal_url}/@@import-documents"
            portal += (MenuItem(_("Import old documents"), address),)
        return (*positions, *portal, MenuItem(_("Change the password"), password))

    @property
    def _is_clerk_of_a_body(self) -> bool:
        """Whether the person keeps the records of a body."""
        return any(
            CLERKS in one.functions and directory.unit_object(one.unit_uid).kind in BODIES
            for one in self.waiting.positions
        )
