"""Results of a search as a file: made in the background, kept for a day, for one person.

Decree 30/2020/NĐ-CP, Annex VI, Part I.III.6.h: results go out as .doc, .docx or .pdf; a table
is more useful, so there is .xlsx, too. All cells are texts: nothing in them is ever a formula.
"""

from BTrees.OOBTree import OOBTree
from datetime import timedelta
from persistent import Persistent
from plone import api
from plone.namedfile.file import NamedBlobFile
from vanphong import _
from vanphong.calendars import clock
from vanphong.documents import export_files
from vanphong.documents import results
from vanphong.documents import search
from vanphong.documents.searches import COLUMNS
from vanphong.documents.searches import EXPORTS
from vanphong.errors import OfficeError
from vanphong.ledger import jobs
from vanphong.ledger.search import first
from vanphong.organisation import people
from vanphong.ui import errors
from vanphong.ui.given import Given
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest
from zope.i18n import translate


JOB = "export-search"

#: Rows of one file, and how long it can be fetched.
MOST = 5000
KEPT = timedelta(days=1)


class Export(Persistent):
    """A file that was made for somebody."""

    def __init__(self, owner: str, blob: NamedBlobFile) -> None:
        self.owner = owner
        self.blob = blob
        self.made_at = clock.now()

    @property
    def is_over(self) -> bool:
        """Whether it can no longer be fetched."""
        return clock.now() > self.made_at + KEPT


def find(uid: str, user_id: str) -> Export | None:
    """The file that a job has made for this person; None for anybody else's, or an old one."""
    found = IAnnotations(api.portal.get()).get(EXPORTS, {}).get(uid)
    return found if found is not None and found.owner == user_id and not found.is_over else None


@jobs.handler(JOB, title=_("Exporting the results of a search"))
def make(job: jobs.Job) -> jobs.Done:
    """Make the file, as the person may see the documents now."""
    me = people.person(job.args["user"])
    given = Given(job.args["query"])
    try:
        criteria, order = search.criteria(given, me), search.order(given)
    except OfficeError as problem:
        raise jobs.Failed(errors.message(problem, getRequest())) from problem
    rows = first(criteria, search.reader_of(me), MOST, order=order)
    columns = [name for name in COLUMNS if name in job.args["columns"]]
    columns.insert(columns.index("number") + 1 if "number" in columns else 0, "subject")
    titles = [_said(results.TITLES[name]) for name in columns]
    cells = [[_said(one[name]) for name in columns] for one in results.texts(rows)]
    kind = export_files.KINDS[job.args["kind"]]
    caption = _said(
        _("Results of a search, ${date}", mapping={"date": f"{clock.now():%H:%M %d/%m/%Y}"})
    )
    data = kind.make(caption, titles, cells)
    name = f"tim-kiem-{clock.now():%Y%m%d-%H%M}.{kind.extension}"
    _keep(job.uid, Export(me.user_id, NamedBlobFile(data, contentType=kind.mime, filename=name)))
    return jobs.Done({"rows": len(rows), "filename": name})


def _keep(uid: str, export: Export) -> None:
    notes = IAnnotations(api.portal.get())
    if EXPORTS not in notes:
        notes[EXPORTS] = OOBTree()
    for old in [name for name, one in notes[EXPORTS].items() if one.is_over]:
        del notes[EXPORTS][old]
    notes[EXPORTS][uid] = export


def _said(text: object) -> str:
    return translate(text, context=getRequest(), target_language=api.portal.get_default_language())
