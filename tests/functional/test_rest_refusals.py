"""Every bad input gets its status, says in Vietnamese what is wrong, and changes nothing."""

from dataclasses import dataclass
from datetime import date
from plone.app.testing import SITE_OWNER_NAME as MANAGER
from plone.app.testing import SITE_OWNER_PASSWORD as SECRET
from tests.functional.letters import INCOMING
from tests.functional.letters import PDF
from tests.functional.letters import file
from tests.functional.letters import letter
from tests.functional.letters import path
from tests.functional.traces import Traces
import pytest
import transaction


STAGES = "Nghị định 30/2020/NĐ-CP, Điều 20 đến Điều 24"
ARTICLE_23 = "Nghị định 30/2020/NĐ-CP, Điều 23"
ARTICLE_24 = "Nghị định 30/2020/NĐ-CP, Điều 24"
SYMBOLS = "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3"
DUPLICATES = "Nghị định 30/2020/NĐ-CP, Phụ lục VI, Phần I, mục III.1.h"
SECRETS = "Luật Bảo vệ bí mật nhà nước"


@dataclass
class Attempt:
    """What somebody tries."""

    user: str
    address: str
    body: dict
    method: str = "POST"


@dataclass
class Refusal:
    """What is answered, and the act that the trail names."""

    status: int
    words: str
    rule: str
    act: str


def directing(office, **more):
    document = office.presented()
    body = {"text": "Giao tham mưu.", "lead": office.uid("vhtt"), "working_days": 3, **more}
    return Attempt("chutich", path(document, "@directives"), body)


def two_leads(office):
    return directing(office, lead=[office.uid("vhtt"), office.uid("noivu")])


def no_lead(office):
    return directing(office, lead="")


def due_before_today(office):
    return directing(office, working_days=None, due="2024-08-13")


def closed_unit(office):
    office.unit("tuphap").valid_to = date(2024, 7, 31)
    return directing(office, coordinators=[office.uid("tuphap")])


def due_after_the_units(office):
    document = office.directed(working_days=2)
    step = office.step(document, "lead")
    body = {"person": "cv1-vhtt", "due": "2024-08-30"}
    return Attempt("truongphong-vhtt", path(document, "@routing", step.uid, "assign"), body)


def somebody_elses_step(office):
    document = office.directed()
    step = office.step(document, "lead")
    address = path(document, "@routing", step.uid, "finish")
    return Attempt("truongphong-noivu", address, {"result": "Xong."})


def a_step_done_already(office):
    document = office.finished()
    step = office.step(document, "lead")
    return Attempt(
        "cv1-vhtt", path(document, "@routing", step.uid, "finish"), {"result": "Lần hai."}
    )


def presenting_what_waits(office):
    return Attempt("vanthu", path(office.arrive(), "@present"), {"to": "chutich"})


def registering_twice(office):
    return Attempt("vanthu", path(office.register(), "@register"), {})


def returning_what_is_registered(office):
    return Attempt(
        "vanthu", path(office.register(), "@return-to-sender"), {"reason": "Không thuộc."}
    )


def correcting_what_is_directed(office):
    return Attempt("vanthu", path(office.directed(), "@correct"), {"subject": "V/v khác"})


def editing_a_directive(office):
    document = office.directed()
    return Attempt(
        "chutich", path(document["chi-dao-1"]), {"text": "Không giao nữa."}, method="PATCH"
    )


def deleting_a_directive(office):
    return Attempt("chutich", path(office.directed()["chi-dao-1"]), {}, method="DELETE")


def superseding_by_transition(office):
    document = office.directed()
    return Attempt("vanthu", path(document["chi-dao-1"], "@workflow", "supersede"), {})


def deleting_a_document(office):
    return Attempt(MANAGER, path(office.register()), {}, method="DELETE")


def a_duplicate(office):
    office.register(symbol="555/UBND-VX", organ_name="UBND tỉnh An Bình")
    body = letter(symbol="555/UBND-VX", organ_name="Ủy ban nhân dân tỉnh An Bình")
    return Attempt("vanthu", INCOMING, body)


def an_empty_file(office):
    return Attempt("vanthu", INCOMING, letter(files=[file(content=b"")]))


def a_mislabelled_file(office):
    return Attempt("vanthu", INCOMING, letter(files=[file("cong-van.docx", PDF)]))


def a_program(office):
    return Attempt("vanthu", INCOMING, letter(files=[file("a.pdf", b"MZ\x90\0" + b"\0" * 60)]))


def an_unreadable_symbol(office):
    return Attempt("vanthu", INCOMING, letter(symbol="số mấy không rõ"))


def a_secret_file(office):
    return Attempt("vanthu", INCOMING, letter(secrecy="secret", files=[file()]))


