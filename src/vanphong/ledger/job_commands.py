"""``vanphong worker`` and ``vanphong jobs``."""

from types import FrameType
from vanphong.calendars import clock
from vanphong.ledger import jobs
from vanphong.ledger import starting
from vanphong.ledger.tables import Row
from vanphong.ledger.worker import Worker
import argparse
import signal


_STATES = {
    "failed": "thất bại",
    "running": "đang chạy",
    "waiting": "đang chờ",
    "stopped": "đã dừng",
    "done": "đã xong",
}


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add both to the parser of the script."""
    text = "chạy việc nền trong tiến trình này cho đến khi nhận SIGTERM hoặc Ctrl-C"
    worker = commands.add_parser("worker", help=text, description=text)
    worker.add_argument("--once", action="store_true", help="chạy hết việc đến lượt rồi thôi")
    worker.set_defaults(run=_work, read_only=False)
    text = "liệt kê việc nền, việc thất bại trước"
    listing = commands.add_parser("jobs", help=text, description=text)
    listing.set_defaults(run=_list, read_only=True)


def _work(options: argparse.Namespace) -> int:
    worker = Worker(starting.database())

    def end(_signal: int, _frame: FrameType | None) -> None:
        worker.stop()

    for one in (signal.SIGTERM, signal.SIGINT):
        signal.signal(one, end)
    try:
        if options.once:
            print(f"Đã chạy {worker.run_due()} lượt việc nền.")
        else:
            worker.run()
    finally:
        worker.database.close()
    return 0


def _list(_options: argparse.Namespace) -> int:
    """Exit code 1 if a job has failed."""
    for row in jobs.listed():
        print(_line(row))
    counts = jobs.counts()
    print(", ".join(f"{words}: {counts[state]}" for state, words in _STATES.items()))
    return 1 if counts["failed"] else 0


def _line(row: Row) -> str:
    put_at = clock.local(row["put_at"])
    progress = f" {row['done']}/{row['total']}" if row["total"] else ""
    error = f" · {row['error'].splitlines()[0]}" if row["error"] else ""
    state = f"{_STATES[row['state']]}{progress}"
    return f"{row['uid']}  {put_at:%d/%m/%Y %H:%M}  {state:<20} {row['kind']}{error}"
