"""Names, colours and emblem: what cannot be read or is unsafe is not saved."""

from base64 import b64encode
from io import BytesIO
from PIL import Image
from PIL import ImageFile
from PIL import UnidentifiedImageError
from plone.registry.interfaces import IRegistry
from vanphong.errors import InvalidInput
from vanphong.portal import settings
from vanphong.portal.browser.settings import check_emblem
from vanphong.portal.interfaces import IPortalSettings
from vanphong.portal.site import BodySite
from zope.component import getUtility
import pytest
import struct
import zlib


PANEL = "vanphong-portal"


def picture(kind="PNG", side=100):
    out = BytesIO()
    Image.new("RGB", (side, side), "#b3191f").save(out, kind)
    return out.getvalue()


def kept(data, name=b"a.png"):
    """As the registry keeps a file that was brought."""
    return b"filenameb64:" + b64encode(name) + b";datab64:" + b64encode(data)


@pytest.fixture
def save(page, portal):
    """Save the panel with some fields changed."""

    def send(**changes):
        form = {
            f"form.widgets.{name}": "\n".join(value) if isinstance(value, list) else str(value)
            for name in IPortalSettings.names(all=True)
            if name not in ("emblem", "needs_review")
            and (value := settings.setting(name)) is not None
        }
        form |= {f"form.widgets.{name}": value for name, value in changes.items()}
        return page(portal, PANEL, "admin", post=True, **form, **{"form.buttons.save": "1"})

    return send


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"official_colour": "#ffd84a"}, "quá nhạt"),
        ({"link_colour": "red"}, "không phải mã màu"),
        ({"structure_colour": "}body{}"}, "không phải mã màu"),
        ({"categories": "Chỉ đạo"}, "viết mã bằng chữ thường"),
        ({"email": "x"}, "không phải địa chỉ thư điện tử"),
        ({"telephone": "<b>"}, "không phải số điện thoại"),
    ],
)
def test_what_cannot_be_used_is_not_saved(save, changes, said):
    before = {name: settings.setting(name) for name in changes}
    answer = save(**changes)
    assert said in answer.text
    assert answer.location == ""
    assert {name: settings.setting(name) for name in changes} == before


def test_colours_that_are_saved_come_with_every_page(save, page, portal):
    answer = save(official_colour="#004d99", body_name="UBND <b>xã</b>")
    assert answer.location, answer.text
    html = page(portal, "accessibility", "").html
    assert "@@portal-colours.css?v=004d99" in html
    assert "UBND &lt;b&gt;xã&lt;/b&gt;" in html
    assert "--vp-official: #004d99;" in page(portal, "portal-colours.css", "").html


@pytest.mark.parametrize(
    "data",
    [
        b"<svg onload='alert(1)'/>",
        b"\x89PNG\r\n\x1a\nno picture",
        b"",
        picture("GIF"),
        picture("JPEG"),
        picture(side=16),
        picture(side=600),
        picture() + b"x" * 70_000,
    ],
)
def test_an_emblem_is_a_small_png(data):
    with pytest.raises(InvalidInput):
        check_emblem(kept(data))


def chunk(name, data):
    checksum = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", checksum)


SIGNATURE, HEADER = 8, 33  # where the first chunk of a PNG begins and ends
ENORMOUS = chunk(b"IHDR", struct.pack(">IIBBBBB", 70_000, 70_000, 8, 0, 0, 0, 0))

DAMAGES = {
    UnidentifiedImageError: lambda png: b"\x00" + png[1:],
    OSError: lambda png: png[:-30],
    SyntaxError: lambda png: png[:-20] + b"damaged." + png[-12:],
    ValueError: lambda png: png[:HEADER] + chunk(b"cHRM", b"short") + png[HEADER:],
    IndexError: lambda png: png[:HEADER] + png[-12:],
    Image.DecompressionBombError: lambda png: png[:SIGNATURE] + ENORMOUS + png[HEADER:],
}


@pytest.mark.parametrize("problem", DAMAGES, ids=lambda kind: kind.__name__)
def test_a_damaged_emblem_is_refused(problem, monkeypatch):
    # Plone lets Pillow overlook chunks of the wrong length
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", False)
    with pytest.raises(InvalidInput) as refused:
        check_emblem(kept(DAMAGES[problem](picture())))
    assert type(refused.value.__cause__) is problem


def test_an_emblem_is_shown(portal, page, request_):
    check_emblem(kept(picture()))
    record = getUtility(IRegistry).records[f"{IPortalSettings.__identifier__}.emblem"]
    record.value = kept(picture())
    assert settings.decoded(settings.setting("emblem")) == picture()
    assert "@@portal-emblem?v=" in BodySite(portal, request_).emblem_url
    assert page(portal, "portal-emblem", "").html == picture()
    record.value = None
