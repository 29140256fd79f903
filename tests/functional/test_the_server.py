from vanphong.calendars import clock
from vanphong.ledger import audit
import transaction


def test_the_server_serves_the_sample_to_a_clerk(rest, portal):
    answer = rest("vanthu").get("to-chuc")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("application/json")
    assert answer.json()["@type"] == "Organisation"


def test_the_server_knows_nobody_without_the_right_password(rest):
    assert rest("vanthu", "nothing").get("to-chuc").status_code == 401
    assert rest().get("to-chuc").status_code == 401


def test_the_server_sees_what_the_test_has_committed(rest, office):
    letter = office.register()
    transaction.commit()
    address = "/".join(letter.getPhysicalPath()[2:])
    assert rest("vanthu").get(address).status_code == 200
    assert rest("cv1-vhtt").get(address).status_code == 403


def test_the_office_of_the_test_before_is_as_it_was(office):
    assert len(office.documents()) == 29
    assert audit.verify() == []
    assert f"{clock.now():%H:%M, %d/%m/%Y}" == "08:00, 14/08/2024"
