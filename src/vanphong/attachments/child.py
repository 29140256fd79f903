"""Programs that open files of strangers: little memory, little time, no database.

Each runs in a process of its own, so that a file made to bring a parser down costs that
process and nothing else.
"""

from collections.abc import Mapping
from collections.abc import Sequence
from contextlib import suppress
import os
import resource
import signal
import subprocess
import sys


#: Bytes of address space, and of one file that is written.
MEMORY = 2 << 30
LARGEST = 256 << 20

#: How far behind the server a program stands, and one that somebody waits for.
BEHIND, PROMPT = 5, 0


class Broken(Exception):
    """The program did not do it; ``why`` is a code of ``rules.WHY``."""

    def __init__(self, why: str, said: str = "") -> None:
        super().__init__(f"{why}: {said}" if said else why)
        self.why = why


#: Exit codes of our own programs, and what they mean.
REASONS = {3: "password", 4: "damaged", 5: "no-antiword", 6: "no-reader"}
EXITS = {why: code for code, why in REASONS.items()}


def run_module(
    module: str, *arguments: str, seconds: int, memory: int = MEMORY, nice: int = BEHIND
) -> str:
    """Run a module of ours as a program; what it printed.

    :param nice: BEHIND, or PROMPT when somebody waits for it.
    :raises Broken: it took too long, too much, or said why it cannot.
    """
    environment = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    # -S: the path is given, and looking for it again is a tenth of what such a program costs
    command = (sys.executable, "-S", "-m", f"vanphong.attachments.{module}", *arguments)
    return run(command, seconds=seconds, memory=memory, environment=environment, nice=nice)


def run(
    command: Sequence[str],
    *,
    seconds: int,
    memory: int = MEMORY,
    environment: Mapping[str, str] | None = None,
    folder: str | None = None,
    largest: int = LARGEST,
    nice: int = BEHIND,
) -> str:
    """Run a program with its children in a group of its own, and end them all with it.

    :param seconds: of CPU time; the clock may show twice as many.
    :param largest: bytes of one file that it may write.
    :param nice: BEHIND, or PROMPT when somebody waits for it.
    :raises Broken: see :data:`REASONS`; "crash" for what died, "timeout" for what was ended.
    """
    values = {"PATH": os.defpath, "LC_ALL": "C.UTF-8", **(environment or {})}
    process = subprocess.Popen(  # noqa: S603
        command,
        env=values,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
        errors="replace",
    )
    try:
        _limit(process.pid, seconds, memory, largest, nice)
        said, complained = process.communicate(timeout=2 * seconds)
    except subprocess.TimeoutExpired as late:
        raise Broken("timeout") from late
    finally:
        _end_group(process)
    if process.returncode in (-signal.SIGXCPU, 128 + signal.SIGXCPU):
        raise Broken("timeout")
    if process.returncode:
        raise Broken(REASONS.get(process.returncode, "crash"), complained[-500:])
    return said


def _limit(pid: int, seconds: int, memory: int, largest: int, nice: int) -> None:
    """From outside: Python code between fork and exec can hang a process with threads."""
    limits = {
        resource.RLIMIT_CPU: (seconds, seconds + 1),
        resource.RLIMIT_AS: (memory, memory),
        resource.RLIMIT_FSIZE: (largest, largest),
        resource.RLIMIT_CORE: (0, 0),
    }
    with suppress(ProcessLookupError):
        for which, limit in limits.items():
            resource.prlimit(pid, which, limit)
        own = os.getpriority(os.PRIO_PROCESS, 0)  # nobody may put a process before his own
        os.setpriority(os.PRIO_PROCESS, pid, min(own + nice, 19))


def _end_group(process: subprocess.Popen) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
