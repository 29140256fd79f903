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
