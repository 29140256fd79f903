"""Eight clerks at one register."""

from concurrent.futures import ThreadPoolExecutor
from tests.functional.letters import INCOMING
from tests.functional.letters import REGISTER
from tests.functional.letters import file
from tests.functional.letters import letter
from vanphong.ledger import audit
from zope.component import getGlobalSiteManager
from ZPublisher.interfaces import IPubFailure
import pytest


CLIENTS = 8
EACH = 50
FIRST = 1198


@pytest.fixture
def retries():
    """Requests that had to run again, because another one came first."""
    found = []

    def note(event):
        if event.retry:
            found.append(event.exc_info[1])

    manager = getGlobalSiteManager()
    manager.registerHandler(note, (IPubFailure,))
    yield found
    manager.unregisterHandler(note, (IPubFailure,))


def test_four_hundred_letters_get_four_hundred_numbers_in_a_row(rest, office, retries):
    bundles = [[letter(files=[file()]) for _number in range(EACH)] for _client in range(CLIENTS)]

    def register(client, bundle):
        return [client.post(INCOMING, json=one) for one in bundle]

    clients = [rest(("vanthu", "vanthu2")[number % 2]) for number in range(CLIENTS)]
    with ThreadPoolExecutor(CLIENTS) as pool:
        answers = [one for some in pool.map(register, clients, bundles) for one in some]

    assert {answer.status_code for answer in answers} == {201}
    expected = list(range(FIRST, FIRST + CLIENTS * EACH))
    given = {answer.json()["symbol"]: answer.json()["number"] for answer in answers}
    assert sorted(given.values()) == expected
    # whoever waits for the lock sees what was committed meanwhile, instead of colliding with it
    assert len(retries) <= EACH // 10

    office.portal._p_jar.sync()
    kept = office.portal["van-ban"]["ubnd"]["den"]["2024"]["08"]
    assert {kept[str(number)].symbol: number for number in expected} == given
    chief = rest("chanhvp")
    page = chief.get(f"{REGISTER}/@numbers").json()
    assert page["next_number"] == expected[-1] + 1
    assert [one["number"] for one in page["items"]] == expected[:-51:-1]
    assert chief.get(INCOMING).json()["items_total"] == 29 + CLIENTS * EACH
    assert audit.verify() == []
