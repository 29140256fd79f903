"""Words of Word files before 2007, read by antiword."""

from collections.abc import Iterator
from typing import Any
from vanphong.attachments.text.readers import Locked
from vanphong.attachments.text.readers import NoReader
import os
import subprocess
import tempfile


def pages(source: str, found: dict[str, Any]) -> Iterator[str]:
    """All of it as one page: where its pages end only Word knows."""
    with tempfile.TemporaryDirectory() as home:
        # antiword wants a home, and folds lines unless the width is 0
        command = ["antiword", "-w", "0", "-m", "UTF-8.txt", source]
        try:
            done = subprocess.run(  # noqa: S603
                command,
                capture_output=True,
                env={"HOME": home, "PATH": os.defpath, "LC_ALL": "C.UTF-8"},
                check=False,
            )
        except FileNotFoundError as missing:
            raise NoReader("no-antiword") from missing
    said = (done.stderr + done.stdout[:200]).decode("utf-8", "replace").lower()
    if "encrypted" in said:
        raise Locked
    if done.returncode:
        raise ValueError(said[:200])
    yield done.stdout.decode("utf-8", "replace")
