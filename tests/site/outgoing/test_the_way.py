"""A document's way from the first draft to its recipients, and the marks that it leaves."""

from tests.office import as_user
from vanphong.incoming import actions as incoming
from vanphong.ledger import deliveries as ledger
from vanphong.ledger import rebuild
from vanphong.ledger.command import office_objects
from vanphong.outgoing import deliveries
from vanphong.outgoing import links
from vanphong.outgoing import versions


def test_every_stage_in_its_order(out, office):
    draft = out.draft()
    assert office.stage(draft) == "draft"
    seen = []
    for step in ("submitted", "checked", "appraised", "approved", "signed", "numbered", "sealed"):
        getattr(out, step)(draft)
        seen.append(office.stage(draft))
    out.issued(draft)
    assert seen == [
        "unit_review",
        "appraisal",
        "awaiting_signature",
        "awaiting_signature",
        "signed",
        "numbered",
        "numbered",
    ]
    assert office.stage(draft) == "issued"
    assert [one.kind for one in versions.valid_approvals(draft)] == [
        "content",
        "form",  # of the appraiser
        "form",  # of the chief of the Office
        "approve",
        "sign",
    ]
    assert draft.symbol == f"{draft.label}/UBND-VX"
    assert draft.document_identifier.endswith(f",2024/08/14,{draft.symbol}")


def test_what_is_issued_waits_for_the_clerks_of_its_recipients(out, office):
    vhtt, noivu = office.uid("noivu"), office.uid("anlac")
    document = out.issued(recipients=[{"unit": vhtt}, {"unit": noivu, "purpose": "inform"}])
    assert [one.state for one in deliveries.of(document)] == ["arrived", "arrived"]
    got = [links.document(one.incoming_uid) for one in deliveries.of(document)]
    assert [office.stage(one) for one in got] == ["awaiting_reception"] * 2
    assert got[0].attachments[0] is document.attachments[0]
    with as_user("vanthu-noivu"):
        incoming.register(got[0], {})
    assert got[0].label == "01"
    assert [row["state"] for row in ledger.of(document.UID())] == ["received", "arrived"]
    with as_user("vanthu-anlac"):
        incoming.return_to_sender(got[1], reason="Không thuộc thẩm quyền.")
    row = ledger.of(document.UID())[1]
    assert (row["state"], row["note"]) == ("refused", "Không thuộc thẩm quyền.")


def test_the_ledger_is_what_content_says(out, office, portal):
    out.issued(recipients=[{"group": "communes"}, "Sở Nội vụ"])
    out.do("cancel", out.numbered(), "vanthu", reason="Không ban hành nữa.")
    out.do("make_copy", out.issued(), "vanthu", "ban-sao-y")
    assert rebuild.check(office_objects(portal)) == []
