"""The XML files of a package: METS, EAD, EAD_doc and PREMIS."""

from collections.abc import Iterable
from lxml import etree
from typing import IO
from typing import Any
from vanphong.casefiles.rules.package import Made
from vanphong.casefiles.rules.package import Member
from vanphong.casefiles.rules.record_xml import clean
from vanphong.casefiles.rules.record_xml import elements


METS_SPACE = "http://www.loc.gov/METS/"
XLINK = "http://www.w3.org/1999/xlink"
CSIP = "https://DILCIS.eu/XML/METS/CSIPExtensionMETS"
PREMIS_SPACE = "http://www.loc.gov/premis/v3"
EAD_SPACE = "http://purl.org/dc/elements/1.1/"


def write_mets(
    target: IO[bytes], made: Made, label: str, members: Iterable[Member], start: str = ""
) -> None:
    """A METS with SHA-256 and size of every file.

    :param start: folder that the paths are written from, with its slash; "" is the package.
    """
    spaces = {None: METS_SPACE, "xlink": XLINK, "csip": CSIP}
    with etree.xmlfile(target, encoding="utf-8") as xml:
        xml.write_declaration()
        attributes = {
            "OBJID": made.root,
            "TYPE": "Mixed",
            "LABEL": clean(label)[:500],
            "PROFILE": "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml",
            f"{{{CSIP}}}OAISPACKAGETYPE": "SIP",
        }
        with xml.element(_mets("mets"), attributes, nsmap=spaces):
            when = {"CREATEDATE": made.at.isoformat(timespec="seconds"), "RECORDSTATUS": "NEW"}
            with xml.element(_mets("metsHdr"), when):
                agent = {"ROLE": "CREATOR", "TYPE": "OTHER", "OTHERTYPE": "SOFTWARE"}
                with xml.element(_mets("agent"), agent), xml.element(_mets("name")):
                    xml.write(clean(made.program))
            names = []
            with xml.element(_mets("fileSec")), xml.element(_mets("fileGrp"), {"USE": "Package"}):
                for number, one in enumerate(members, 1):
                    names.append(f"file-{number}")
                    _write_file(xml, names[-1], one, start)
            kind = {"TYPE": "PHYSICAL", "LABEL": "CSIP"}
            package = {"LABEL": "Package"}
            with xml.element(_mets("structMap"), kind), xml.element(_mets("div"), package):
                for name in names:
                    xml.write(etree.Element(_mets("fptr"), FILEID=name))


def read_mets(source: IO[bytes], start: str = "") -> list[Member]:
    """The files that a METS names.

    :raises InvalidInput: see ``record_xml.elements``; values are not judged here.
    """
    found = []
    for element in elements(source, {_mets("file")}):
        place = element.find(_mets("FLocat"))
        path = "" if place is None else place.get(f"{{{XLINK}}}href", "")
        size = element.get("SIZE", "")
        if element.get("CHECKSUMTYPE", "") != "SHA-256":
            size = ""
        number = int(size) if size.isdecimal() and len(size) < 15 else -1
        checksum = element.get("CHECKSUM", "").lower()
        found.append(Member(start + path, number, checksum, element.get("MIMETYPE", "")))
    return found


def write_simple(target: IO[bytes], name: str, pairs: Iterable[tuple[str, str]]) -> None:
    """EAD.xml or an EAD_doc: a flat list of named texts, empty ones left out."""
    with etree.xmlfile(target, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element(f"{{{EAD_SPACE}}}{name}", nsmap={None: EAD_SPACE}):
            for key, text in pairs:
                if text:
                    with xml.element(f"{{{EAD_SPACE}}}{key}"):
                        xml.write(clean(text))


def read_simple(source: IO[bytes], names: Iterable[str]) -> dict[str, str]:
    """Some values of an EAD.xml by their names."""
    wanted = {f"{{{EAD_SPACE}}}{name}" for name in names}
    found = {}
    for element in elements(source, wanted):
        found[etree.QName(element).localname] = element.text or ""
    return found


def write_premis(target: IO[bytes], made: Made, members: Iterable[Member]) -> None:
    """PREMIS: every file with its SHA-256, the making of the package, who and what made it."""
    with etree.xmlfile(target, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element(_premis("premis"), {"version": "3.0"}, nsmap={None: PREMIS_SPACE}):
            for one in members:
                xml.write(_premis_object(one))
            xml.write(
                _tree(
                    "event",
                    ("eventIdentifier", "eventIdentifierType", "UUID"),
                    ("eventIdentifier", "eventIdentifierValue", made.uuid),
                    ("", "eventType", "creation"),
                    ("", "eventDateTime", made.at.isoformat(timespec="seconds")),
                )
            )
            for name, kind in ((made.by, "person"), (made.program, "software")):
                xml.write(
                    _tree(
                        "agent",
                        ("agentIdentifier", "agentIdentifierType", "local"),
                        ("agentIdentifier", "agentIdentifierValue", name),
                        ("", "agentName", name),
                        ("", "agentType", kind),
                    )
                )


def _write_file(xml: Any, name: str, one: Member, start: str) -> None:
    element = etree.Element(
        _mets("file"),
        ID=name,
        MIMETYPE=clean(one.media_type),
        SIZE=str(one.size),
        CHECKSUM=one.sha256,
        CHECKSUMTYPE="SHA-256",
    )
    place = etree.SubElement(element, _mets("FLocat"), LOCTYPE="URL")
    place.set(f"{{{XLINK}}}type", "simple")
    place.set(f"{{{XLINK}}}href", one.path.removeprefix(start))
    xml.write(element)


def _premis_object(one: Member) -> Any:
    made = _tree(
        "object",
        ("objectIdentifier", "objectIdentifierType", "path"),
        ("objectIdentifier", "objectIdentifierValue", one.path),
        ("objectCharacteristics/fixity", "messageDigestAlgorithm", "SHA-256"),
        ("objectCharacteristics/fixity", "messageDigest", one.sha256),
        ("objectCharacteristics", "size", str(one.size)),
        ("objectCharacteristics/format/formatDesignation", "formatName", one.media_type),
    )
    made.set("{http://www.w3.org/2001/XMLSchema-instance}type", "file")
    return made


def _tree(name: str, *lines: tuple[str, str, str]) -> Any:
    """An element with texts at places below it, which are made as they come."""
    root = etree.Element(_premis(name), nsmap={None: PREMIS_SPACE})
    for place, leaf, text in lines:
        node = root
        for part in filter(None, place.split("/")):
            found = node.find(_premis(part))
            node = etree.SubElement(node, _premis(part)) if found is None else found
        etree.SubElement(node, _premis(leaf)).text = clean(text)
    return root


def _mets(name: str) -> str:
    return f"{{{METS_SPACE}}}{name}"


def _premis(name: str) -> str:
    return f"{{{PREMIS_SPACE}}}{name}"
