"""An office of its own for the benchmarks: a fresh sample site, driven through WSGI."""

from base64 import b64encode
from io import BytesIO
from pathlib import Path
from urllib.parse import quote
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time


ROOT = Path(__file__).resolve().parent.parent
PASSWORD = "VanPhong-2026"


class Office:
    """The WSGI application of a site made for this run."""

    def __init__(self) -> None:
        self.var = Path(tempfile.mkdtemp(prefix="vanphong-bench-"))
        os.environ.update(VANPHONG_VAR=str(self.var), CHAMELEON_CACHE=str(self.var / "cache"))
        os.environ.update(VANPHONG_HOME=str(ROOT), VANPHONG_READ_ONLY="false")
        os.environ.pop("VANPHONG_LEDGER", None)
        # reading the files of the sample would take a core for minutes
        os.environ["VANPHONG_WORKER"] = "off"
        (self.var / "cache").mkdir()
        (self.var / "blobstorage").mkdir(mode=0o700)
        subprocess.run(
            [ROOT / "bin/instance", "run", ROOT / "instance/create_site.py"],
            check=True,
            stderr=subprocess.DEVNULL,
        )
        from Zope2.Startup.run import make_wsgi_app

        self.wsgi = make_wsgi_app({}, str(ROOT / "instance/etc/zope.conf"))

    def close(self) -> None:
        """Take the site away."""
        shutil.rmtree(self.var, ignore_errors=True)

    def ask(self, method, path, *, user, body=None, accept="text/html"):
        """One request; returns (status, body bytes). Fails on 4xx and 5xx. No user: a visitor."""
        login = f"{user}:{'admin' if user == 'admin' else PASSWORD}"
        payload = b"" if body is None else json.dumps(body).encode()
        environ = {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "",
            "PATH_INFO": quote(path.partition("?")[0], safe="/@+"),
            "QUERY_STRING": path.partition("?")[2],
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "8080",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_ACCEPT": accept,
            "HTTP_AUTHORIZATION": "Basic " + b64encode(login.encode()).decode(),
            "CONTENT_TYPE": "application/json",
            "CONTENT_LENGTH": str(len(payload)),
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.input": BytesIO(payload),
            "wsgi.errors": sys.stderr,
            "wsgi.url_scheme": "http",
            "wsgi.version": (1, 0),
            "wsgi.multithread": False,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
        if not user:
            del environ["HTTP_AUTHORIZATION"]
        answer = {}

        def start(status, headers, exc_info=None):
            answer["status"] = int(status.split()[0])

        chunks = self.wsgi(environ, start)
        text = b"".join(chunks)
        if hasattr(chunks, "close"):
            chunks.close()
        if answer["status"] >= 400:
            raise SystemExit(f"{method} {path}: {answer['status']} {text[:400]!r}")
        return answer["status"], text

    def rest(self, method, path, *, user, body=None):
        """One REST request; returns the decoded answer."""
        _status, text = self.ask(method, path, user=user, body=body, accept="application/json")
        return json.loads(text) if text else None


def measure(call, times: int, warm: int = 3) -> dict:
    """Median wall and CPU of a call, in ms; ``call`` gets the number of its turn."""
    walls, cpus = [], []
    for turn in range(times + warm):
        wall, cpu = time.perf_counter(), time.process_time()
        call(turn)
        walls.append(time.perf_counter() - wall)
        cpus.append(time.process_time() - cpu)
    walls, cpus = sorted(walls[warm:]), sorted(cpus[warm:])
    middle = times // 2
    return {"wall": walls[middle] * 1000, "cpu": cpus[middle] * 1000}


def taking_turns(calls: dict, times: int, rounds: int = 4) -> dict:
    """Measure several calls by turns, so that a busy moment hits all of them alike."""
    results: dict[str, list] = {name: [] for name in calls}
    for part in range(rounds):
        for name, call in calls.items():
            found = measure(lambda turn, c=call, p=part: c(p * 1000 + turn), times // rounds)
            results[name].append(found)
    return {
        name: {
            kind: sorted(one[kind] for one in found)[len(found) // 2] for kind in ("wall", "cpu")
        }
        for name, found in results.items()
    }


def page_time(office: Office, path: str, user: str, times: int = 12) -> dict:
    """Median wall and CPU of a page, in ms, after its templates were compiled."""
    office.ask("GET", path, user=user)
    return measure(lambda _turn: office.ask("GET", path, user=user), times)
