"""``edit`` of an incoming document: the correction of its particulars."""

from vanphong.documents.browser import edit


class EditView(edit.EditView):
    """See there."""

    form = "@@correct"
