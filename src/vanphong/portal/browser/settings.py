"""The look of the public pages and the rules of publishing: ``@@vanphong-portal``."""

from io import BytesIO
from PIL import Image
from plone.formwidget.namedfile.widget import NamedImageFieldWidget
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from vanphong import _
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.portal import rules
from vanphong.portal import settings
from vanphong.portal.interfaces import IPortalSettings
from vanphong.portal.site import COLOURS
from vanphong.ui.browser.settings import SettingsForm
from vanphong.ui.browser.settings import SettingsPage
import re


LARGEST = 60 * 1024
SIDES = range(64, 513)

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


class PortalSettingsPage(SettingsPage):
    """The form, and below it where the pages are."""

    form = PortalSettingsForm
    preview = ViewPageTemplateFile("settings.pt")

    @property
    def colours(self) -> list[dict]:
        """Each colour with its contrast on white."""
        found = []
        for name in COLOURS:
            value = settings.setting(name)
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
    except Exception as problem:  # whatever a broken picture makes the library raise
        raise InvalidInput(mark("The emblem is no PNG picture.")) from problem
    if any(side not in SIDES for side in size):
        raise InvalidInput(mark("The emblem must be 64 to 512 pixels wide and high."))


def _check(pattern: re.Pattern, value: str | None, text: str) -> None:
    if value and not pattern.fullmatch(value.strip()):
        raise InvalidInput(text, value=value[:40])
