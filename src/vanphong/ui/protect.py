"""CSRF: keep the check of plone.protect, spare its second pass over the page.

The automatic transform parses every page, adds the authenticator to every form (also to
searches, where it would stand in the address) and writes it out again. Our forms carry
the authenticator themselves, so for our pages only the check for unprotected writes stays.
"""

from plone.protect.auto import ProtectTransform
from vanphong.ui.interfaces import IOfficePage
from zope.component import adapter
from zope.interface import Interface


@adapter(Interface, IOfficePage)
class OfficeProtect(ProtectTransform):
    """Refuses a write without authenticator as ever, leaves the HTML alone."""

    def transform(self, result, encoding):
        """Nothing to add."""
        return None
