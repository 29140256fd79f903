"""The console script ``vanphong``: rebuild, check and repair the ledger, do its jobs.

Printed texts are Vietnamese, for this is where an administrator reads them, without a
request and so without a language to negotiate.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from typing import Any
from vanphong.ledger import audit
from vanphong.ledger import job_commands
from vanphong.ledger import starting
from vanphong.ledger.drift import Drift
from vanphong.ledger.interfaces import IReadModel
from vanphong.ledger.rebuild import check
from vanphong.ledger.rebuild import rebuild
from vanphong.ledger.rebuild import repair
from zc.lockfile import LockError
from zExceptions import NotFound
from zope.component import getSiteManager
from zope.component.hooks import setSite
from zope.dottedname.resolve import resolve
from zope.interface import implementedBy
from zope.interface.declarations import Declaration
import argparse
import logging
import os
import sys
import transaction


logger = logging.getLogger(__name__)

#: Objects read before the ZODB cache is asked to shrink again.
_CACHE_EVERY = 500

#: Modules of features that add commands of their own, by name, for they stand above.
COMMANDS = ("vanphong.imports.command",)

_WORDS = {
    "missing": "thiếu",
    "extra": "thừa, nội dung không có",
    "given twice": "hai đối tượng cùng khai",
}

_TABLE_NAMES = {
    "work": "bước xử lý",
    "document_index": "mục lục văn bản",
    "document_text": "văn bản để tìm kiếm",
    "file": "tệp của văn bản",
    "text_band": "khóa so nội dung giống nhau",
    "register_entry": "số trong sổ",
    "delivery": "nơi nhận văn bản đi",
    "document_link": "liên kết giữa các văn bản",
    "case_file": "hồ sơ công việc",
    "case_entry": "văn bản trong hồ sơ",
    "publication": "văn bản công bố",
    "task": "nhiệm vụ",
    "invitation": "giấy mời và trả lời",
    "schedule_item": "việc trong lịch công tác",
}


def office_objects(site: Any) -> Iterator[Any]:
    """Every object of a site that has read models, whoever asks.

    Types are found by their read models, so that a new feature need not be named here.
    Raises LookupError if there are none: an empty office would empty the ledger.
    """
    types = mirrored_types(site)
    if not types:
        raise LookupError("No content type has read models: is vanphong installed?")
    brains = site.portal_catalog.unrestrictedSearchResults(portal_type=types)
    for count, brain in enumerate(brains, 1):
        try:
            yield brain._unrestrictedGetObject()
        except (AttributeError, KeyError, NotFound):
            logger.warning("The catalog knows %s, but it is not there", brain.getPath())
        if count % _CACHE_EVERY == 0:
            site._p_jar.cacheGC()


def mirrored_types(site: Any) -> list[str]:
    """Names of the content types whose instances have read models."""
    return [fti.getId() for fti in site.portal_types.objectValues() if _is_mirrored(fti)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit code is 1 if something was found wrong."""
    options = _parser().parse_args(arguments)
    if options.read_only:
        os.environ["VANPHONG_READ_ONLY"] = "true"
    try:
        return options.run(options)
    except LockError:
        print("Máy chủ đang chạy. Hãy dừng máy chủ rồi chạy lại lệnh này.", file=sys.stderr)
        return 2
    finally:
        transaction.abort()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="vanphong", description="Kiểm tra và dựng lại sổ cái.")
    commands = parser.add_subparsers(required=True, metavar="lệnh")
    site = argparse.ArgumentParser(add_help=False)
    site.add_argument("--site", default="vanphong", help="tên của cổng (mặc định: vanphong)")
    for name, run, read_only, text in (
        ("rebuild", _rebuild, False, "dựng lại sổ cái từ nội dung"),
        ("check", _check, True, "so sổ cái với nội dung, không ghi gì"),
        ("repair", _repair, False, "sửa chỗ sổ cái khác nội dung, hủy số mất văn bản"),
    ):
        command = commands.add_parser(name, parents=[site], help=text, description=text)
        command.set_defaults(run=run, read_only=read_only)
    trail = commands.add_parser("audit", help="nhật ký").add_subparsers(
        required=True, metavar="lệnh"
    )
    verify = trail.add_parser("verify", help="kiểm tra chuỗi băm của nhật ký")
    verify.set_defaults(run=_verify, read_only=True)
    job_commands.add_to(commands)
    for module in COMMANDS:
        resolve(module).add_to(commands, site)
    return parser


def _rebuild(options: argparse.Namespace) -> int:
    for table, number in rebuild(_fresh(enter_site(options.site))).items():
        print(f"Đã dựng lại {number} dòng: {_TABLE_NAMES[table]}.")
    return 0


def _check(options: argparse.Namespace) -> int:
    found = check(office_objects(enter_site(options.site)))
    _print(found)
    if found:
        print(f"Sổ cái khác nội dung ở {len(found)} chỗ. Hãy chạy: vanphong repair")
        return 1
    print("Sổ cái khớp với nội dung.")
    return 0


def _repair(options: argparse.Namespace) -> int:
    found = repair(_fresh(enter_site(options.site)))
    _print(found)
    print(f"Đã sửa {len(found)} chỗ." if found else "Sổ cái khớp với nội dung.")
    return 0


def _verify(_options: argparse.Namespace) -> int:
    broken = audit.verify()
    for number in broken:
        print(f"Nhật ký bị đứt chuỗi ở dòng {number}.")
    if not broken:
        print("Nhật ký nguyên vẹn.")
    return 1 if broken else 0


def _print(found: Iterable[Drift]) -> None:
    for drift in found:
        what = _WORDS.get(drift.what, drift.what)
        print(f"{_TABLE_NAMES[drift.table]} {drift.key}: {what}")


def _fresh(site: Any) -> Iterator[Any]:
    """All objects, as new as the tables that are locked by now."""
    transaction.begin()
    yield from office_objects(site)


def enter_site(name: str) -> Any:
    """Start Zope on its configuration, as the system, and enter a site."""
    from AccessControl.SecurityManagement import newSecurityManager
    from AccessControl.SpecialUsers import system
    from Testing.makerequest import makerequest

    app = makerequest(starting.database().open().root()["Application"])
    newSecurityManager(None, system)
    if name not in app.objectIds():
        sys.exit(f"Không có cổng nào tên là {name}.")
    setSite(app[name])
    return app[name]


def _is_mirrored(fti: Any) -> bool:
    klass = getattr(fti, "klass", "")
    if not klass:
        return False
    specification = Declaration(implementedBy(resolve(klass)), fti.lookupSchema())
    adapters = getSiteManager().adapters
    return bool(adapters.lookupAll((specification,), IReadModel))


if __name__ == "__main__":
    sys.exit(main())
