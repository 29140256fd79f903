"""The file list of a year: begun, filled, submitted, approved by the head."""

from collections.abc import Callable
from dataclasses import replace
from plone.dexterity.utils import createContent
from uuid import uuid4
from vanphong.calendars import clock
from vanphong.casefiles import places
from vanphong.casefiles import planned
from vanphong.casefiles import stages
from vanphong.casefiles.interfaces import FileListChanged
from vanphong.casefiles.interfaces import FileListMoved
from vanphong.casefiles.interfaces import FileListStarted
from vanphong.casefiles.rules import file_list as lists
from vanphong.documents import places as records
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import mark as _
from vanphong.ledger import notices
from vanphong.ledger import session
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.organisation import rules
from vanphong.routing.rules import need_reason
from zope.event import notify


KEEPERS = _("the records clerk, the archive officer or the chief of the Office")
HEAD = _("the head of the body")


def keeps_files(body) -> bool:
    """Whether this person keeps the files of a body: its clerks, archivists, Office chief."""
    wanted = {rules.token(rules.CLERKS, body.UID())}
    for office in directory.offices(body):
        wanted.add(rules.token(rules.LEADERS, office.UID()))
        wanted.add(rules.token(rules.ARCHIVISTS, office.UID()))
    return not wanted.isdisjoint(people.me().tokens)


@office_act("start_file_list", "vanphong: Use Office", KEEPERS)
def start_list(body, year: int, *, copy_from: int = 0):
    """Begin the list of a year, empty or with the lines of another year, renewed.

    :raises Conflict: when the body has a list of that year.
    """
    if not keeps_files(body):
        raise NotAllowed(_("Only ${who} may do this here."), who=KEEPERS)
    if not 2000 <= year <= clock.today().year + 1:
        raise InvalidInput(_("“${value}” is no year of a file."), value=year, field="year")
    session.lock(body.UID())
    if places.file_list(body.UID(), year) is not None:
        raise Conflict(_("There is a list of ${year} already."), year=year, field="year")
    lines, numbering = (), lists.Numbering.HEADING
    if copy_from:
        other = places.file_list(body.UID(), copy_from)
        if other is None:
            raise InvalidInput(
                _("There is no list of ${year} to begin with."), year=copy_from, field="copy_from"
            )
        lines = tuple(
            replace(one, uid=new_uid(), title=lists.renewed(one.title, copy_from, year))
            for one in other.lines
        )
        numbering = other.numbering
    file_list = createContent("FileList", title=f"Danh mục hồ sơ năm {year}")
    file_list.body_uid, file_list.year = body.UID(), year
    file_list.lines, file_list.numbering = lines, str(numbering)
    file_list = records.put(places.of_body(body.UID()), file_list, places.list_name(year))
    _touch(file_list)
    done("start_file_list", file_list, year=year, copy_from=copy_from, lines=len(lines))
    notify(FileListStarted(file_list))
    return file_list


@office_act("edit_file_list", "vanphong: Edit File List", KEEPERS)
def edit_list(
    file_list,
    change: Callable[[lists.Lines], lists.Lines],
    *,
    revision: int | None = None,
    numbering: str = "",
) -> None:
    """Change lines of a list that is not submitted yet.

    :param change: gives the new lines from the old ones, with the functions of the rules.
    :param revision: that of the list that was looked at; another one is refused.
    :raises Conflict: when the list is submitted or approved, or somebody was faster.
    """
    lists.check_editable(planned.status(file_list))
    _check_revision(file_list, revision)
    chosen = _numbering(numbering or file_list.numbering)
    lines = tuple(lists.check_line(one) for one in change(file_list.lines))
    if len(lines) > lists.MOST_LINES:
        raise InvalidInput(_("A list has at most ${most} lines."), most=lists.MOST_LINES)
    if (lines, chosen) == (file_list.lines, file_list.numbering):
        return
    before = len(file_list.lines)
    file_list.lines, file_list.numbering = lines, chosen
    _touch(file_list)
    done("edit_file_list", file_list, before=before, lines=len(lines), numbering=chosen)
    notify(FileListChanged(file_list))


