"""What a visitor gets over the network: what is not public is not there, by whatever name."""

from tests.office import as_user
from tests.outgoing_office import Outgoing
from vanphong.portal import actions
import pytest
import requests
import transaction


@pytest.fixture
def publication(office):
    """A published document."""
    with as_user("truongphong-vhtt"):
        found = actions.publish(Outgoing(office).issued())
    transaction.commit()
    return found


def get(url, **headers):
    return requests.get(url, headers=headers, allow_redirects=False, timeout=60)


def test_what_was_withdrawn_is_not_told_from_what_never_was(publication):
    url = publication.absolute_url()
    assert get(url).status_code == 200
    with as_user("truongphong-vhtt"):
        actions.unpublish(publication, reason="Đăng nhầm.")
    transaction.commit()
    gone = url.rpartition("/")[0] + "/khong-co"
    for path in ("", "/view", "/@@publication", "/edit", "/@@public-file/x", "/@components"):
        for headers in ({}, {"Accept": "application/json"}, {"Authorization": "Basic eDp5"}):
            answers = [get(one + path, **headers) for one in (url, gone)]
            assert [one.status_code for one in answers] == [404, 404], (path, headers)


def test_a_page_is_packed_and_kept(publication):
    url = publication.absolute_url()
    first = get(url, **{"Accept-Encoding": "gzip"})
    assert first.headers["Content-Encoding"] == "gzip"
    assert publication.symbol in first.text
    assert "s-maxage" in first.headers["Cache-Control"]
    tag = first.headers["ETag"]
    assert get(url, **{"Accept-Encoding": "gzip", "If-None-Match": tag}).status_code == 304
    assert get(url, **{"Accept-Encoding": "identity", "If-None-Match": tag}).status_code == 200


def test_the_head_of_a_page_is_that_of_its_answer(publication):
    site = publication.absolute_url().rpartition("/")[0].rpartition("/")[0]
    for url in (site, publication.absolute_url(), f"{site}/@@published"):
        whole = requests.get(url, headers={"Accept-Encoding": "identity"}, timeout=60)
        head = requests.head(url, headers={"Accept-Encoding": "identity"}, timeout=60)
        assert (head.status_code, head.content) == (200, b"")
        for name in ("Content-Length", "ETag", "Cache-Control", "Content-Type"):
            assert head.headers[name] == whole.headers[name], (url, name)
    assert requests.head(f"{site}/cong-bo/khong-co", timeout=60).status_code == 404
