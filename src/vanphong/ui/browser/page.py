"""The frame of the staff pages: ``context/@@vp-page/macros/page``.

Inside the frame templates reach this view as ``vp``: it knows the shell, writes icons,
badges, dates and counts, and hands out the macros.
"""

from Acquisition import aq_base
from collections.abc import Sequence
from functools import cached_property
from plone.protect.authenticator import createToken
from Products.Five import BrowserView
from Products.statusmessages.interfaces import IStatusMessage
from vanphong import _
from vanphong.ui import format as fmt
from vanphong.ui import marks
from vanphong.ui.browser import resources
from vanphong.ui.browser.macros import Macros
from vanphong.ui.interfaces import IOfficePage
from vanphong.ui.interfaces import IShell
from zExceptions import NotFound
from zope.component import getMultiAdapter
from zope.component.hooks import getSite
from zope.i18n import negotiate
from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.interface import alsoProvides


HEADERS = {
    # Diazo would parse the page again to wrap it in the public theme.
    "X-Theme-Disabled": "1",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "private, no-cache",
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self'; style-src 'self'; "
        "style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; frame-src 'self' blob:; "
        "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
    ),
}

SIDES = ("left", "top", "width", "height")

MESSAGE_LOOKS = {
    "info": ("done", "done"),
    "warning": ("warn", "warn"),
    "warn": ("warn", "warn"),
    "error": ("bad", "warn"),
}


