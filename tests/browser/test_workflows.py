"""An administrator who never saw Zope's own pages puts a state in between, and takes it back."""

from datetime import timedelta
from playwright.sync_api import expect
from vanphong.calendars import clock
from vanphong.ledger import jobs
from vanphong.routing import sheet as sheets
import pytest
import re
import transaction


pytestmark = pytest.mark.browser

STATE = "Chờ Phó Chánh Văn phòng xem"
ACT = "Đã xem, trình lãnh đạo"
DIRECT = re.compile("^Chỉ đạo")
TIMELINE = ".tl:not(.vp-way .tl)"
FIRST, SECOND = "492/UBND-VP", "129/BC-UBND"


def says(page, words):
    """The page says what has happened."""
    expect(page.locator(".vp-says")).to_contain_text(words)


def open_workflow(page):
    """The workflow of incoming documents, by the links that an administrator sees."""
    page.get_by_role("link", name="Quản trị").click()
    page.get_by_role("link", name="Quy trình và quyền").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Quy trình và quyền")
    page.locator("td.su").get_by_role("link", name="Văn bản đến", exact=True).click()


def insert(page, picture):
    """Put the state in between, in the draft."""
    page.locator(".wf-states").get_by_role("link", name="Đã vào sổ", exact=True).click()
    onwards = page.locator(".wf-exit").filter(has=page.locator(".to b", has_text="Chờ chỉ đạo"))
    onwards.get_by_role("link", name="Chèn bước vào giữa").click()
    page.fill("[name=title]", STATE)
    page.fill("[name=action]", ACT)
    page.get_by_role("checkbox", name="Chánh Văn phòng", exact=True).check()
    picture(page, "50-quy-trinh-chen-buoc")
    page.get_by_role("button", name="Lưu vào bản nháp").click()
    says(page, "bản nháp")


def register_and_present(page, letter):
    """What the records clerk does with a document that has come in."""
    page.goto(letter)
    page.get_by_role("link", name="Vào sổ").first.click()
    page.locator("[name=to]").select_option(label="Chủ tịch UBND huyện")
    page.get_by_role("button", name="Vào sổ và trình").click()
    expect(page.locator(".vp-says")).to_be_visible()


class Server:
    """What stands in the database, between the steps of the browsers."""

    def __init__(self, office):
        self.office = office
        self.paths = {one: office.document(one).getPhysicalPath() for one in (FIRST, SECOND)}

    def document(self, symbol):
        """It, read anew."""
        transaction.begin()
        return self.office.portal.unrestrictedTraverse(self.paths[symbol])

    def stage(self, symbol):
        """The state of its workflow."""
        return self.office.stage(self.document(symbol))

    def steps(self, symbol):
        """Its routing sheet."""
        return [
            (one.uid, one.action, one.state, one.actor)
            for one in sheets.steps_of(self.document(symbol))
        ]

    def run_jobs(self):
        """What is done in the background."""
        transaction.begin()
        jobs.run_pending()
        transaction.commit()


def test_a_state_is_put_in_between_and_taken_back(administrator, sign_in, office, portal, picture):
    server = Server(office)
    first, second = (office.document(one).absolute_url() for one in (FIRST, SECOND))

    # the draft, its check and a trial: nothing is in force yet
    admin = administrator()
    admin.goto(f"{portal.absolute_url()}/@@desktop")
    open_workflow(admin)
    workflow = admin.url
    insert(admin, picture)
    expect(admin.locator("#draft .bdg")).to_have_text("đã kiểm tra, dùng được")
    expect(admin.locator("#draft")).to_contain_text(STATE)
    expect(admin.locator(".wf-drawing")).to_contain_text("Phó Chánh Văn")
    picture(admin, "51-quy-trinh-ban-nhap")
    admin.get_by_role("link", name="Chạy thử trên văn bản").click()
    admin.fill("[name=document]", FIRST)
    admin.locator("[name=state]").select_option(label="Đã vào sổ")
    admin.get_by_role("button", name="Chạy thử").click()
    expect(admin.locator(".wf-said").first).to_contain_text(f"{STATE} → Chờ chỉ đạo")
    picture(admin, "52-quy-trinh-chay-thu")
    assert STATE not in [one.title for one in states(server)]

    # into force, with a reason
    admin.goto(workflow)
    admin.get_by_role("button", name="Đưa vào dùng").click()
    expect(admin.locator("[name=reason]:invalid, .fld-error")).not_to_have_count(0)
    admin.fill("[name=reason]", "Quy chế làm việc 2024: Phó Chánh Văn phòng xem trước khi trình.")
    admin.get_by_role("button", name="Đưa vào dùng").click()
    says(admin, "Bản 2")
    server.run_jobs()

    # what the clerk presents stops there, and the page says why and for whom
    clerk = sign_in("vanthu")
    for letter in (first, second):
        clock.advance(timedelta(minutes=5))
        register_and_present(clerk, letter)
    clerk.goto(first)
    expect(clerk.locator(TIMELINE)).to_contain_text(STATE)
    expect(clerk.locator(TIMELINE)).to_contain_text("Chánh Văn phòng")
    expect(clerk.get_by_role("button", name=ACT)).to_have_count(0)
    picture(clerk, "53-van-thu-van-ban-cho-xem")
    leader = sign_in("chutich")
    leader.goto(first)
    expect(leader.get_by_role("link", name=DIRECT)).to_have_count(0)

    # the function allowed passes it on
    clock.advance(timedelta(minutes=5))
    deputy = sign_in("phochanhvp1")
    deputy.goto(first)
    expect(deputy.locator(TIMELINE)).to_contain_text(STATE)
    deputy.get_by_role("button", name=ACT).first.click()
    says(deputy, "Chờ chỉ đạo")
    picture(deputy, "54-pho-chanh-van-phong-chuyen-tiep")
    leader.goto(first)
    expect(leader.get_by_role("link", name=DIRECT).first).to_be_visible()
    assert server.stage(FIRST) == "presented"
    assert server.stage(SECOND) not in ("registered", "presented")
    sheets_before = {one: server.steps(one) for one in (FIRST, SECOND)}

    # taken back: asked first, as a document stands there; nothing is lost
    admin.goto(workflow)
    admin.fill("[name=undo_reason]", "Bỏ bước xem trước theo ý kiến Chủ tịch.")
    admin.get_by_role("button", name="Lấy lại bản trước").click()
    says(admin, "1")
    expect(admin.locator("[name=undo_reason]")).to_have_value(re.compile("ý kiến Chủ tịch"))
    admin.get_by_role("checkbox", name="Chuyển các văn bản này").check()
    picture(admin, "55-quy-trinh-lay-lai")
    admin.get_by_role("button", name="Lấy lại bản trước").click()
    says(admin, "Bản 3")
    server.run_jobs()
    assert STATE not in [one.title for one in states(server)]
    for one in (FIRST, SECOND):
        assert server.stage(one) == "presented"
        assert server.steps(one) == sheets_before[one]
    leader.goto(second)
    expect(leader.get_by_role("link", name=DIRECT).first).to_be_visible()
    expect(leader.locator(TIMELINE)).not_to_contain_text(STATE)
    for page in (admin, clerk, leader, deputy):
        assert page.troubles == []


def states(server):
    """The states of the workflow of incoming documents as they are in force."""
    transaction.begin()
    return server.office.portal.portal_workflow["incoming_workflow"].states.objectValues()
