"""``vanphong import``: old documents out of a folder of the operator's, without a browser.

What needs Zope is imported when the command runs, for the parser is made before it starts.
"""

from pathlib import Path
from typing import Any
import argparse
import sys
import transaction


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", site: Any) -> None:
    """Add the command to the parser of the script."""
    text = "nhập văn bản cũ từ một thư mục có danh sách .xlsx và các tệp quét"
    command = commands.add_parser("import", parents=[site], help=text, description=text)
    command.add_argument("folder", type=Path, metavar="THƯ_MỤC", help="thư mục trên máy chủ này")
    command.add_argument("--body", default="ubnd", help="tên (id) của cơ quan, mặc định: ubnd")
    command.add_argument("--list", default="", help="tên danh sách, khi thư mục có nhiều tệp .xlsx")
    command.add_argument("--report", type=Path, help="ghi kết quả kiểm tra ra tệp .xlsx này")
    command.add_argument("--yes", action="store_true", help="nhập các dòng không có lỗi")
    command.set_defaults(run=_import, read_only=False)


def _import(options: argparse.Namespace) -> int:
    """Exit code 1 if a row stays out, 2 if there is nothing to begin with."""
    from vanphong.errors import OfficeError
    from vanphong.ledger.command import enter_site
    from vanphong.ledger.system import as_system
    from vanphong.ui import errors
    from zope.globalrequest import getRequest
    from zope.globalrequest import setRequest

    folder = options.folder.resolve()
    if not folder.is_dir():
        print(f"Không có thư mục {options.folder}.", file=sys.stderr)
        return 2
    site = enter_site(options.site)
    setRequest(site.REQUEST)
    with as_system():
        try:
            batch = _batch(_body(site, options.body), folder, options.list)
            transaction.commit()
            _work(site)
            return _finish(site, batch.uid, options)
        except OfficeError as refusal:
            print(errors.message(refusal, getRequest()), file=sys.stderr)
            return 2


def _body(site: Any, name: str) -> Any:
    from vanphong.imports.browser.door import bodies

    found = [one for one in bodies(site) if name in (one.getId(), one.UID(), one.title)]
    if len(found) != 1:
        known = ", ".join(one.getId() for one in bodies(site))
        sys.exit(f"Không có cơ quan nào tên là {name}; có: {known}.")
    return found[0]


def _batch(body: Any, folder: Path, name: str) -> Any:
    """The import of this folder that was broken off, else a new one."""
    from vanphong.imports import actions
    from vanphong.imports import batches
    from vanphong.imports import sources

    for old in batches.of(body.UID()):
        if old.place != str(folder):
            continue
        if old.state == "entering":
            print("Tiếp tục đợt nhập còn dở.")
            return _again(body, old)
        if old.state == "checked":
            actions.discard_import(body, old.uid)
    name = name or sources.only_workbook(folder)
    with sources.open_file(folder, name) as stream:
        return actions.prepare_import(body, name, stream, place=folder)


def _again(body: Any, batch: Any) -> Any:
    """Let a job go on that was stopped or has failed."""
    from vanphong.imports import actions
    from vanphong.ledger import jobs

    row = jobs.status(batch.job_uid)
    if row is not None and row["state"] in ("stopped", "failed"):
        actions.resume_import(body, batch.uid)
    return batch


def _work(site: Any) -> None:
    """Do the jobs of imports that are due, batch by batch, each in its own transaction."""
    from vanphong.imports import checking
    from vanphong.imports import entering
    from vanphong.ledger.worker import Worker
    from zope.component.hooks import setSite
    from zope.globalrequest import setRequest

    Worker(site._p_jar.db(), (checking.KIND, entering.KIND)).run_due()
    # the worker has left the site
    setSite(site)
    setRequest(site.REQUEST)
    transaction.begin()


def _finish(site: Any, uid: str, options: argparse.Namespace) -> int:
    from vanphong.imports import actions
    from vanphong.imports import batches
    from vanphong.imports import report

    batch = batches.find(uid)
    if batch.state == "checked" and options.yes and batch.count(batches.GOOD):
        actions.start_import(_body(site, options.body), uid)
        transaction.commit()
        _work(site)
        batch = batches.find(uid)
    _print(batch)
    if options.report:
        options.report.write_bytes(report.xlsx(batch))
    if batch.state == "checked" and batch.count(batches.GOOD):
        print("Chưa nhập gì. Chạy lại với --yes để nhập các dòng không có lỗi.")
    return 1 if batch.count(batches.BAD, batches.FAILED) else 0


def _print(batch: Any) -> None:
    from vanphong.imports import batches
    from vanphong.imports import report
    from vanphong.imports import rules

    for row in batch.rows.values():
        if row.state in (batches.BAD, batches.FAILED):
            for one in report.findings(row):
                if one["level"] == rules.ERROR:
                    print(f"{rules.SHEETS[row.direction]} dòng {row.number}: {one['text']}")
    words = (
        (batches.GOOD, "nhập được"),
        (batches.ENTERED, "đã nhập"),
        (batches.THERE, "đã có từ trước"),
        (batches.BAD, "có lỗi"),
        (batches.FAILED, "bị từ chối"),
    )
    said = ", ".join(f"{text}: {batch.count(state)}" for state, text in words if batch.count(state))
    print(f"{batch.size} dòng; {said}.")
