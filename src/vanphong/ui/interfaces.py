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


class IPublicSite(Interface):
    """What the frame of a public page says about the body.

    Looked up as a multi adapter of (context, request), as IShell is. Security contract: it is
    the same for everybody, signed in or not, for the page is kept and shown to others.
    """

    above = Attribute("Line above the name of the body, e.g. what kind of site this is.")
    body_name = Attribute("Full name of the body.")
    short_name = Attribute("Short name, for titles of pages.")
    contact = Attribute("Sequence of texts for the foot: address, telephone, e-mail.")
    bodies = Attribute("Bodies with public pages, the one that keeps the site first.")
    body = Attribute("The one that the page is about, or None.")
    body_uid = Attribute("UID of the body that the page is about, or ''.")
    body_id = Attribute("What ?body= names it with; '' for the body that keeps the site.")
    elsewhere = Attribute("UIDs of other bodies of the site that have pages of their own.")
    responsible = Attribute("Who answers for what is published, or ''.")
    emblem_url = Attribute("Address of the emblem.")
    colours_url = Attribute("Style sheet with the colours of the body; '' for the usual ones.")
    menu = Attribute("Sequence of PublicItem in their order.")
    now = Attribute("Present moment, aware, Asia/Ho_Chi_Minh: one for the whole page.")
    other_date = Attribute("Today in another calendar, see ISecondCalendar; '' without one.")
    home_url = Attribute("The front page.")
    search_url = Attribute("Target of the search form, asked with GET and ``q``.")
    staff_url = Attribute("Where staff go on to their work, signed in already or not.")

    def page_url(name):
        """Address of a page of the site such as ``@@contacts``, for the same body."""

    def page_of(body, name):
        """Address of a page of the site for one of the bodies."""


class ISecondCalendar(Interface):
    """Another calendar beside the usual one in the head of public pages: a utility."""

    def title(day):
        """The date in that calendar as a text or message, e.g. “Lunar: 11/7”."""


class IPublicPages(Interface):
    """The public pages of a feature: a subscription adapter of (site, request).

    Never a page that the anonymous may not open, and nothing that depends on who asks.
    """

    items = Attribute("Sequence of PublicItem for the menu; may be empty.")

    def addresses():
        """Iterable of PublicAddress for sitemap.xml: every page that a citizen may look for."""


class IPortalPart(Interface):
    """A part of the front page for citizens: a subscription adapter of (site, request)."""

    id = Attribute("Id of the section, for addresses such as /#week.")
    order = Attribute("Place in its column; 10, 20, 30 …")
    column = Attribute("'main' or 'side'.")
    quick = Attribute("Sequence of PublicItem: links below the search field; may be empty.")

    def render():
        """The section as HTML, also when there is nothing to show; '' leaves it out."""


class IPublicSearch(Interface):
    """What the public search finds in a feature: a subscription adapter of (site, request)."""

    id = Attribute("Id of the group of results.")
    title = Attribute("Name of the group, a text or message.")
    order = Attribute("Place among the groups; 10, 20, 30 …")

    def find(text, limit):
        """At most ``limit`` PublicHit for a text, best first; only what is published."""
