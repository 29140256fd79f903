"""GET @directives."""

from plone import api
from plone.restapi.interfaces import IExpandableElement
from vanphong.directives.actions import directives_of
from vanphong.documents.services.looking import DocumentLook
from vanphong.interfaces import IVanPhongLayer
from vanphong.routing.interfaces import IRouted
from vanphong.ui.services import Component
from vanphong.ui.services import iso
from zope.component import adapter
from zope.interface import implementer


@implementer(IExpandableElement)
@adapter(IRouted, IVanPhongLayer)
class Directives(Component):
    """The directives on a document, the newest first."""

    name = "directives"

    def content(self):
        """All of them, those replaced, too."""
        return {"items": [shown(one) for one in directives_of(self.context)]}


class DirectivesGet(DocumentLook):
    """The directives on a document."""

    def show(self):
        """Like the component ``directives``, expanded."""
        return Directives(self.context, self.request).expanded()


def shown(directive) -> dict:
    """A directive as JSON."""
    return {
        "@id": directive.absolute_url(),
        "@type": "Directive",
        "UID": directive.UID(),
        "text": directive.text,
        "author": {"user_id": directive.author, "title": directive.author_title},
        "entered_by": _clerk(directive),
        "issued_at": directive.issued_at.isoformat(),
        "due": iso(directive.due),
        "lead": {"actor": directive.lead, "title": directive.lead_title},
        "coordinators": _actors(directive.coordinators, directive.coordinator_titles),
        "inform": _actors(directive.inform, directive.inform_titles),
        "supersedes": directive.supersedes,
        "superseded_by": directive.superseded_by,
        "state": api.content.get_state(directive),
    }


def _clerk(directive) -> dict | None:
    if not directive.entered_by:
        return None
    return {"user_id": directive.entered_by, "title": directive.entered_by_title}


def _actors(actors, titles) -> list[dict]:
    return [{"actor": actor, "title": title} for actor, title in zip(actors, titles, strict=True)]
