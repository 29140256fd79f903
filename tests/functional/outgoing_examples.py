"""Examples of outgoing documents for docs/reference/rest.md: one letter on its way."""

from tests.functional.letters import BODY
from tests.outgoing_office import CHECKED
from tests.outgoing_office import CLERK
from tests.outgoing_office import DRAFTER
from tests.outgoing_office import HEAD
from tests.outgoing_office import sent
from tests.outgoing_office import sent_pdf


UNIT = f"{BODY}/vhtt"

#: Answered with the document, as it is shown where it is made.
ALIKE = {
    "outgoing-patch",
    "outgoing-submit",
    "outgoing-check-content",
    "outgoing-appraise",
    "outgoing-sign",
    "outgoing-record-signature",
    "outgoing-number",
    "outgoing-issue",
    "outgoing-recall",
}


def play(ask, unit, letter):
    """A letter that answers another, from its draft to its recall."""
    ask(DRAFTER, "outgoing-reply-get", "GET", f"{letter}/@reply?unit={unit('vhtt').UID()}")
    body = {
        "subject": "V/v triển khai Tuần lễ hưởng ứng học tập suốt đời năm 2024",
        "field": "VX",
        "recipients": [
            {"unit": unit("gddt").UID()},
            {"name": "Sở Giáo dục và Đào tạo tỉnh An Bình", "purpose": "report"},
        ],
        "legal_bases": ["2140/UBND-VX"],
        "files": [sent("Nội dung dự thảo")],
    }
    draft = ask(DRAFTER, "outgoing-post", "POST", f"{UNIT}/@outgoing", **body)["@id"]
    act = f"{draft}/@act"
    query = "subject=triển khai tuần lễ hưởng ứng học tập suốt đời năm 2024"
    ask(DRAFTER, "outgoing-similar-get", "GET", f"{UNIT}/@similar?{query}")
    ask(DRAFTER, "outgoing-patch", "PATCH", draft, issued_amount=12)
    files = [sent("Nội dung đã sửa")]
    ask(DRAFTER, "outgoing-versions-post", "POST", f"{draft}/@versions", note="Lần 2", files=files)
    ask(DRAFTER, "outgoing-submit", "POST", f"{act}/submit", note="Kính trình")
    ask(CLERK, "outgoing-number-refused", "POST", f"{act}/number")
    ask(HEAD, "outgoing-check-content", "POST", f"{act}/check-content", note="Đồng ý")

    def holder():
        return ask(DRAFTER, "", "GET", draft)["steps"][0]["actor"]

    ask(holder(), "outgoing-appraise", "POST", f"{act}/appraise", checklist=CHECKED)
    ask(holder(), "", "POST", f"{act}/appraise", checklist=CHECKED)
    ask(holder(), "outgoing-sign", "POST", f"{act}/sign")
    scan = [sent_pdf()]
    ask(CLERK, "outgoing-record-signature", "POST", f"{act}/record-signature", files=scan)
    ask(CLERK, "outgoing-number", "POST", f"{act}/number")
    ask(CLERK, "outgoing-issue", "POST", f"{act}/issue", sealed=True)
    ask(CLERK, "outgoing-deliveries-get", "GET", f"{draft}/@deliveries")
    ask(CLERK, "outgoing-get", "GET", f"{BODY}/@outgoing?state=issued")
    ask(CLERK, "outgoing-copies-post", "POST", f"{draft}/@copies", kind="ban-sao-y", amount=2)
    body = {"act": "submit", "documents": ["0" * 32]}
    ask(DRAFTER, "outgoing-bulk-post", "POST", f"{UNIT}/@outgoing-bulk", **body)
    ask(CLERK, "outgoing-recall", "POST", f"{act}/recall", reason="Sai thời gian tổ chức")
