"""GET @letter-templates."""

from vanphong.outgoing.forms.rules import FORMS
from vanphong.outgoing.forms.services.shown import shown
from vanphong.ui.services import OfficeService
from vanphong.ui.services import titled


class TemplatesGet(OfficeService):
    """The body's own templates, and the built-in forms."""

    def answer(self):
        """Both lists."""
        return {
            "@id": f"{self.context.absolute_url()}/@letter-templates",
            "items": [shown(one) for one in self.context.templates()],
            "forms": [
                {
                    "key": form.code,
                    "number": form.number,
                    "document_types": list(form.types),
                    "title": titled(form.code, form.title, self.request)["title"],
                }
                for form in FORMS
            ],
        }
