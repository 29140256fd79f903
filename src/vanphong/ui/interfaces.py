"""What the shared pages ask of the features above them."""

from zope.interface import Attribute
from zope.interface import Interface
from zope.publisher.interfaces.browser import IBrowserRequest


class IShell(Interface):
    """What the frame of a page says about the office and the person in front of it.

    Looked up as a multi adapter of (context, request). ``ui`` registers a plain one for any
    request; a feature replaces it by registering its own for ``IVanPhongLayer``.

    Security contract: everything here belongs to the signed-in person; it is never cached
    for another one and never names a document. It must not write, and it is asked once a
    page, so it should cost no more than a few milliseconds.
    """

    body_name = Attribute("Short name of the body, shown in the top bar.")
    user_title = Attribute("Position or name of the person, '' when nobody is signed in.")
    unit_title = Attribute("Unit of the person, or ''.")
    rail = Attribute("Sequence of RailItem: the main navigation, in order.")
    menu = Attribute("Sequence of MenuItem: the person's menu, before 'Log out'.")
    notifications = Attribute("Number of unread notifications; 0 hides the number.")
    notifications_url = Attribute("Page of the notifications; '' hides the bell.")
    now = Attribute("Present moment, aware, Asia/Ho_Chi_Minh: one for the whole page.")
    home_url = Attribute("Where the name of the body leads.")
    search_url = Attribute("Target of the search form, asked with GET and ``q``.")
    logout_url = Attribute("Ends the session; '' hides the entry.")


class IOfficePage(IBrowserRequest):
    """Marks a request that is answered by a page of our own frame.

    Its forms carry their authenticator already, so the automatic one need not parse and
    write the page a second time (see :mod:`vanphong.ui.protect`).
    """
