"""The Vietnamese lunar calendar, computed for UTC+7.

After Hồ Ngọc Đức, "Thuật toán tính âm lịch"
(https://www.informatik.uni-leipzig.de/~duc/amlich/calrules.html), which follows Jean Meeus,
"Astronomical Algorithms" (1998): a month begins on the day of the new moon, the eleventh
month holds the winter solstice, and of thirteen moons between two solstices the first one
without a principal term is the leap month.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import floor
from math import pi
from math import sin


#: Hours between Vietnamese time and UTC.
ZONE = 7

#: Mean length of a lunar month, in days.
_MONTH = 29.530588853

#: Julian day number of the first new moon of 1900, and of ``date.fromordinal(0)``.
_NEW_MOON_1900 = 2415021.076998695
_ORDINAL = 1721425


@dataclass(frozen=True)
class LunarDate:
    """A day of the lunar calendar; ``leap`` tells that the month is a leap month (nhuận)."""

    day: int
    month: int
    year: int
    leap: bool = False

    @property
    def short(self) -> str:
        """``11/7``."""
        return f"{self.day}/{self.month}"


@lru_cache(maxsize=1024)
def lunar(day: date) -> LunarDate:
    """The lunar date of a day."""
    number = day.toordinal() + _ORDINAL
    moon = floor((number - _NEW_MOON_1900) / _MONTH)
    month_start = _new_moon_day(moon + 1)
    if month_start > number:
        month_start = _new_moon_day(moon)
    before = _month_11(day.year)
    after = before
    if before >= month_start:
        year = day.year
        before = _month_11(day.year - 1)
    else:
        year = day.year + 1
        after = _month_11(day.year + 1)
    moons = floor((month_start - before) / 29)
    month, leap = moons + 11, False
    if after - before > 365:
        leap_at = _leap_offset(before)
        if moons >= leap_at:
            month, leap = moons + 10, moons == leap_at
    if month > 12:
        month -= 12
    if month >= 11 and moons < 4:
        year -= 1
    return LunarDate(number - month_start + 1, month, year, leap)


def _new_moon_day(k: int) -> int:
    """Julian day number, in Vietnam, of the k-th new moon after that of 1 January 1900."""
    t = k / 1236.85
    t2, t3, dr = t * t, t * t * t, pi / 180
    mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3
    mean += 0.00033 * sin((166.56 + 132.87 * t - 0.009173 * t2) * dr)
    sun = (359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3) * dr
    moon = (306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3) * dr
    node = (21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3) * dr
    shift = (0.1734 - 0.000393 * t) * sin(sun) + 0.0021 * sin(2 * sun)
    shift += -0.4068 * sin(moon) + 0.0161 * sin(2 * moon) - 0.0004 * sin(3 * moon)
    shift += 0.0104 * sin(2 * node) - 0.0051 * sin(sun + moon) - 0.0074 * sin(sun - moon)
    shift += 0.0004 * sin(2 * node + sun) - 0.0004 * sin(2 * node - sun)
    shift += -0.0006 * sin(2 * node + moon) + 0.0010 * sin(2 * node - moon)
    shift += 0.0005 * sin(2 * moon + sun)
    delta = -0.000278 + 0.000265 * t + 0.000262 * t2
    return floor(mean + shift - delta + 0.5 + ZONE / 24)


def _sun_sector(day_number: int) -> int:
    """In which twelfth of its way the sun stands at midnight; 9 begins with the solstice."""
    t = (day_number - 2451545.5 - ZONE / 24) / 36525
    t2, dr = t * t, pi / 180
    mean = 357.52910 + 35999.05030 * t - 0.0001559 * t2 - 0.00000048 * t * t2
    length = 280.46645 + 36000.76983 * t + 0.0003032 * t2
    length += (1.914600 - 0.004817 * t - 0.000014 * t2) * sin(dr * mean)
    length += (0.019993 - 0.000101 * t) * sin(dr * 2 * mean) + 0.000290 * sin(dr * 3 * mean)
    return floor((length * dr % (2 * pi)) / pi * 6)


def _month_11(year: int) -> int:
    """Day number of the first day of the eleventh month, which holds the winter solstice."""
    moon = floor((date(year, 12, 31).toordinal() + _ORDINAL - 2415021) / _MONTH)
    start = _new_moon_day(moon)
    return _new_moon_day(moon - 1) if _sun_sector(start) >= 9 else start


def _leap_offset(month_11: int) -> int:
    """How many months after an eleventh month the leap month comes."""
    moon = floor((month_11 - _NEW_MOON_1900) / _MONTH + 0.5)
    number, last = 1, 0
    sector = _sun_sector(_new_moon_day(moon + 1))
    while True:
        last, number = sector, number + 1
        sector = _sun_sector(_new_moon_day(moon + number))
        if sector == last or number >= 14:
            return number - 1


#: Ten stems (can) and twelve branches (chi), beginning with those of the year 0.
_STEMS = ("Canh", "Tân", "Nhâm", "Quý", "Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ")
_BRANCHES = (
    *("Thân", "Dậu", "Tuất", "Hợi", "Tý", "Sửu"),
    *("Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi"),
)


def year_name(year: int) -> str:
    """The name of a lunar year: ``Giáp Thìn`` for 2024."""
    return f"{_STEMS[year % 10]} {_BRANCHES[year % 12]}"
