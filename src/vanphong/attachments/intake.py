"""What a file must pass before it is stored: kind, size, content, and the virus scanner."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from tempfile import NamedTemporaryFile
from typing import BinaryIO
from vanphong.attachments import reading
from vanphong.attachments import rules
from vanphong.attachments import scanner
from vanphong.attachments import settings
from vanphong.attachments.interfaces import IFileGuard
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.ledger import audit
from vanphong.organisation import people
from zope.component import getUtilitiesFor


CHUNK = 1 << 16

#: What the system must check in a file that comes to it.
CHECKED = "Nghị định 30/2020/NĐ-CP, Phụ lục VI, Phần I, mục II"


@dataclass(frozen=True)
class Passed:
    """A file that may be stored; ``progress`` tells whether it goes into quarantine."""

    name: str
    kind: rules.FileKind
    size: int
    sha256: str
    warnings: tuple[str, ...]
    progress: rules.Progress


@contextmanager
def checked(name: str, stream: BinaryIO) -> Iterator[tuple[Passed, BinaryIO]]:
    """Check a file; gives what was found, and its content for as long as the block lasts.

    :param stream: seekable; read from its beginning.
    :raises InvalidInput: empty, too big, of a kind not allowed, damaged, or two kinds at once.
    :raises RuleBroken: for a virus, of which the audit trail says so, or by an IFileGuard.
    """
    policy = settings.policy()
    name = rules.safe_filename(name)
    size = stream.seek(0, 2) or stream.tell()
    stream.seek(0)
    kind = rules.check_file(name, size, stream.read(rules.HEAD_SIZE), policy.kinds, policy.max_size)
    with NamedTemporaryFile(prefix="vanphong-in-") as copy:
        digest = _copy(stream, copy)
        warnings = _look_into(name, copy, size, kind, policy)
        progress = _scan(name, copy, digest, policy)
        for _name, guard in getUtilitiesFor(IFileGuard):
            guard(copy.name, kind.extension)
        copy.seek(0)
        yield Passed(name, kind, size, digest, warnings, progress), copy.file


def verdict(stream: BinaryIO, policy: rules.Policy) -> tuple[rules.Stage, str]:
    """What the scanner says of a file: the stage ``check``, and the name of a virus or ""."""
    if policy.antivirus == rules.Antivirus.OFF:
        return rules.Stage(rules.CHECK, rules.State.SKIPPED, "scanning-off"), ""
    try:
        virus = scanner.scan(stream)
    except scanner.NotScanned:
        required = policy.antivirus == rules.Antivirus.REQUIRED
        why = "not-scanned" if scanner.version() else "no-scanner"
        state = rules.State.FAILED if required else rules.State.SKIPPED
        return rules.Stage(rules.CHECK, state, why), ""
    if virus:
        return rules.Stage(rules.CHECK, rules.State.FAILED, "infected"), virus
    return rules.Stage(rules.CHECK, rules.State.DONE), ""


def _copy(stream: BinaryIO, copy: BinaryIO) -> str:
    """Take the content over, so that nobody can change it between two looks."""
    stream.seek(0)
    digest = sha256()
    while chunk := stream.read(CHUNK):
        digest.update(chunk)
        copy.write(chunk)
    copy.flush()
    return digest.hexdigest()


def _look_into(name, copy, size: int, kind: rules.FileKind, policy) -> tuple[str, ...]:
    if kind.extension in rules.CONTAINERS:
        return rules.check_container(name, copy, kind, policy.limits)
    seen = rules.check_content(name, copy, size, kind)
    if "encrypted" in seen and not reading.opens_without_password(copy.name):
        raise rules.refusal(rules.PASSWORD, name)
    return seen


def _scan(name: str, copy: BinaryIO, digest: str, policy: rules.Policy) -> rules.Progress:
    stage, virus = verdict(copy, policy)
    if virus:
        raise _infected(name, digest, virus)
    if stage.state == rules.State.FAILED:
        return rules.held(stage.why)
    return rules.Progress().to(stage.name, stage.state, stage.why)


def _infected(name: str, digest: str, virus: str) -> RuleBroken:
    refusal = RuleBroken(
        _("The file “${name}” holds the virus ${virus}; nothing was stored. Tell the sender."),
        field="file",
        rule=CHECKED,
        name=name,
        virus=virus,
    )
    detail = {"refusal": str(refusal), "kind": "virus", "virus": virus, "sha256": digest}
    audit.refused("accept_file", actor=people.me(), detail=detail)
    refusal.recorded = True  # type: ignore[attr-defined]
    return refusal
