"""Names of bodies: read in capitals, written as the law writes them (Decree 30/2020, Annex II)."""

from vanphong.documents.rules.keys import fold
import re


#: A syllable of Vietnamese without its accents; what is none is an abbreviation (UBND, QLDA).
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|th|tr|ch|gh|gi|kh|ph|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)

#: After these words the name proper begins: its first letter is a capital.
_KINDS = (
    "chi cục",
    "trung tâm",
    "ban quản lý",
    "ban chỉ đạo",
    "công ty",
    "trường",
    "bệnh viện",
    "sở",
    "phòng",
    "ban",
    "bộ",
    "cục",
    "vụ",
    "viện",
    "hội",
    "đoàn",
)

#: After these words stands the name of a place: all of it in capital initials (Annex II.III).
_PLACES = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "phường", "xã", "đặc khu")

#: Words whose own first letter begins a name, wherever they stand.
_STARTS = (
    "uy ban",
    "ubnd",
    "hoi dong",
    "thuong truc",
    "hdnd",
    "so",
    "phong",
    "ban",
    "bo",
    "cuc",
    "chi cuc",
    "vu",
    "vien",
    "trung tam",
    "van phong",
    "huyen uy",
    "thanh uy",
    "tinh uy",
    "dang uy",
    "tong cuc",
    "cong ty",
    "dien luc",
    "truong",
    "benh vien",
    "hoi",
    "doan",
    "lien doan",
    "mat tran",
    "thanh tra",
    "cong an",
    "toa an",
    "kho bac",
    "bao hiem",
    "ngan hang",
    "tap doan",
    "chinh phu",
    "thu tuong",
    "quoc hoi",
)


def starts_name(text: str) -> bool:
    """Whether a line begins a new name of a body, and does not go on with the one above."""
    folded = fold(text).lstrip(" _.,:;'-")
    return any(re.match(rf"{word}\b", folded) for word in _STARTS)


def proper_case(capitals: str) -> str:
    """A name in capitals with the capital letters that are meant.

    “SỞ THÔNG TIN VÀ TRUYỀN THÔNG” is “Sở Thông tin và Truyền thông”, “UBND HUYỆN PHÚ KHÊ” is
    “UBND huyện Phú Khê”. Abbreviations stay.
    """
    words = [word if _abbreviated(word) else word.lower() for word in capitals.split()]
    place = False
    for at, word in enumerate(words):
        before = " ".join(words[max(0, at - 3) : at]).lower()
        is_place_kind = _ends(f"{before} {word}", _PLACES)
        if at and (_ends(before, _PLACES) or place) and not is_place_kind:
            place = True
            words[at] = _initial(word)
        elif at == 0 or _begins(before, words[:at]):
            words[at] = _initial(word)
        if is_place_kind:
            place = False
    return " ".join(words)


def _begins(before: str, words: list[str]) -> bool:
    """Whether the name proper begins here: behind its kind, or behind a joint in it."""
    if words[-1] in ("và", "-"):
        return "nhân dân" not in before
    kind = next((kind for kind in _KINDS if " ".join(words).lower() == kind), None)
    return kind is not None and words[0].lower() != "hội"


def _ends(text: str, kinds: tuple[str, ...]) -> bool:
    return any(re.search(rf"(?:^|\s){kind}$", text) for kind in kinds)


def _initial(word: str) -> str:
    return word[:1].upper() + word[1:]


def _abbreviated(word: str) -> bool:
    letters = re.sub(r"[^\w]", "", fold(word))
    return bool(letters) and not _SYLLABLE.fullmatch(letters)
