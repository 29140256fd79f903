"""Pages of office files: LibreOffice makes a PDF of them, which is drawn like any other.

The PDF is a throw-away copy beside the page images; the file itself is never altered.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from vanphong.attachments import child
import fcntl
import os
import shutil


#: Kinds that LibreOffice draws.
DRAWN = frozenset({"doc", "docx", "odt", "xls", "xlsx", "ods", "pptx", "odp"})

#: Seconds of CPU time for one file. The first start of all makes a profile, which takes long.
SECONDS = 90
MEMORY = 6 << 30

#: No macro runs, no link is followed, nothing is fetched from elsewhere.
_SECURITY = "Common/Security/Scripting"
_SETTINGS = (
    (_SECURITY, "MacroSecurityLevel", "3"),
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    (_SECURITY, "DisableActiveContent", "true"),
    ("Writer/Content/Update", "Link", "0"),
    ("Calc/Content/Update", "Link", "2"),
)

#: A port that nobody listens on, for what asks for the network all the same.
_NOWHERE = "http://127.0.0.1:9"


def soffice() -> str:
    """Path of LibreOffice, "" where it is not installed."""
    return shutil.which("soffice") or ""


def to_pdf(source: str, extension: str, target: Path) -> None:
    """Make a PDF of an office file.

    :raises child.Broken: with the reason.
    """
    program = soffice()
    if not program:
        raise child.Broken("no-soffice")
    with _alone() as profile, TemporaryDirectory(prefix="vanphong-office-") as folder:
        copy = f"{folder}/tep.{extension}"
        shutil.copyfile(source, copy)
        command = (
            program,
            f"-env:UserInstallation=file://{profile}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            copy,
        )
        environment = {"HOME": folder, "http_proxy": _NOWHERE, "https_proxy": _NOWHERE}
        child.run(command, seconds=SECONDS, memory=MEMORY, environment=environment, folder=folder)
        made = Path(folder, "tep.pdf")
        if not made.exists():  # it says so on its output only, and ends well
            raise child.Broken("damaged")
        part = target.with_suffix(".part")
        shutil.move(made, part)
        part.replace(target)


@contextmanager
def _alone() -> Iterator[Path]:
    """The profile of LibreOffice, which one process at a time may use."""
    profile = Path(os.environ["VANPHONG_VAR"]).resolve() / "previews" / "soffice"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    with (profile / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        settings = profile / "user" / "registrymodifications.xcu"
        if not settings.exists():
            settings.write_text(_registry(), encoding="utf-8")
        yield profile


def _registry() -> str:
    """The settings as LibreOffice keeps them."""
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    space = 'xmlns:oor="http://openoffice.org/2001/registry"'
    return f'<?xml version="1.0" encoding="UTF-8"?><oor:items {space}>{items}</oor:items>'
