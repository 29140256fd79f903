"""Eight clerks at one register of outgoing documents: numbered and issued at once."""

from concurrent.futures import ThreadPoolExecutor
from tests.outgoing_office import CLERK
from tests.outgoing_office import Outgoing
from tests.outgoing_office import sent_pdf
from vanphong.documents.index import index_document
from vanphong.ledger import audit
import transaction


CLIENTS = 8
EACH = 6


def test_what_is_numbered_and_issued_at_once_has_no_gaps(rest, office):
    documents = Outgoing(office).many_signed(CLIENTS * EACH)
    for one in documents:
        index_document(one)
    transaction.commit()
    root = len(office.portal.absolute_url())
    paths = [one.absolute_url()[root:] for one in documents]

    def issue(client, mine):
        found = []
        for path in mine:
            numbered = client.post(f"{path}/@act/number", json={})
            issued = client.post(f"{path}/@act/issue", json={"sealed": True, "files": [sent_pdf()]})
            found.append((numbered, issued))
        return found

    clients = [rest((CLERK, "vanthu2")[number % 2]) for number in range(CLIENTS)]
    bundles = [paths[number::CLIENTS] for number in range(CLIENTS)]
    with ThreadPoolExecutor(CLIENTS) as pool:
        answers = [one for some in pool.map(issue, clients, bundles) for one in some]

    assert {numbered.status_code for numbered, _issued in answers} == {200}
    assert {issued.status_code for _numbered, issued in answers} == {200}
    given = sorted(numbered.json()["number"] for numbered, _issued in answers)
    assert given == list(range(given[0], given[0] + CLIENTS * EACH))
    assert len({numbered.json()["symbol"] for numbered, _issued in answers}) == len(given)
    assert {issued.json()["state"]["token"] for _numbered, issued in answers} == {"issued"}
    assert audit.verify() == []
