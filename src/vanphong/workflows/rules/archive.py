"""A GenericSetup zip with workflows: what may be in it, and how large it may be."""

from io import BytesIO
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.workflows.rules import definition
from vanphong.workflows.rules.definition import Definition
import re
import zipfile


#: Octets of the file, members of it, octets of all of them unpacked.
MOST = 1_000_000
MEMBERS = 50
UNPACKED = 4_000_000

INDEX = "workflows.xml"
_DEFINITION = re.compile(r"(?:[\w.-]+/)?workflows/([a-z][a-z0-9_]{0,59})/definition\.xml")
_INDEX = re.compile(r"(?:[\w.-]+/)?workflows\.xml")


def read(text: bytes) -> dict[str, Definition]:
    """The workflows in a zip by their ids.

    :raises InvalidInput: for what is no such zip.
    :raises RuleBroken: naming the member that must not be in it.
    """
    if len(text) > MOST:
        raise InvalidInput(_("The file is too large; at most ${n} MB are read."), n=MOST // 10**6)
    try:
        with zipfile.ZipFile(BytesIO(text)) as archive:
            return _members(archive)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError) as problem:
        raise InvalidInput(_("The file is no zip that can be read."), field="file") from problem


def write(definitions: dict[str, bytes], index: bytes) -> bytes:
    """A zip with these definitions, the same for the same ones."""
    found = BytesIO()
    members = {INDEX: index}
    members |= {f"workflows/{name}/definition.xml": text for name, text in definitions.items()}
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(members):
            archive.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), members[name])
    return found.getvalue()


def _members(archive: zipfile.ZipFile) -> dict[str, Definition]:
    members = [one for one in archive.infolist() if not one.is_dir()]
    if len(members) > MEMBERS:
        raise InvalidInput(_("More than ${n} files are in the zip."), n=MEMBERS, field="file")
    if sum(one.file_size for one in members) > UNPACKED:
        raise InvalidInput(_("Unpacked, the zip is too large."), field="file")
    found = {}
    for one in members:
        match = _DEFINITION.fullmatch(one.filename)
        if match is not None:
            found[match[1]] = _definition(archive, one, match[1])
        elif not _INDEX.fullmatch(one.filename):
            raise RuleBroken(
                _("“${name}” in the zip is refused: only workflows are taken."),
                name=one.filename[:100],
                field="file",
            )
    if not found:
        raise InvalidInput(_("No workflow is in the zip."), field="file")
    return found


def _definition(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> Definition:
    with archive.open(member) as file:  # the size in the head of a member may be a lie
        text = file.read(definition.MOST + 1)
    found = definition.parse(text)
    if found.workflow.id != name:
        raise RuleBroken(
            _("The workflow in “${name}” calls itself “${id}”."),
            name=name,
            id=found.workflow.id[:60],
            field="file",
        )
    return found