class PageView(BrowserView):
    """The page's own view is ``self.page`` once the frame has opened."""

    page = None

    def __call__(self):
        """The macros are not a page."""
        raise NotFound(self.__name__)

    @property
    def macros(self):
        """All shared macros by name."""
        return Macros()

    def open(self, page) -> None:
        """Begin the page of view ``page``: headers, and no second pass over the HTML."""
        self.page = page
        alsoProvides(self.request, IOfficePage)
        response = self.request.response
        for name, value in HEADERS.items():
            if not response.getHeader(name):
                response.setHeader(name, value)

    # who and where

    @cached_property
    def shell(self):
        """The person and the office; an error page has no content to ask about."""
        context = self.context
        if getattr(aq_base(context), "absolute_url", None) is None:
            context = getSite()
        return getMultiAdapter((context, self.request), IShell)

    @cached_property
    def portal_url(self) -> str:
        """Address of the site."""
        site = getSite()
        return site.absolute_url() if site is not None else ""

    @cached_property
    def language(self) -> str:
        """Language of the texts of the page."""
        return negotiate(self.request) or "vi"

    @cached_property
    def initials(self) -> str:
        """For the round sign in the top bar."""
        return fmt.initials(self.text(self.shell.user_title))

    def option(self, name: str, default=""):
        """An attribute by which a page's view speaks to the frame, e.g. ``rail_id``."""
        return getattr(self.page, name, default)

    # files

    @cached_property
    def static_url(self) -> str:
        """Folder of our static files."""
        return f"{self.portal_url}/{resources.RESOURCES}"

    def static(self, name: str) -> str:
        """Address of one static file with its version."""
        return f"{self.static_url}/{name}?v={resources.version()}"

    @property
    def theme_css(self) -> str:
        """Bootstrap and Roboto as Barceloneta ships them."""
        return f"{self.portal_url}/{resources.BARCELONETA}"

    @property
    def scripts(self) -> list[str]:
        """Addresses of the script modules."""
        return [self.static(name) for name in resources.SCRIPTS]

    # forms and messages

    @cached_property
    def token(self) -> str:
        """The authenticator of this person's forms."""
        return createToken()

    @property
    def authenticator(self) -> str:
        """Hidden input for every form that posts."""
        return f'<input type="hidden" name="_authenticator" value="{self.token}"/>'

    @cached_property
    def messages(self) -> list[dict[str, str]]:
        """Waiting status messages; reading takes them away."""
        return [
            {"text": said.message, "kind": look, "icon": icon}
            for said in IStatusMessage(self.request).show()
            for look, icon in [MESSAGE_LOOKS.get(said.type, MESSAGE_LOOKS["info"])]
        ]

    @property
    def errors(self) -> list:
        """Errors of the page's form, as rows."""
        return self.option("errors", [])

    def field_error(self, name: str):
        """The error row of one field, or None."""
        return next((row for row in self.errors if row["field"] == name), None)

    def typed(self, name: str, default=""):
        """What the person typed before the act was refused, else ``default``."""
        typed = self.option("typed", None)
        return default if typed is None else typed(name, default)

    def is_narrowed(self, fields: Sequence[dict]) -> bool:
        """Whether a filter bar has another value than its default, or its first choice."""
        for one in fields:
            choices = one.get("options") or [("", "")]
            usual = one.get("default", choices[0][0])
            if one.get("value") and str(one["value"]) != str(usual):
                return True
        return False

    # texts that templates cannot write themselves; the scripts fill the places in braces

    nothing = "–"
    nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    motto = "Độc lập - Tự do - Hạnh phúc"
    date_hint = _("dd/mm/yyyy")
    wrong_type = _("${name} is not of an allowed type.", mapping={"name": "{name}"})
    too_large = _(
        "${name} is ${size}; at most ${limit} is allowed.",
        mapping={"name": "{name}", "size": "{size}", "limit": "{limit}"},
    )

    # words

    def text(self, message) -> str:
        """A message in the language of the page."""
        return translate(message, context=self.request)

    def date(self, day) -> str:
        """``14/8``."""
        return fmt.short_date(day, self.shell.now.date())

    def moment(self, when) -> str:
        """``hôm nay, 07:42``."""
        return self.text(fmt.moment(when, self.shell.now))

    def weekday(self, day) -> str:
        """``thứ Năm 15/8/2024``."""
        return self.text(fmt.weekday_date(day))

    def count(self, n: int, cap: int = 1000) -> str:
        """``1.205`` or ``hơn 1.000``."""
        return self.text(fmt.count(n, cap))

    def size(self, octets: int) -> str:
        """``412 KB``."""
        return fmt.size(octets)

    def sheet_alt(self, n: int) -> str:
        """The words for a page image."""
        return _("Page ${n} of the scan", mapping={"n": n})

    def place(self, hit) -> str:
        """Where a value was read on its sheet, as a style; per cent of the sheet."""
        return "; ".join(f"{side}: {float(hit[side])}%" for side in SIDES)

    def role_word(self, name: str) -> str:
        """``Chủ trì``."""
        return self.text(marks.ROLES.get(name, ("", name))[1])

    # marks; lists ask for the same few again and again, so each is made once a page

    @cached_property
    def _made(self):
        return {}

    def _once(self, make, *asked):
        key = (make.__name__, *asked)
        if key not in self._made:
            self._made[key] = make(*asked)
        return self._made[key]

    def icon(self, name: str) -> str:
        """Markup of an icon."""
        return marks.icon(self.static_url, resources.version(), name)

    def urgency(self, degree) -> str:
        """Markup of the stamp for a degree of urgency, by number (0 to 4) or by code."""
        return self._once(self._urgency, degree)

    def role(self, name: str, title: str = "") -> str:
        """Markup of a part in the work; ``title`` replaces the usual word."""
        return self._once(self._role, name, self.text(title) if title else "")

    def lateness(self, lateness, finished: bool = False) -> str:
        """Markup of a deadline in words."""
        return self._once(self._lateness, lateness, finished)

    def badge(self, kind: str, words: str) -> str:
        """Markup of a tinted word, e.g. the state of a document."""
        return marks.badge(kind, self.text(words))

    def options(self, choices, chosen) -> str:
        """Markup of the options of a select: (value, title) pairs."""
        told = (
            (value, self.text(title) if isinstance(title, Message) else str(title))
            for value, title in choices
        )
        return marks.options(told, chosen)

    def _urgency(self, degree):
        level = marks.urgency_level(degree)
        return marks.stamp(level, self.text(list(marks.URGENCY.values())[level]))

    def _role(self, name, title):
        shape, word = marks.ROLES.get(name, ("r-act", name))
        return marks.role(shape, title or self.text(word))

    def _lateness(self, lateness, finished):
        kind, words = fmt.due_words(lateness, finished)
        return self.badge(kind, words)
