"""What the pages of the route templates have in common."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from vanphong import _
from vanphong.calendars import clock
from vanphong.ledger import documents
from vanphong.organisation import directory
from vanphong.routing import templates
from vanphong.routing.browser import places
from vanphong.routing.browser import shown
from vanphong.routing.content import Listed
from vanphong.routing.interfaces import IRouteTemplate
from vanphong.routing.rules.matching import in_force
from vanphong.routing.rules.routes import Route
from vanphong.ui import format as fmt
from vanphong.ui.browser.form import OfficeForm
from zlib import crc32
from zope.component.hooks import getSite


HERE = Path(__file__).parent
STATIC = HERE / "static"

_parts = ViewPageTemplateFile(str(HERE / "parts.pt"))


class Parts:
    """``parts/trial`` finds a macro that several of these pages use."""

    def __getitem__(self, name: str):
        return _parts.macros[name]


class RoutesPage(OfficeForm):
    """The frame of these pages: where they are in the office, and their files."""

    rail_id = "routes"
    title = _("Routes")
    parts = Parts()

    @cached_property
    def site_url(self) -> str:
        """Address of the site."""
        return getSite().absolute_url()

    @property
    def list_url(self) -> str:
        """Address of the list of all templates."""
        return f"{self.site_url}/@@routes"

    @property
    def running_documents_url(self) -> str:
        """Address of the list of documents on their way, which features above give."""
        return f"{self.site_url}/@@running-documents"

    def static(self, name: str) -> str:
        """Address of one of our files."""
        return static_url(name)

    @cached_property
    def today(self):
        """The day of the page."""
        return clock.today()

    @cached_property
    def folder(self):
        """The folder of the templates."""
        return templates.container()

    @cached_property
    def running(self) -> dict[str, int]:
        """How many documents run on each template."""
        return documents.running_by_route()

    @cached_property
    def listed(self) -> dict[str, list[Listed]]:
        """The templates that are shown, by direction, in the order in which they are looked at."""
        found = () if self.folder is None else self.folder.listed()
        return {
            direction: [one for one in found if one.direction == direction and self.concerns(one)]
            for direction in shown.DIRECTIONS
        }

    @cached_property
    def groups(self) -> list[dict]:
        """The templates by direction, as rows."""
        return [
            {
                "id": direction,
                "title": title,
                "rows": [self.row(one) for one in self.part(self.listed[direction])],
                "count": len(self.listed[direction]),
            }
            for direction, title in shown.DIRECTIONS.items()
        ]

    def part(self, found: list[Listed]) -> list[Listed]:
        """Those of one direction for which there is room."""
        return found

    @cached_property
    def _made(self) -> dict:
        return {}

    def once(self, make: Callable[..., str], *asked) -> str:
        """What ``make`` says; lists ask for the same again and again."""
        key = (make.__name__, *asked)
        if key not in self._made:
            self._made[key] = make(*asked)
        return self._made[key]

    def concerns(self, one: Listed) -> bool:
        """Whether a template is shown."""
        return True

    def row(self, one: Listed) -> dict:
        """One template in a list."""
        route = one.current
        return {
            "id": one.name,
            "uid": one.uid,
            "url": f"{self.folder_url}/{one.name}",
            "title": route.title,
            "on": one.uid == self.here,
            "count": len(route.steps),
            "steps": self.once(count_steps, len(route.steps)),
            "draft": one.draft is not None,
            "drafted_by": "" if one.draft is None else one.draft.by_title,
            "route": route,
            "now": in_force(one.versions, self.today),
            "direction": one.direction,
        }

    @cached_property
    def folder_url(self) -> str:
        """Address of the folder of the templates."""
        return "" if self.folder is None else self.folder.absolute_url()

    @cached_property
    def here(self) -> str:
        """UID of the template of this page, "" on others."""
        return self.context.UID() if IRouteTemplate.providedBy(self.context) else ""


def static_url(name: str) -> str:
    """Address of one of our files; it changes with the file."""
    stamp = crc32((STATIC / name).read_bytes())
    return f"{getSite().absolute_url()}/++resource++vanphong-routing/{name}?v={stamp:x}"


def current(template) -> Route:
    """What an administrator changes: the draft, else the newest version."""
    if template.draft is not None:
        return template.draft.route
    return template.routes()[-1]


def body_of(route: Route):
    """The body that a template is for; the first one when it is for all."""
    return directory.unit_object(route.body) or places.first_body()


def count_steps(number: int) -> str:
    """``7 bước``."""
    return shown.text(_("${n} steps on the way", mapping={"n": number}))


def used_by(count: int, cap: int = 100_000) -> str:
    """How many documents run on it, in words."""
    if not count:
        return shown.text(_("no running document"))
    if count == 1:
        return shown.text(_("used by 1 running document"))
    told = {"n": shown.text(fmt.count(count, cap))}
    return shown.text(_("used by ${n} running documents", mapping=told))
