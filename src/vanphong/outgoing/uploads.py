"""What a file of a draft must not do: the DOCX that comes is opened by others."""

from collections.abc import Iterable
from vanphong.outgoing.forms.docx import open_docx
from vanphong.outgoing.forms.docx import refuse_active


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def refuse_programs(files: Iterable) -> None:
    """Refuse a DOCX with macros, with objects, or with what is fetched from elsewhere.

    :param files: vanphong.attachments.content.Attachment.
    :raises InvalidInput: naming what is in it, also for a DOCX that is damaged or too large.
    """
    for one in files:
        if one.content_type == DOCX:
            refuse_active(open_docx(one.blob.data))
