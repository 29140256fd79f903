"""Scanners for tests: one that only knows the protocol, and Debian's clamd with one signature."""

from contextlib import contextmanager
from pathlib import Path
from tests.rules.attachments.making import EICAR
from threading import Thread
import os
import shutil
import socketserver
import struct
import subprocess
import tempfile
import time


#: A name in the local database of the real clamd is reported with this behind it.
VIRUS = "Test.EICAR.UNOFFICIAL"

CONFIGURATION = """
LocalSocket {folder}/clamd.ctl
DatabaseDirectory {folder}/db
TemporaryDirectory {folder}
LogFile {folder}/clamd.log
Foreground yes
MaxThreads 2
StreamMaxLength 110M
MaxScanSize 400M
MaxFileSize 110M
"""


class _Handler(socketserver.BaseRequestHandler):
    def handle(self):
        word = self.server.answer
        asked = self.request.recv(10)
        if asked.startswith(b"zVERSION"):
            return self.request.sendall(b"ClamAV 0.0-test/1/x\0")
        content = b""
        while size := struct.unpack("!L", self._exactly(4))[0]:
            content += self._exactly(size)
        if word == "eicar":
            word = f"stream: {VIRUS} FOUND" if EICAR in content else "stream: OK"
        if word:
            self.request.sendall(word.encode() + b"\0")

    def _exactly(self, size):
        found = b""
        while len(found) < size:
            found += self.request.recv(size - len(found))
        return found


class _Server(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True
    answer = "eicar"


@contextmanager
def protocol():
    """A server that finds EICAR where it stands as it is; ``answer`` makes it say otherwise."""
    folder = tempfile.mkdtemp(prefix="vanphong-clamd-")
    server = _Server(f"{folder}/clamd.ctl", _Handler)
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def daemon():
    """Debian's clamd with a database that holds EICAR; gives its socket."""
    folder = tempfile.mkdtemp(prefix="vanphong-clamd-")
    Path(folder, "db").mkdir()
    Path(folder, "db", "test.ndb").write_text(f"Test.EICAR:0:*:{EICAR.hex()}\n")
    configuration = Path(folder, "clamd.conf")
    configuration.write_text(CONFIGURATION.format(folder=folder))
    command = [shutil.which("clamd") or "/usr/sbin/clamd", "-c", str(configuration)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT)
    address = f"{folder}/clamd.ctl"
    try:
        for _wait in range(200):
            if os.path.exists(address) or process.poll() is not None:
                break
            time.sleep(0.05)
        assert os.path.exists(address), Path(folder, "clamd.log").read_text()
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)
        shutil.rmtree(folder, ignore_errors=True)
