from vanphong.attachments.rules.legacy import Encoding
from vanphong.attachments.rules.legacy import encoding_of
from vanphong.attachments.rules.legacy import from_tcvn3
from vanphong.attachments.rules.legacy import from_vni
from vanphong.attachments.rules.legacy import to_unicode
import pytest
import unicodedata


PAIRS = [
    (
        "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc",
        "Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc",
        "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do - Haïnh phuùc",
    ),
    (
        "ủy ban nhân dân tỉnh về việc thực hiện quyết định",
        "ñy ban nh©n d©n tØnh vÒ viÖc thùc hiÖn quyÕt ®Þnh",
        "uûy ban nhaân daân tænh veà vieäc thöïc hieän quyeát ñònh",
    ),
    (
        "những người được hưởng trợ cấp đã ký, bẵng đi, bảng kê, ỹ ỵ ỷ",
        "nh÷ng ng­êi ®­îc h­ëng trî cÊp ®· ký, b½ng ®i, b¶ng kª, ü þ û",
        "nhöõng ngöôøi ñöôïc höôûng trôï caáp ñaõ kyù, baüng ñi, baûng keâ, yõ î yû",
    ),
]


@pytest.mark.parametrize(("text", "tcvn3", "vni"), PAIRS)
def test_each_letter_is_read(text, tcvn3, vni):
    assert from_tcvn3(tcvn3) == text.replace("ký", "ký")
    assert from_vni(vni) == text.replace(" ký", " ký")


def test_every_letter_of_vietnamese_comes_from_vni():
    letters = "".join(
        unicodedata.normalize("NFC", base + tone)
        for base in "aăâeêioôơuưy"
        for tone in ("\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    )
    from vanphong.attachments.rules import legacy

    assert set(letters) <= set(legacy._VNI.values()) | {"í", "ì"}
    assert set(letters.upper()) <= set(legacy._VNI.values()) | {"Í", "Ì"}
    assert set(letters) <= set(legacy._TCVN3.values())


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((one, Encoding.UNICODE) for one, _tcvn3, _vni in PAIRS),
        *((one, Encoding.TCVN3) for _text, one, _vni in PAIRS[:2]),
        *((one, Encoding.VNI) for _text, _tcvn3, one in PAIRS[:2]),
        ("", Encoding.UNICODE),
        ("The quick brown fox, 12 µm, © 2024, §5, ±3 °C", Encoding.UNICODE),
        ("Où êtes-vous allés, chère élève? Ça dépend, à côté de l'hôtel.", Encoding.UNICODE),
        ("Das Gemüse für Österreich, weiß über Größe und Übermut", Encoding.UNICODE),
        ("Céng hßa", Encoding.UNICODE),  # too little to be sure
        (unicodedata.normalize("NFD", PAIRS[0][0]), Encoding.UNICODE),
    ],
)
def test_the_encoding_is_told_by_frequent_words(text, encoding):
    assert encoding_of(text) == encoding


@pytest.mark.parametrize(("text", "tcvn3", "vni"), PAIRS[:2])
def test_whatever_it_is_it_becomes_composed_unicode(text, tcvn3, vni):
    for one in (text, tcvn3, vni, unicodedata.normalize("NFD", text)):
        assert to_unicode(one) == text


def test_a_long_text_with_a_few_old_words_stays_as_it_is():
    mixed = PAIRS[0][0] * 20 + PAIRS[0][1]
    assert to_unicode(mixed) == mixed
