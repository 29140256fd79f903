"""Change one's own password, in the frame of the office."""

from plone import api
from vanphong import _
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.ui.browser.form import OfficeForm
from vanphong.ui.browser.resources import static


class PasswordForm(OfficeForm):
    """Plone keeps the password and says what a good one is; nothing typed comes back."""

    title = _("Change the password")
    success = _("The password is changed.")

    fields = (
        ("current", _("Present password"), "current-password"),
        ("new", _("New password"), "new-password"),
        ("again", _("New password, once more"), "new-password"),
    )

    def check(self) -> None:
        """The present one must be right, the new one good enough and typed twice."""
        membership = api.portal.get_tool("portal_membership")
        registration = api.portal.get_tool("portal_registration")
        if not membership.testCurrentPassword(self._password("current")):
            self.fail(InvalidInput(mark("The present password is wrong."), field="current"))
        new = self._password("new")
        problem = registration.testPasswordValidity(new)
        if problem:
            refusal = mark("The new password is not good enough: ${problem}")
            self.fail(InvalidInput(refusal, field="new", problem=problem))
        elif new != self._password("again"):
            self.fail(InvalidInput(mark("The two new passwords differ."), field="again"))

    def act(self) -> None:
        """Change it.

        :raises Conflict: for an account that the site does not keep.
        """
        membership = api.portal.get_tool("portal_membership")
        try:
            membership.setPassword(self._password("new"), None, REQUEST=self.request)
        except AttributeError as problem:
            raise Conflict(
                mark("This account is kept outside the office; change its password there.")
            ) from problem

    def next_url(self) -> str:
        """Back to work."""
        return f"{self.context.absolute_url()}/@@desktop"

    def _password(self, name: str) -> str:
        """What was typed, to the letter."""
        value = self.request.form.get(name, "")
        return value if isinstance(value, str) else ""

    @property
    def send_bar(self) -> dict:
        """For the macro of that name."""
        return {
            "acts": [
                {"title": _("Leave it"), "url": self.next_url()},
                {"value": "change", "title": _("Change the password"), "kind": "work"},
            ]
        }

    @property
    def style(self) -> str:
        """Address of the style of these pages."""
        return static(self.context.absolute_url(), "lists.css")
