"""The part "the way of the document" on its page."""

import pytest


@pytest.fixture
def letter(office):
    """A letter that lies before the chairman."""
    return office.presented()


def test_the_way_is_drawn_and_told(page, letter):
    found = page(letter, "route-diagram", "chutich")
    assert "${" not in found.text
    assert "<svg" in found.html
    assert 'aria-current="step"' in found.html
    assert "Chủ tịch UBND huyện" in found.text
    assert 'class="waits"' in found.html


def test_it_stands_on_the_page_of_the_document(page, letter):
    assert 'class="vp-way"' in page(letter, "view", "chutich").html


def test_a_leader_beside_the_plan_stands_before_the_unit_that_leads(page, office):
    document = office.directed()
    found = page(document, "route-diagram", "chutich").html
    words = found[found.index("<ol") :]
    assert words.index("Chủ tịch UBND huyện") < words.index("VH&amp;TT")


def test_the_person_who_has_the_work_is_named(page, office):
    document = office.assigned()
    found = page(document, "route-diagram", "chutich").html
    sentence = found[found.index('class="waits"') : found.index("<svg")]
    assert "Chuyên viên" in sentence


def test_a_finished_document_waits_for_nobody(page, office):
    document = office.assigned()
    office.do("finish", document, office.step(document, "lead"), "cv1-vhtt", result="Xong.")
    assert page(document, "route-diagram", "cv1-vhtt").status == 200


def test_who_may_not_see_the_document_does_not_see_its_way(views_of, letter):
    assert not views_of(letter, "route-diagram", "cv1-noivu")
    assert not views_of(letter, "route-diagram", "admin")
