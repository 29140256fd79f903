"""The page of other tests, and a folder with templates."""

from io import BytesIO
from tests.office import as_user
from tests.site.pages.conftest import page
from vanphong.outgoing.forms import actions
from vanphong.outgoing.forms import builtin
from vanphong.outgoing.forms import library
import pytest


__all__ = ["page"]


@pytest.fixture
def folder(portal):
    return portal[library.PLACE]


@pytest.fixture
def template(folder):
    """A template of the body, for official letters."""
    with as_user("admin"):
        return actions.add_template(
            folder,
            "Công văn của Văn phòng",
            "cong-van.docx",
            BytesIO(builtin.template("cong-van")),
            document_types=("cong-van",),
        )
