"""The examples of docs/reference/rest.md are what the office really answers."""

from datetime import timedelta
from tests.functional import outgoing_examples
from tests.functional.examples import FOLDER
from tests.functional.examples import Examples
from tests.functional.letters import BODY
from tests.functional.letters import INCOMING
from tests.functional.letters import REGISTER
from tests.functional.letters import file
from vanphong.calendars import clock
import re


LETTER = {
    "symbol": "2140/UBND-VX",
    "issued_date": "2024-08-12",
    "organ_name": "Ủy ban nhân dân tỉnh An Bình",
    "subject": "V/v tổ chức Tuần lễ hưởng ứng học tập suốt đời năm 2024",
    "urgency": "urgent",
}

#: Answered with the document or the sheet, as it is shown elsewhere.
ALIKE = {
    "correct-post",
    "delegations-delete",
    "incoming-post-arrive",
    "present-post",
    "register-post",
    "return-to-sender-post",
    "routing-assign-post",
    "routing-extension-decision-post",
    "routing-extension-post",
    "routing-finish-post",
    "routing-hand-back-post",
    "routing-receive-post",
    "routing-report-post",
    "routing-take-back-post",
    "routing-urge-post",
}

#: A block of the page: the name of a file, and its text.
_BLOCK = re.compile(r"<!-- (?P<name>\S+\.(?:req|resp)) -->\n```http\n(?P<text>.*?)```\n", re.DOTALL)


def test_the_examples_are_true(rest, portal, unit):
    examples = Examples(portal.absolute_url())
    clients = {}

    def ask(user, name, method, address, **body):
        clock.advance(timedelta(minutes=1))
        client = clients.setdefault(user, rest(user))
        sends = method in ("POST", "PATCH") or body
        answered = name not in ALIKE | outgoing_examples.ALIKE
        return examples.ask(client, name, method, address, body if sends else None, answered)

    enter(ask)
    document = ask("vanthu", "incoming-post", "POST", INCOMING, **LETTER, files=[file()])["@id"]
    ask("vanthu", "incoming-post-duplicate", "POST", INCOMING, **LETTER)
    look_around(ask, document)
    direct(ask, document, unit)
    carry_out(ask, document)
    keep_the_register(ask)
    refuse(ask, document)
    hand_on(ask)
    outgoing_examples.play(ask, unit, document)

    assert examples.changed() == [], "look at what has changed, then run this again"


def enter(ask):
    """A document that waits, another that goes back."""
    values = LETTER | {"symbol": "2141/UBND-VX", "arrive_only": True}
    first = ask("vanthu", "incoming-post-arrive", "POST", INCOMING, **values)["@id"]
    ask("vanthu", "register-post", "POST", f"{first}/@register", present_to="pct-vanxa")
    values["symbol"] = "2142/UBND-VX"
    second = ask("vanthu", "", "POST", INCOMING, **values)["@id"]
    reason = "Văn bản gửi cho huyện khác"
    ask("vanthu", "return-to-sender-post", "POST", f"{second}/@return-to-sender", reason=reason)


def look_around(ask, document):
    """Lists, and what a clerk needs to go on."""
    ask("vanthu", "incoming-get", "GET", f"{INCOMING}?state=registered&q=học+tập")
    ask("vanthu", "document-get", "GET", document)
    ask("vanthu", "files-get", "GET", f"{document}/@files")
    ask("vanthu", "document-patch", "PATCH", document, note="Có kèm kế hoạch")
    ask("vanthu", "correct-post", "POST", f"{document}/@correct", page_amount=3)
    ask("vanthu", "leaders-get", "GET", f"{BODY}/@leaders")
    ask("vanthu", "units-get", "GET", f"{BODY}/@units")
    ask("vanthu", "roster-get", "GET", f"{BODY}/vhtt/@roster")
    ask("vanthu", "completions-get", "GET", f"{BODY}/@completions/symbol?q=214")


def direct(ask, document, unit):
    """Presented, directed by a clerk for the leader, and directed anew."""
    ask("vanthu", "present-post", "POST", f"{document}/@present", to="chutich", note="Kính trình")
    body = {
        "text": "Giao Phòng VH&TT chủ trì, tham mưu kế hoạch.",
        "lead": unit("vhtt").UID(),
        "coordinators": [unit("gddt").UID()],
        "inform": [unit("noivu").UID()],
        "due": "2024-08-20",
    }
    first = ask("chutich", "directives-post", "POST", f"{document}/@directives", **body)
    ask("chutich", "directive-patch", "PATCH", first["@id"], text="Giao Phòng GD&ĐT chủ trì.")
    body |= {"working_days": 5, "author": "chutich", "replaces": first["UID"]}
    del body["due"]
    ask("vanthu", "directives-post-on-behalf", "POST", f"{document}/@directives", **body)
    ask("chutich", "directives-get", "GET", f"{document}/@directives")


