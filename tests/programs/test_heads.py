"""Heads of scanned letters, read by Debian's tesseract with its Vietnamese model."""

from io import BytesIO
from pathlib import Path
from tests.office import as_user
from vanphong.attachments import places
from vanphong.attachments.actions import accept
from vanphong.documents import heads
from vanphong.documents import secrets
from vanphong.documents.rules.head import lines_of
from vanphong.documents.rules.head import secret_stamp
from vanphong.documents.rules.head.stamps import urgency_stamp
from vanphong.errors import RuleBroken
from vanphong.incoming import actions as incoming
from vanphong.incoming import suggestions
from vanphong.ledger import jobs
import pytest


pytestmark = pytest.mark.tesseract

SCANS = Path(__file__).parents[2] / "profiles" / "sample" / "scans"
SECRET = Path(__file__).parents[1] / "data" / "heads" / "secret-stamp.pdf"


@pytest.mark.parametrize(("name", "degree"), [("01", "urgent"), ("05", "express")])
def test_a_stamp_in_a_frame_is_read(name, degree):
    found = places.ends(str(SCANS / f"{name}.pdf"), "pdf", 120)
    assert urgency_stamp(heads.lines(found))[0].code == degree


def test_the_notice_of_the_seed_fills_the_form(office):
    with as_user("vanthu"), (SCANS / "186-tb-ubnd.pdf").open("rb") as scan:
        found = suggestions.of_file("186.pdf", scan, office.body)
    values = {name: one.value for name, one in found.fields.items()}
    assert values["symbol"] == "186/TB-UBND"
    assert values["issued_date"] == "2015-11-30"
    assert values["document_type"] == "thong-bao"
    assert values["organ_name"] == "Ủy ban nhân dân huyện Tuy Phước"
    assert values["page_amount"] == "3"


def test_a_scan_with_a_stamp_of_secrecy_is_refused_and_withdrawn_when_it_came_in(office):
    found = places.ends(str(SECRET), "pdf", 120)
    assert secret_stamp(heads.lines(found))[0].code == "secret"
    with as_user("vanthu"):
        with pytest.raises(RuleBroken), SECRET.open("rb") as scan:
            suggestions.of_file("a.pdf", scan, office.body)
        file = accept("a.pdf", BytesIO(SECRET.read_bytes()), role="main")
        document = incoming.arrive(office.body, office.values(), [file])
    jobs.run_pending()
    assert file.is_held
    assert file.words is None
    with as_user("vanthu"):
        assert secrets.notices(document)
    with as_user("chutich"):
        assert not secrets.notices(document)


def test_what_stands_in_no_head_is_no_stamp():
    found = places.ends(str(SCANS / "492-ubnd-vp.pdf"), "pdf", 120)
    assert secret_stamp(lines_of([])) is None
    assert secret_stamp(heads.lines(found)) is None
