"""The steps of an outgoing document in the browser, each by its own person."""

from datetime import timedelta
from playwright.sync_api import expect
from vanphong.calendars import clock
from vanphong.routing import sheet as sheets
import transaction


#: What is to be read first; documents that may be the same are told below.
NOTES = ".notes:not(.vp-alike)"


def says(page, words):
    """The page says what has happened."""
    expect(page.locator(".vp-says")).to_contain_text(words)


def act(page, title):
    """Open the form of an act from the bar."""
    page.locator(".acts-bar").get_by_role("link", name=title).first.click()
    expect(page.locator("#act")).to_be_visible()


def send(page):
    """Send the form of an act."""
    page.locator("#act [name=send]").click()


def later():
    """Half an hour passes."""
    clock.advance(timedelta(minutes=30))


def unseen(page):
    """Nobody takes a picture of the page."""


class Walk:
    """The document as it is on the server, between the steps of the browsers."""

    def __init__(self, office, url):
        self.portal = office.portal
        self.url = url.partition("?")[0].partition("/@@")[0]

    @property
    def document(self):
        """It, read anew."""
        transaction.begin()
        path = self.url.removeprefix(self.portal.absolute_url()).strip("/")
        found = self.portal.unrestrictedTraverse(path)
        found._p_activate()
        return found

    @property
    def step(self):
        """The step of the way that runs."""
        found = sheets.steps_of(self.document)
        return next(one for one in found if one.awaits and one.route_step)


# the steps; ``look`` is shown the form before it is sent


def submit(page):
    """The drafter submits the draft."""
    act(page, "Trình")
    send(page)
    says(page, "Đã trình")


def check_content(page):
    """The head of the unit agrees with the content."""
    act(page, "Duyệt nội dung")
    send(page)
    says(page, "Đã xong")


def appraise(page, look=unseen):
    """The Office answers every line of its checklist with yes."""
    act(page, "Thẩm định")
    for box in page.locator("#act label.chip:has(input[value=yes])").all():
        box.click()
    look(page)
    send(page)
    says(page, "Đã xong")


def approve(page):
    """The leader approves, and signs on paper."""
    act(page, "Duyệt, ký trên giấy")
    send(page)
    says(page, "Đã xong")


def print_for_signature(page, file):
    """The clerk prints what was approved."""
    act(page, "In trình ký")
    send(page)
    expect(page.locator(NOTES)).to_contain_text(file)


def record_signature(page, scan, look=unseen):
    """The clerk records the signature, with the scan of the paper."""
    act(page, "Ghi nhận chữ ký")
    page.locator("#act [name=files]").set_input_files(scan)
    look(page)
    send(page)
    says(page, "Đã ghi nhận chữ ký")


def number(page, walk, look=unseen):
    """The clerk gives the number."""
    act(page, "Cấp số")
    look(page)
    send(page)
    says(page, walk.document.symbol)


def issue(page, recipients, look=unseen):
    """The clerk issues it, sealed, to so many recipients."""
    act(page, "Phát hành")
    page.locator("#act label.chip:has([name=sealed])").click()
    look(page)
    send(page)
    says(page, f"{recipients} nơi nhận")
