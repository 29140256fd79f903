"""A PostgreSQL of its own for one command: ``python -m tests.postgresql COMMAND …``.

Makes a cluster in a new folder, reached by a socket there and by nothing else, runs the
command with its address in VANPHONG_TEST_LEDGER, and removes it. Exits as the command does.
PostgreSQL refuses to run as root: root lends it the account ``nobody``.
"""

from contextlib import contextmanager
from pathlib import Path
import os
import shutil
import subprocess
import sys
import tempfile


#: Where Debian puts the programs of each version; they are not on the PATH.
DEBIAN = Path("/usr/lib/postgresql")
#: The data is thrown away: nothing has to survive a loss of power.
OPTIONS = "-F -c listen_addresses= -c full_page_writes=off -c synchronous_commit=off"


class Missing(Exception):
    """PostgreSQL is not installed."""


def program(name: str) -> str:
    """The path of one of PostgreSQL's programs. Raises Missing."""
    newest = sorted(DEBIAN.glob(f"*/bin/{name}"), key=lambda path: float(path.parts[4]))
    found = shutil.which(name) or (str(newest[-1]) if newest else None)
    if found is None:
        raise Missing(f"{name} was not found. On Debian or Ubuntu: apt-get install postgresql")
    return found


@contextmanager
def server():
    """Yield the URL of an empty database."""
    # not under a TMPDIR that the borrowed account may be kept out of
    folder = Path(tempfile.mkdtemp(prefix="vanphong-postgresql-", dir="/tmp"))
    data, account = folder / "data", None
    if os.geteuid() == 0:
        account = "nobody"
        shutil.chown(folder, account)

    def run(name, *words):
        subprocess.run(
            [program(name), *words], user=account, cwd=folder, check=True, stdout=subprocess.DEVNULL
        )

    try:
        initdb = (
            "-D",
            data,
            "-U",
            "vanphong",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
        )
        run("initdb", "--no-sync", *initdb)
        run(
            "pg_ctl",
            "-D",
            data,
            "-w",
            "-l",
            folder / "log",
            "-o",
            f"{OPTIONS} -k {folder}",
            "start",
        )
        try:
            run("createdb", "-h", folder, "-U", "vanphong", "vanphong")
            yield f"postgresql+psycopg://vanphong@/vanphong?host={folder}"
        finally:
            run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def main(command: list[str]) -> int:
    try:
        with server() as url:
            return subprocess.run(
                command, env={**os.environ, "VANPHONG_TEST_LEDGER": url}
            ).returncode
    except Missing as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
