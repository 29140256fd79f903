"""``edit`` of an outgoing document: the particulars of the draft."""

from vanphong.documents.browser import edit


class EditView(edit.EditView):
    """See there."""

    form = "@@edit-draft"