@office_act("submit_file_list", "vanphong: Edit File List", KEEPERS)
def submit_list(file_list, *, revision: int | None = None) -> None:
    """Lay the list before the head of the body."""
    _check_revision(file_list, revision)
    lists.check_editable(planned.status(file_list))
    lists.check_ready(file_list.lines)
    body = directory.unit_object(file_list.body_uid)
    stages.move(file_list, "submitted")
    file_list.submitted_at, file_list.remark = clock.now(), ""
    file_list.submitted_by = people.me().user_id
    notices.withdraw(_key(file_list))
    notices.tell(
        [one.user_id for one in directory.heads(body)],
        "file_list",
        file_list.UID(),
        _("The file list of ${year} awaits your approval."),
        {"year": str(file_list.year)},
        url=file_list.absolute_url(),
        key=_key(file_list),
    )
    _moved("submit_file_list", file_list)


@office_act("take_back_file_list", "vanphong: Edit File List", KEEPERS)
def take_back_list(file_list, *, revision: int | None = None) -> None:
    """Take the list back before it is approved."""
    _check_revision(file_list, revision)
    if planned.status(file_list) is not lists.Status.SUBMITTED:
        raise Conflict(_("The list does not lie before the head."), rule=lists.ARTICLE)
    stages.move(file_list, "draft")
    notices.withdraw(_key(file_list))
    _moved("take_back_file_list", file_list)


@office_act("approve_file_list", "vanphong: Approve File List", HEAD, order=lists.ARTICLE)
def approve_list(file_list, *, revision: int | None = None) -> None:
    """Approve the list; from now on its files are opened.

    :param revision: that of the list that was looked at; another one is refused.
    """
    _check_revision(file_list, revision)
    lists.check_ready(file_list.lines)
    me = people.me()
    stages.move(file_list, "approved")
    file_list.approved_at, file_list.approved_by = clock.now(), me.user_id
    file_list.approved_title = me.positions[0].title if me.positions else me.title
    notices.withdraw(_key(file_list))
    makers = {one.maker for one in file_list.lines if one.maker}
    notices.tell(
        makers,
        "file_list",
        file_list.UID(),
        _("The file list of ${year} is approved. Open your files."),
        {"year": str(file_list.year)},
        url=file_list.absolute_url(),
    )
    totals = lists.totals(file_list.lines)
    _moved("approve_file_list", file_list, files=totals.files)


@office_act("return_file_list", "vanphong: Approve File List", HEAD, order=lists.ARTICLE)
def return_list(file_list, *, reason: str) -> None:
    """Send the list back with a remark."""
    reason = need_reason(reason)
    stages.move(file_list, "draft")
    file_list.remark = reason
    notices.withdraw(_key(file_list))
    notices.tell(
        [file_list.submitted_by],
        "file_list",
        file_list.UID(),
        _("The file list of ${year} is sent back: ${reason}"),
        {"year": str(file_list.year), "reason": reason},
        url=file_list.absolute_url(),
        key=_key(file_list),
    )
    _moved("return_file_list", file_list, reason=reason)


def new_uid() -> str:
    """The id of a new line."""
    return uuid4().hex[:12]


def _key(file_list) -> str:
    """Under which the notices of a list replace each other."""
    return f"file-list-{file_list.UID()}"


def _check_revision(file_list, revision: int | None) -> None:
    if revision is not None and revision != file_list.revision:
        raise Conflict(
            _("${who} has changed the list meanwhile. Load the page again."),
            who=file_list.changed_by,
        )


def _numbering(value: str) -> str:
    try:
        return str(lists.Numbering(value))
    except ValueError:
        raise InvalidInput(
            _("“${value}” is none of ${known}."),
            value=value,
            known=", ".join(lists.Numbering),
            field="numbering",
        ) from None


def _touch(file_list) -> None:
    file_list.revision += 1
    file_list.changed_by = people.me().title
    file_list.changed_at = clock.now()


def _moved(act: str, file_list, **detail) -> None:
    file_list.revision += 1
    done(act, file_list, year=file_list.year, **detail)
    notify(FileListMoved(file_list))