def carry_out(ask, document):
    """The unit, its people, and those who gave the work."""
    steps = f"{document}/@routing"

    def mine(user, box):
        found = ask(user, "", "GET", f"@work?box={box}&order=newest")["items"]
        return next(one["step"] for one in found if one["document"]["@id"] == document)

    lead, other = mine("vanthu-vhtt", "receive"), mine("truongphong-gddt", "receive")
    ask("vanthu-vhtt", "routing-get", "GET", steps)
    ask("vanthu-vhtt", "routing-receive-post", "POST", f"{steps}/{lead}/receive")
    body = {"person": "cv2-vhtt", "instruction": "Tham mưu sớm"}
    ask("truongphong-vhtt", "", "POST", f"{steps}/{lead}/assign", **body)
    own = mine("cv2-vhtt", "handle")
    ask(
        "cv2-vhtt",
        "routing-hand-back-post",
        "POST",
        f"{steps}/{own}/hand-back",
        reason="Đang đi công tác",
    )
    body = {"person": "cv1-vhtt", "due": "2024-08-19", "confirm": False}
    ask("truongphong-vhtt", "routing-assign-post", "POST", f"{steps}/{lead}/assign", **body)
    wrong = mine("cv1-vhtt", "handle")
    ask("truongphong-vhtt", "routing-take-back-post", "POST", f"{steps}/{wrong}/take-back")
    ask("truongphong-vhtt", "", "POST", f"{steps}/{lead}/assign", **body)
    own = mine("cv1-vhtt", "handle")
    body = {"due": "2024-08-20T11:30", "reason": "Chờ số liệu của các xã"}
    ask("cv1-vhtt", "routing-extension-post", "POST", f"{steps}/{own}/extension", **body)
    decision = mine("truongphong-vhtt", "extend")
    address = f"{steps}/{decision}/extension-decision"
    ask("truongphong-vhtt", "routing-extension-decision-post", "POST", address, grant=True)
    result = "Đã dự thảo kế hoạch"
    ask("cv1-vhtt", "routing-report-post", "POST", f"{steps}/{own}/report", result=result)
    text = "Đề nghị phối hợp sớm"
    ask("chanhvp", "routing-urge-post", "POST", f"{steps}/{other}/urge", text=text)
    ask("cv1-vhtt", "work-get", "GET", "@work?box=handle&order=newest")
    unit = ask("truongphong-vhtt", "", "GET", f"{BODY}/vhtt")["UID"]
    ask("truongphong-vhtt", "work-unit-get", "GET", f"@work/unit/{unit}?actor=cv1-vhtt")
    result = "Đã ban hành kế hoạch"
    ask("truongphong-gddt", "routing-finish-refused", "POST", f"{steps}/{own}/finish")
    ask("cv1-vhtt", "work-finish-post", "POST", "@work/finish", steps=[own, lead], result=result)
    ask("vanthu", "history-get", "GET", f"{document}/@history")
    # what the coordinator does by itself
    values = LETTER | {"symbol": "2143/UBND-VX", "present_to": "chutich"}
    again = ask("vanthu", "", "POST", INCOMING, **values)["@id"]
    body = {"text": "Để Phòng xử lý.", "lead": "truongphong-gddt", "working_days": 3}
    ask("chutich", "", "POST", f"{again}/@directives", **body)
    found = ask("truongphong-gddt", "", "GET", f"{again}/@routing")["holders"]
    address = f"{again}/@routing/{found[0]['uid']}/finish"
    body = {"result": "Đã trả lời", "case_file": "05-2024"}
    ask("truongphong-gddt", "routing-finish-post", "POST", address, **body)


def keep_the_register(ask):
    """A number inserted and voided."""
    ask("chanhvp", "numbers-get", "GET", f"{REGISTER}/@numbers")
    body = {"number": 1180, "suffix": "a", "reason": "Vào sổ sót", "subject": "V/v bổ sung"}
    ask("chanhvp", "numbers-post", "POST", f"{REGISTER}/@numbers", **body)
    ask("chanhvp", "numbers-delete", "DELETE", f"{REGISTER}/@numbers/1180a", reason="Ghi nhầm")


def refuse(ask, document):
    """What Plone's own services are refused."""
    ask("vanthu", "workflow-post", "POST", f"{document}/@workflow/finish")
    ask("vanthu", "document-delete", "DELETE", document)
    ask("cv1-noivu", "document-get-refused", "GET", document)


def hand_on(ask):
    """Somebody goes away, and comes back early."""
    away = {"giver": "cv1-vhtt", "taker": "cv2-vhtt", "basis": "Nghỉ phép năm"}
    days = {"valid_from": "2024-08-15", "valid_to": "2024-08-20"}
    made = ask("cv1-vhtt", "delegations-post", "POST", f"{BODY}/@delegations", **away, **days)
    ask("cv2-vhtt", "delegations-get", "GET", f"{BODY}/@delegations?standing=in-force")
    ask("cv1-vhtt", "delegations-delete", "DELETE", made["@id"], reason="Về sớm")


def test_the_page_shows_them(root):
    page = root / "docs" / "reference" / "rest.md"
    text = page.read_text("utf-8")
    shown = {match["name"]: match["text"] for match in _BLOCK.finditer(text)}
    files = {file.name: file.read_text("utf-8") for file in FOLDER.iterdir()}
    fresh = _BLOCK.sub(
        lambda match: f"<!-- {match['name']} -->\n```http\n{files[match['name']]}```\n", text
    )
    page.write_text(fresh, "utf-8")
    assert set(shown) == set(files)
    assert fresh == text, "look at what has changed, then run this again"
