"""Styles of a DOCX, resolved: the look that a paragraph or a run has in the end."""

from collections.abc import Mapping
from typing import Any
from vanphong.outgoing.forms.docx.container import Package


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

#: Styles that stand on each other, at most.
DEEPEST = 20

Look = dict[str, Any]


class Styles:
    """The styles of a document, by id."""

    def __init__(self, package: Package):
        self._theme = _theme(package)
        self._styles: dict[str, Any] = {}
        self._looks: dict[str, Look] = {}
        self._defaults: Look = {}
        self.normal = ""
        if "word/styles.xml" in package:
            self._read(package.xml("word/styles.xml"))

    def _read(self, root: Any) -> None:
        defaults = root.find(f"{W}docDefaults")
        if defaults is not None:
            self._defaults = self.own(defaults.find(f"{W}pPrDefault/{W}pPr"))
            self._defaults |= self.own(defaults.find(f"{W}rPrDefault/{W}rPr"))
        for style in root.iter(f"{W}style"):
            name = style.get(f"{W}styleId", "")
            self._styles[name] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true"):
                self.normal = name

    def look(self, name: str) -> Look:
        """The look of a paragraph style with all that it stands on."""
        if name not in self._looks:
            self._looks[name] = self._defaults | self.chain(name or self.normal)
        return self._looks[name]

    def chain(self, name: str) -> Look:
        """What a style and those that it stands on say, without the defaults."""
        found: list[Look] = []
        while name in self._styles and len(found) < DEEPEST:
            style = self._styles[name]
            found.append(self.own(style.find(f"{W}pPr")) | self.own(style.find(f"{W}rPr")))
            based = style.find(f"{W}basedOn")
            name = "" if based is None else based.get(f"{W}val", "")
        look: Look = {}
        for one in reversed(found):
            look |= one
        return look

    def own(self, properties: Any) -> Look:
        """What the properties of a paragraph or a run say themselves."""
        look: Look = {}
        for one in () if properties is None else properties:
            read = _READERS.get(_local(one))
            if read is not None:
                look |= read(one)
        if "theme" in look:
            look["font"] = self._theme.get(look.pop("theme"), "")
        return look


def _local(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _theme(package: Package) -> dict[str, str]:
    """Fonts of the theme: major and minor."""
    if "word/theme/theme1.xml" not in package:
        return {}
    root = package.xml("word/theme/theme1.xml")
    fonts = {}
    for kind in ("major", "minor"):
        latin = root.find(f".//{A}{kind}Font/{A}latin")
        fonts[kind] = "" if latin is None else latin.get("typeface", "")
    return fonts


def _font(one: Any) -> Look:
    theme = one.get(f"{W}asciiTheme") or one.get(f"{W}hAnsiTheme")
    if theme:
        return {"theme": "major" if theme.startswith("major") else "minor"}
    font = one.get(f"{W}ascii") or one.get(f"{W}hAnsi")
    return {"font": font} if font else {}


def _is_on(one: Any) -> bool:
    return one.get(f"{W}val", "1") not in ("0", "false", "none", "off")


def number(one: Any, *names: str) -> float | None:
    """The first of these attributes that is a number."""
    for name in names:
        try:
            return float(one.get(f"{W}{name}", ""))
        except ValueError:
            continue
    return None


def _size(one: Any) -> Look:
    size = number(one, "val")
    return {} if size is None else {"size": size / 2}


def _indent(one: Any) -> Look:
    first, hanging = number(one, "firstLine"), number(one, "hanging")
    if hanging is not None:
        return {"first_indent": -to_mm(hanging)}
    return {} if first is None else {"first_indent": to_mm(first)}


def _spacing(one: Any) -> Look:
    look: Look = {}
    for name in ("before", "after"):
        points = number(one, name)
        if points is not None:
            look[name] = points / 20
        if one.get(f"{W}{name}Autospacing") in ("1", "true"):
            look[name] = 14.0
    line = number(one, "line")
    if line is not None:
        look["line"] = line / 240 if one.get(f"{W}lineRule", "auto") == "auto" else None
    return look


def to_mm(twips: float) -> float:
    """Twentieths of a point as millimetres."""
    return round(twips * 25.4 / 1440, 2)


_ALIGNED = {"both": "justify", "distribute": "justify", "start": "left", "end": "right"}

_READERS: Mapping[str, Any] = {
    "rFonts": _font,
    "sz": _size,
    "b": lambda one: {"bold": _is_on(one)},
    "i": lambda one: {"italic": _is_on(one)},
    "vanish": lambda one: {"hidden": _is_on(one)},
    "color": lambda one: {"colour": one.get(f"{W}val", "")},
    "jc": lambda one: {"align": _ALIGNED.get(one.get(f"{W}val", ""), one.get(f"{W}val", ""))},
    "ind": _indent,
    "spacing": _spacing,
}
