"""A client of clamd, the ClamAV daemon, over its unix socket.

The protocol INSTREAM: ``zINSTREAM\\0``, then each chunk behind its length as four bytes,
then a length of zero; one reply, which ends in ``\\0``. The scanner never gets a file name,
and needs no right on our files.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextlib import suppress
from typing import BinaryIO
import os
import socket
import struct


#: Where Debian's clamd listens.
DEFAULT = "/run/clamav/clamd.ctl"

CHUNK = 1 << 16

#: Seconds that a scan, and a question, may take.
PATIENCE = 120
SHORT = 3

#: Longer answers are no answers.
LONGEST = 4096


class NotScanned(Exception):
    """The scanner did not answer, or could not look through all of the file."""


def address() -> str:
    """Path of the socket: VANPHONG_CLAMD, else Debian's; "" where it is set to nothing."""
    return os.environ.get("VANPHONG_CLAMD", DEFAULT)


def scan(stream: BinaryIO) -> str:
    """Look through a stream from its beginning: the name of the virus, "" when it is clean.

    :raises NotScanned: in every other case, such as a daemon that is down.
    """
    stream.seek(0)
    try:
        with _connected(PATIENCE) as link:
            # clamd closes its side when its limit is passed; its reply is waiting then
            with suppress(BrokenPipeError, ConnectionResetError):
                link.sendall(b"zINSTREAM\0")
                while chunk := stream.read(CHUNK):
                    link.sendall(struct.pack("!L", len(chunk)) + chunk)
                link.sendall(struct.pack("!L", 0))
            reply = _reply(link)
    except OSError as problem:
        raise NotScanned(str(problem)) from problem
    if reply == "stream: OK":
        return ""
    if reply.startswith("stream: ") and reply.endswith(" FOUND"):
        return reply.removeprefix("stream: ").removesuffix(" FOUND")
    raise NotScanned(reply or "no answer")


def version() -> str:
    """What answers and how old its signatures are, ``ClamAV 1.4.3/27500/…``; "" for nobody."""
    try:
        with _connected(SHORT) as link:
            link.sendall(b"zVERSION\0")
            return _reply(link)
    except OSError:
        return ""


@contextmanager
def _connected(patience: float) -> Iterator[socket.socket]:
    where = address()
    if not where:
        raise FileNotFoundError("VANPHONG_CLAMD is empty")
    with socket.socket(socket.AF_UNIX) as link:
        link.settimeout(patience)
        link.connect(where)
        yield link


def _reply(link: socket.socket) -> str:
    found = b""
    while not found.endswith(b"\0") and len(found) < LONGEST:
        part = link.recv(LONGEST)
        if not part:
            break
        found += part
    return found.rstrip(b"\0\n").decode("utf-8", "replace")