def a_secret_subject(office):
    body = {"subject": "V/v phương án tác chiến", "organ_name": "Bộ Chỉ huy", "secrecy": "secret"}
    return Attempt("vanthu", INCOMING, body | {"arrive_only": True})


def a_transition_out_of_order(office):
    return Attempt("vanthu", path(office.register(), "@workflow", "finish"), {})


def a_transition_in_order(office):
    return Attempt("vanthu", path(office.register(), "@workflow", "present"), {})


def registering_for_others(office):
    return Attempt("cv1-vhtt", INCOMING, letter())


def a_record_by_plones_post(office):
    body = {"@type": "IncomingDocument", "subject": "V/v không số"}
    return Attempt("vanthu", "van-ban/ubnd/den/2024/08", body)


def a_directive_by_plones_post(office):
    return Attempt("chutich", path(office.presented()), {"@type": "Directive", "text": "Giao."})


CASES = {
    two_leads: Refusal(422, "Chỉ một đơn vị hoặc cá nhân chủ trì", ARTICLE_23, "direct"),
    no_lead: Refusal(422, "chủ trì", ARTICLE_23, "direct"),
    due_before_today: Refusal(422, "13/08/2024", ARTICLE_23, "direct"),
    closed_unit: Refusal(422, "31/07/2024", ARTICLE_23, "direct"),
    due_after_the_units: Refusal(422, "30/08/2024", ARTICLE_24, "assign"),
    somebody_elses_step: Refusal(403, "Việc này đang ở Phòng VH&TT", ARTICLE_24, "finish"),
    a_step_done_already: Refusal(409, "đã kết thúc", "", "finish"),
    presenting_what_waits: Refusal(409, "Chờ tiếp nhận", STAGES, "present"),
    registering_twice: Refusal(409, "Đã vào sổ", STAGES, "register"),
    returning_what_is_registered: Refusal(409, "Đã vào sổ", STAGES, "return_to_sender"),
    correcting_what_is_directed: Refusal(409, "Đã có chỉ đạo", STAGES, "correct"),
    editing_a_directive: Refusal(422, "không sửa", ARTICLE_23, "correct"),
    deleting_a_directive: Refusal(422, "không sửa", ARTICLE_23, "delete"),
    superseding_by_transition: Refusal(422, "không sửa", ARTICLE_23, "move"),
    deleting_a_document: Refusal(422, "không xóa", "Nghị định 30/2020/NĐ-CP, Điều 22", "delete"),
    a_duplicate: Refusal(409, "đã có, số đến", DUPLICATES, "register"),
    an_empty_file: Refusal(400, "rỗng", "", "register"),
    a_mislabelled_file: Refusal(400, "nội dung là PDF", "", "register"),
    a_program: Refusal(400, "chương trình", "", "register"),
    an_unreadable_symbol: Refusal(400, "không phải là số, ký hiệu", SYMBOLS, "register"),
    a_secret_file: Refusal(422, "TỐI MẬT", SECRETS, "register"),
    a_secret_subject: Refusal(422, "TỐI MẬT", SECRETS, "arrive"),
    a_transition_out_of_order: Refusal(409, "chuyển giai đoạn", STAGES, "move"),
    a_transition_in_order: Refusal(409, "chuyển giai đoạn", STAGES, "move"),
    registering_for_others: Refusal(403, "văn thư của cơ quan", "", "register"),
    a_record_by_plones_post: Refusal(
        403, "@incoming", "Nghị định 30/2020/NĐ-CP, Điều 21, Điều 22 và Điều 23", "add"
    ),
    a_directive_by_plones_post: Refusal(
        403, "@directives", "Nghị định 30/2020/NĐ-CP, Điều 21, Điều 22 và Điều 23", "add"
    ),
}


@pytest.fixture
def traces(running):
    return Traces(running)


@pytest.mark.parametrize("prepare", CASES, ids=lambda prepare: prepare.__name__)
def test_a_refusal_says_why_and_writes_nothing_but_its_line(prepare, office, rest, traces):
    expected = CASES[prepare]
    tried = prepare(office)
    transaction.commit()
    before, lines = traces.state(), len(traces.trail())
    client = rest(tried.user, SECRET) if tried.user == MANAGER else rest(tried.user)

    answer = client.request(tried.method, tried.address, json=tried.body)

    assert answer.status_code == expected.status, answer.text
    error = answer.json()["error"]
    assert expected.words in error["message"]
    assert error["rule"] == expected.rule
    assert error["type"] in ("invalid", "not-allowed", "conflict", "rule")
    assert traces.state() == before
    refused = traces.refused(since=lines)
    assert [(line["act"], line["user_id"]) for line in refused] == [(expected.act, tried.user)]
    assert refused[0]["rule"] == expected.rule
