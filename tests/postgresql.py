"""A PostgreSQL of its own for one command: ``python -m tests.postgresql COMMAND …``.

Makes a cluster in a new folder, reached by a socket there and by nothing else, runs the
command with its address in VANPHONG_TEST_LEDGER, and removes it. Exits as the command does.
PostgreSQL refuses to run as root: root lends it the account ``nobody``.
"""

from contextlib import contextmanager
from pathlib import Path
import os
import shutil
import signal
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


def empty(url: str) -> None:
    """Leave no row in the database at ``url``.

    Its tables stay where they are the newest and no test has taken the lock off the trail.
    """
    from sqlalchemy import create_engine
    from sqlalchemy import text
    from vanphong.ledger import migrate

    engine = create_engine(url)
    with engine.begin() as connection:
        locked = connection.execute(text(_LOCK)).first() is not None
        if locked and migrate.revision(connection) == migrate.HEAD:
            names = connection.execute(text(_TABLES)).scalars().all()
            # the trail lets nobody empty it
            connection.execute(text("ALTER TABLE audit DISABLE TRIGGER USER"))
            connection.execute(text(f"TRUNCATE {', '.join(names)} RESTART IDENTITY CASCADE"))
            connection.execute(text("ALTER TABLE audit ENABLE TRIGGER USER"))
        else:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()


_LOCK = "SELECT 1 FROM pg_trigger WHERE tgname = 'audit_no_change'"

_TABLES = (
    "SELECT quote_ident(tablename) FROM pg_tables "
    "WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
)


def main(command: list[str]) -> int:
    # ended from outside, it still takes the cluster away
    signal.signal(signal.SIGTERM, lambda *_signal: sys.exit(143))
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
