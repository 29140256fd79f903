"""Papers made on demand: the numbered text, certified copies; and files that are refused."""

from io import BytesIO
from tests.office import as_user
from tests.outgoing_office import CLERK
from tests.outgoing_office import DRAFTER
from tests.rules.outgoing_forms.letters import changed
from tests.rules.outgoing_forms.letters import lines
from tests.rules.outgoing_forms.letters import rendered
from vanphong.attachments.actions import accept
from vanphong.errors import InvalidInput
from vanphong.ledger import audit
from vanphong.outgoing import lettering
from vanphong.outgoing.browser.act_after import usual_signer
from vanphong.outgoing.forms import builtin
from vanphong.outgoing.forms.render import render_draft
from zExceptions import NotFound
from zope.component import getMultiAdapter
import pypdfium2
import pytest


SCAN = "src/vanphong/profiles/sample/scans/1210-ubnd-vx.pdf"


def asked(document, name, user, request, *steps):
    """What a page that sends a file answers."""
    with as_user(user):
        view = getMultiAdapter((document, request), name=name)
        for step in steps:
            view = view.publishTraverse(request, step)
        return view()


def docx(content):
    return accept("du-thao.docx", BytesIO(content), role="main")


@pytest.fixture
def written(out):
    """A draft with a text that was made from the template."""
    draft = out.draft(files=[])
    made = render_draft(builtin.template("cong-van"), lettering.letter_of(draft, "Nội dung."))
    out.do("add_version", draft, DRAFTER, [docx(made)])
    return draft


def test_number_and_date_are_filled_into_the_text(out, page, written, request_):
    out.numbered(out.signed(out.approved(out.appraised(out.checked(out.submitted(written))))))
    assert "numbered-text" in page(written, "view", CLERK).html
    sent = asked(written, "numbered-text", CLERK, request_)
    assert f"Số: {written.symbol}" in lines(sent)
    assert audit.history(written.UID())[-1]["act"] == "download"


def test_without_a_number_there_is_no_such_text(written, request_):
    with pytest.raises(NotFound):
        asked(written, "numbered-text", DRAFTER, request_)


@pytest.mark.parametrize("form", ["paper", "electronic"])
def test_a_copy_is_a_pdf(out, page, form, root, request_):
    scan = (root / SCAN).read_bytes()
    document = out.sealed()
    out.do("issue", document, CLERK, [accept("ban-ky.pdf", BytesIO(scan), role="main")])
    made = out.do("make_copy", document, CLERK, "ban-sao-y", amount=2)
    assert f"@@copy-paper/{made.number}/{form}" in page(document, "view", CLERK).html
    sent = asked(document, "copy-paper", CLERK, request_, str(made.number), form)
    with pypdfium2.PdfDocument(sent) as found:
        texts = " ".join(one.get_textpage().get_text_range() for one in found)
    assert "SAO Y" in texts
    for steps in (("99", form), (str(made.number), "film"), ()):
        with pytest.raises(NotFound):
            asked(document, "copy-paper", CLERK, request_, *steps)


@pytest.mark.parametrize("member", ["word/vbaProject.bin", "word/embeddings/oleObject1.bin"])
def test_a_text_that_would_do_something_is_refused(out, member):
    wrong = changed(rendered(), {member: b"x"})
    with pytest.raises(InvalidInput):
        out.draft(files=[docx(wrong)])
    draft = out.draft()
    with pytest.raises(InvalidInput):
        out.do("add_version", draft, DRAFTER, [docx(wrong)])
    assert len(draft.versions) == 1


def test_a_group_leaves_out_the_unit_that_drafts(out, office):
    document = out.issued(recipients=[{"group": "divisions"}])
    units = {one.recipient.unit for one in document.deliveries.values()}
    assert office.uid("vhtt") not in units and len(units) == 11
    named = out.issued(recipients=[{"group": "divisions"}, {"unit": office.uid("vhtt")}])
    assert len(named.deliveries) == 12


def test_the_form_of_a_copy_names_who_usually_signs(out, page):
    """The chief of the Office by order of the head; later whoever signed the last copy."""
    document = out.issued()
    shown = page(document, "act", CLERK, do="make_copy").html
    assert usual_signer(document) == (("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), "Chánh Văn phòng")
    assert 'value="Chánh Văn phòng"' in shown
    out.do("make_copy", document, CLERK, "ban-sao-y", signer="Lê Văn B", signer_lines=("PHÓ",))
    assert usual_signer(document) == (("PHÓ",), "Lê Văn B")


@pytest.mark.parametrize(
    ("kind", "excerpt", "said"),
    [
        ("ban-trich-sao", "", "Hãy ghi phần được trích của văn bản."),
        ("ban-sao-y", "Mục 2", "Chỉ trích sao mới ghi phần được trích"),
    ],
)
def test_what_is_copied_is_said_of_an_excerpt_only(out, page, kind, excerpt, said):
    document = out.issued()
    sent = {"do": "make_copy", "kind": kind, "excerpt": excerpt, "amount": "1"}
    answer = page(document, "act", CLERK, post=True, **sent)
    assert answer.status == 422
    assert said in answer.text
