"""The base of our control panels: catalogues kept as lines of text, read before they are saved."""

from collections.abc import Callable
from collections.abc import Mapping
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from unicodedata import normalize
from vanphong.errors import InvalidInput
from vanphong.ui import errors
from z3c.form.validator import StrictSimpleFieldValidator
from z3c.form.validator import WidgetValidatorDiscriminators
from zope.interface import Invalid


#: Plone's own template writes the lines as markup: "VH&TT" and "<" would not come back.
LINES = ViewPageTemplateFile("lines.pt")


#: Names of the buttons, and their look.
BUTTONS = {"save": "btn-work", "cancel": "btn-quiet"}


class SettingsForm(RegistryEditForm):
    """A control panel for the registry records of one schema.

    ``parsers`` gives for each list of lines the function that reads it, ``heights`` how many
    lines its text area shows.
    """

    #: Where a person comes from, and goes to who gives up.
    control_panel_view = "@@administration"

    parsers: Mapping[str, Callable] = {}
    heights: Mapping[str, int] = {}

    def updateWidgets(self, prefix=None):
        """Give the lists a text area of their height."""
        super().updateWidgets(prefix)
        for name, height in self.heights.items():
            widget = self.widgets[name]
            widget.template, widget.rows = LINES, height
            widget.addClass("font-monospace")

    def updateActions(self):
        """The buttons of the office."""
        super().updateActions()
        for name, look in BUTTONS.items():
            self.actions[name].klass = f"btn {look}"

    def applyChanges(self, data):
        """Save lines as they are compared later: composed letters, no blanks at their ends."""
        return super().applyChanges({name: _tidy(value) for name, value in data.items()})


class LinesValidator(StrictSimpleFieldValidator):
    """Reads a list of lines as the rules will; what they cannot read is not saved."""

    def validate(self, value, force=False):
        """Raise Invalid with the words of the rule, which name the line."""
        super().validate(value, force)
        parse = self.view.parsers.get(self.field.__name__)
        if parse is None:
            return
        try:
            parse(_tidy(value or []))
        except InvalidInput as error:
            raise Invalid(errors.message(error, self.request)) from error


WidgetValidatorDiscriminators(LinesValidator, view=SettingsForm)


class SettingsPage(ControlPanelFormWrapper):
    """A control panel in the frame of the office, beside it what the saved settings mean.

    A subclass names its ``form`` and the template of its ``preview``.
    """

    rail_id = "administration"

    index = ViewPageTemplateFile("settings.pt")


def _tidy(value):
    if not isinstance(value, list):
        return value
    lines = [normalize("NFC", line).strip() for line in value]
    while lines and not lines[-1]:
        lines.pop()
    return lines
