"""Plone leaves many of its texts untranslated in Vietnamese; ours complete them.

In a domain the catalogue that was registered first wins text by text, and Plone's own come
before ours. So ours may only hold what Plone's lack; else they would have no effect.
"""

from pathlib import Path
from pythongettext.msgfmt import Msgfmt
from zope.i18n import translate
import pytest
import re
import unicodedata
import vanphong


CATALOGUES = Path(vanphong.__file__).parent / "locales/vi/LC_MESSAGES"
PLACE = re.compile(r"\$\{(\w+)\}")

#: What staff and administrators meet daily, by domain: text as the code of Plone has it.
DAILY = {
    "plone": (
        "Save",
        "Cancel",
        "Edit",
        "View",
        "Contents",
        "General",
        "Content",
        "Users",
        "Groups",
        "Advanced",
        "Settings",
        "Short name",
        "Edit ${name}",
        "Add ${name}",
        "Log in",
        "Log out",
        "label_add_new_item",
        "label_actions_menu",
        "label_login_name",
        "label_password",
        "label_current_password",
        "label_new_password",
        "label_confirm_password",
        "label_change_password",
        "Password changed",
        "Incorrect value for current password",
        "Your password must contain at least ${min_chars} characters.",
        "you_are_now_logged_in",
        "statusmessage_logged_out",
        "heading_login_form_help",
        "statusmessage_pwreset_password_mail_sent",
        "Changes saved",
        "Changes saved.",
        "Changes canceled.",
        "Edit cancelled",
        "Item created",
        "There were errors.",
        "statusmessage_mtype_error",
        "Site Setup",
        "Add-on Configuration",
        "description_control_panel",
        "Records Clerk",
        "Office Chief",
        "Unit Head",
    ),
    "z3c.form": ("There were some errors.", "No value"),
    "zope": ("Required input is missing.", "Value is too small", "Value is too big"),
    "widgets": ("Upload files", "Select all items on this page", "Columns"),
    "collective.workspace": ("Position", "Groups", "Add Person to Roster", "User added"),
    "plone.z3cform": ("Delete", "Apply changes"),
}


def catalogue(domain):
    reader = Msgfmt((CATALOGUES / f"{domain}.po").read_bytes().splitlines(keepends=True))
    reader.read()
    return {text: translation for text, translation in reader.messages.items() if text}


def in_vietnamese(domain, text):
    return translate(text, domain=domain, target_language="vi")


@pytest.mark.parametrize("domain", DAILY)
def test_daily_words_are_vietnamese(portal, domain):
    english = [text for text in DAILY[domain] if in_vietnamese(domain, text) == text]
    assert english == []


@pytest.mark.parametrize("domain", DAILY)
def test_every_text_of_ours_has_effect(portal, domain):
    shadowed = {
        text: found
        for text, ours in catalogue(domain).items()
        if (found := in_vietnamese(domain, text)) != ours
    }
    assert shadowed == {}


@pytest.mark.parametrize("domain", DAILY)
def test_english_stays_english(portal, domain):
    vietnamese = set(catalogue(domain).values())
    changed = [
        text
        for text, ours in catalogue(domain).items()
        if text != ours and translate(text, domain=domain, target_language="en") in vietnamese
    ]
    assert changed == []


@pytest.mark.parametrize("domain", DAILY)
def test_translations_keep_their_places_and_letters(domain):
    for text, ours in catalogue(domain).items():
        assert unicodedata.is_normalized("NFC", ours)
        if places := set(PLACE.findall(text)):
            assert set(PLACE.findall(ours)) == places, text


def test_no_catalogue_is_left_out():
    files = {path.stem for path in CATALOGUES.glob("*.po")}
    assert files == {*DAILY, "vanphong"}


def test_pages_of_plone_speak_vietnamese(portal, request_, office):
    request_.environ["HTTP_ACCEPT_LANGUAGE"] = "vi"
    request_["LANGUAGE"] = "vi"
    for text in ("Save", "Required input is missing."):
        domain = "plone" if text == "Save" else "zope"
        assert translate(text, domain=domain, context=request_) == catalogue(domain)[text]
