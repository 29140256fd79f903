"""The look of the public pages and the rules of publishing: ``@@vanphong-portal``."""

from io import BytesIO
from PIL import Image
from plone import api
from plone.formwidget.namedfile.widget import NamedImageFieldWidget
from plone.registry.interfaces import IRegistry
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from vanphong import _
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.portal import rules
from vanphong.portal import settings
from vanphong.portal.interfaces import IBodySettings
from vanphong.portal.interfaces import IPortalSettings
from vanphong.portal.site import COLOURS
from vanphong.portal.site import bodies
from vanphong.ui.browser.settings import SettingsForm
from vanphong.ui.browser.settings import SettingsPage
from zope.component import getUtility
from zope.interface import implementer
import re


LARGEST = 60 * 1024
SIDES = range(64, 513)

#: What Pillow raises over a picture that is no PNG, ends too soon, has a chunk of the wrong
#: length, a wrong checksum, no data at all, or says that it is of enormous size.
DAMAGED = (OSError, ValueError, SyntaxError, IndexError, Image.DecompressionBombError)

#: An address without signs that would end it in a page or a mail program.
_MAIL = re.compile(r"[^\s@<>\"']+@[^\s@<>\"']+\.[^\s@<>\"']+")
_PHONE = re.compile(r"[0-9+(). -]*")


class PortalSettingsForm(SettingsForm):
    """Names, emblem, colours; review and categories."""

    schema = IPortalSettings
    label = _("Public portal")
    description = _("What everybody sees of the body, and how documents are published.")
    heights = {"categories": 8}

    @property
    def parsers(self):
        """What is read before it is saved."""
        found = {name: lambda value: rules.check_colour(value or "") for name in COLOURS}
        found["categories"] = rules.parse_categories
        found["emblem"] = check_emblem
        found["email"] = lambda value: _check(_MAIL, value, _BAD_MAIL)
        found["telephone"] = lambda value: _check(_PHONE, value, _BAD_PHONE)
        return found

    def updateFields(self):
        """The emblem is brought as a file."""
        super().updateFields()
        self.fields["emblem"].widgetFactory = NamedImageFieldWidget


class BodySettingsForm(PortalSettingsForm):
    """What another body than the first one says of itself: ``?body=`` and its short name."""

    schema = IBodySettings
    heights = {}

    @property
    def description(self):
        """Whose settings they are."""
        name = {"name": self.body.title}
        return _("Settings of ${name}; what is empty is as usual.", mapping=name)

    @property
    def body(self):
        """The body."""
        return asked_body(self.request)

    @property
    def action(self):
        """Posted back with the name of the body."""
        return f"{self.request.getURL()}?body={self.body.getId()}"

    def getContent(self):
        """The records of the body."""
        return BodyValues(self.body.UID())

    def applyChanges(self, data):
        """Write what is new into the records of the body."""
        values = self.getContent()
        for name, value in data.items():
            if getattr(values, name) != value:
                setattr(values, name, value)
        return data


@implementer(IBodySettings)
class BodyValues:
    """The settings of a body as attributes; its records are made with the first one written."""

    def __init__(self, body_uid):
        self.__dict__["body_uid"] = body_uid

    def __getattr__(self, name):
        if name not in IBodySettings:
            raise AttributeError(name)
        return settings.of_body(name, self.body_uid)

    def __setattr__(self, name, value):
        registry = getUtility(IRegistry)
        prefix = settings.prefix(self.body_uid)
        if f"{prefix}.{name}" not in registry.records:
            registry.registerInterface(IBodySettings, prefix=prefix)
        registry[f"{prefix}.{name}"] = value


def asked_body(request):
    """The body that ``?body=`` names, None for the first one or one that is not there."""
    asked = request.form.get("body", "")
    others = bodies(api.portal.get())[1:]
    return next((one for one in others if asked and one.getId() == asked), None)


class PortalSettingsPage(SettingsPage):
    """The form, and below it where the pages are."""

    @property
    def form(self):
        """That of the first body, or of the one asked for."""
        return PortalSettingsForm if self.body is None else BodySettingsForm

    @property
    def body(self):
        """A body other than the first, or None."""
        return asked_body(self.request)

    @property
    def others(self) -> list[dict]:
        """The bodies of the site, when there is more than one."""
        found = bodies(api.portal.get())
        url = f"{api.portal.get().absolute_url()}/@@vanphong-portal"
        return [
            {"title": one.title, "url": f"{url}?body={one.getId()}" if place else url}
            for place, one in enumerate(found)
            if len(found) > 1
        ]

    def value(self, name: str):
        """A setting of the body whose form this is."""
        return settings.setting(name) if self.body is None else getattr(self.values, name)

    @property
    def values(self):
        """Of a body other than the first."""
        return BodyValues(self.body.UID())

    preview = ViewPageTemplateFile("settings.pt")

    @property
    def colours(self) -> list[dict]:
        """Each colour with its contrast on white."""
        found = []
        for name in COLOURS:
            value = self.value(name)
            contrast = f"{rules.contrast(value, '#ffffff'):.1f}".replace(".", ",")
            found.append({"title": IPortalSettings[name].title, "value": value, "on": contrast})
        return found


_BAD_MAIL = mark("“${value}” is no e-mail address.")
_BAD_PHONE = mark("“${value}” is no telephone number.")


def check_emblem(value: bytes | None) -> None:
    """Refuse what is no small PNG; a vector graphic could carry scripts.

    :param value: as the registry keeps it, see ``settings.decoded``.
    :raises InvalidInput: saying what is wrong.
    """
    if not value:
        return
    picture = settings.decoded(value)
    if len(picture) > LARGEST:
        raise InvalidInput(mark("The emblem is larger than 60 KB."))
    try:
        with Image.open(BytesIO(picture), formats=("PNG",)) as image:
            size = image.size
            image.verify()
    except DAMAGED as problem:
        raise InvalidInput(mark("The emblem is no PNG picture.")) from problem
    if any(side not in SIDES for side in size):
        raise InvalidInput(mark("The emblem must be 64 to 512 pixels wide and high."))


def _check(pattern: re.Pattern, value: str | None, text: str) -> None:
    if value and not pattern.fullmatch(value.strip()):
        raise InvalidInput(text, value=value[:40])
