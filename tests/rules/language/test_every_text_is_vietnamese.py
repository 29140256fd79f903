import pytest
import re


ENTRY = re.compile(r'^msgid ((?:"[^\n]*"\n)+)msgstr ((?:"[^\n]*"\n?)+)', re.MULTILINE)
PLACE = re.compile(r"\$\{\w+\}")


def joined(lines):
    return "".join(line.strip()[1:-1] for line in lines.strip().splitlines())


@pytest.fixture(scope="module")
def catalogue(root):
    path = root / "src/vanphong/locales/vi/LC_MESSAGES/vanphong.po"
    text = path.read_text("utf-8")
    entries = {joined(msgid): joined(msgstr) for msgid, msgstr in ENTRY.findall(text)}
    entries.pop("", None)
    return text, entries


def test_nothing_of_ours_is_left_in_english(catalogue):
    text, entries = catalogue
    assert len(entries) > 800
    assert [msgid for msgid, msgstr in entries.items() if not msgstr] == []
    assert "#, fuzzy" not in text


def test_a_translation_has_the_places_of_its_text(catalogue):
    _text, entries = catalogue
    wrong = {
        msgid: msgstr
        for msgid, msgstr in entries.items()
        if not set(PLACE.findall(msgstr)) <= set(PLACE.findall(msgid))
    }
    assert wrong == {}
