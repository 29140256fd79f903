"""Wrong files against the way in and the readers: ``python bench/fuzz_files.py [COUNT]``.

Each file goes through the checks of every upload, under a scanner that knows EICAR and notes
what it was shown; what passes is read and drawn as the worker does. Nothing may get through
that the scanner has not seen, no virus may get through, and no file may end this process.
"""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from io import BytesIO
from pathlib import Path
import os
import sys
import tempfile
import time


ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]
os.environ["VANPHONG_VAR"] = tempfile.mkdtemp(prefix="vanphong-fuzz-")

from tests import clamd  # noqa: E402
from tests import mutations  # noqa: E402
from tests.rules.attachments.making import EICAR  # noqa: E402
from vanphong.attachments import child  # noqa: E402
from vanphong.attachments import intake  # noqa: E402
from vanphong.attachments import reading  # noqa: E402
from vanphong.attachments import rules  # noqa: E402
from vanphong.attachments import scanner  # noqa: E402
from vanphong.errors import OfficeError  # noqa: E402


SEEN = set()
DRAWN = {"pdf", "png", "jpg", "tif"}


def watched(scan):
    """The scanner, with a note of what it was shown."""

    def scan_and_note(stream):
        stream.seek(0)
        SEEN.add(sha256(stream.read()).hexdigest())
        return scan(stream)

    return scan_and_note


def attempt(number, known):
    """What becomes of one file."""
    name, content = mutations.mutated(number, known)
    try:
        with intake.checked(name, BytesIO(content)) as (passed, _stream):
            assert passed.sha256 in SEEN, f"{number}: stored without a scan"
            assert passed.progress.of(rules.CHECK).state == rules.State.DONE
            assert EICAR not in content, f"{number}: a virus was let in"
    except OfficeError:
        return "refused"
    with tempfile.NamedTemporaryFile(suffix=name) as file:
        file.write(content)
        file.flush()
        return f"{read(file.name, passed.kind.extension)}, {drawn(file.name, passed.kind)}"


def read(path, extension):
    """How reading ended."""
    try:
        reading.read(path, extension)
    except child.Broken as problem:
        return f"read: {problem.why}"
    return "read"


def drawn(path, kind):
    """How drawing the first page ended."""
    if kind.extension not in DRAWN:
        return "not drawn"
    with tempfile.TemporaryDirectory() as folder:
        try:
            arguments = (path, kind.extension, "1", "900", f"{folder}/1.jpg")
            child.run_module("render", *arguments, seconds=20)
        except child.Broken as problem:
            return f"drawn: {problem.why}"
    return "drawn"


def main(count):
    """Try ``count`` files and tell what became of them."""
    # a virus is told to the ledger, which needs a site; the refusal itself is what counts here
    intake._infected = lambda name, digest, virus: OfficeError("virus")
    scanner.scan = watched(scanner.scan)
    known = mutations.seeds()
    begun = time.perf_counter()
    with clamd.protocol() as server:
        os.environ["VANPHONG_CLAMD"] = server.server_address
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            found = Counter(pool.map(lambda number: attempt(number, known), range(count)))
    for what, n in found.most_common():
        print(f"{n:6}  {what}")
    print(f"{count} files in {time.perf_counter() - begun:.0f} s; nothing passed unscanned")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
