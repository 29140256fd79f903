"""``@@import-documents`` of a body: the template, a new list with its scans, earlier imports."""

from functools import cached_property
from vanphong import _
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.imports import actions
from vanphong.imports import batches
from vanphong.imports import sources
from vanphong.imports.browser.words import may_read
from vanphong.imports.browser.words import state_of
from vanphong.ui import format as fmt
from vanphong.ui.browser.form import OfficeForm


COLUMNS = (
    {"title": _("List"), "css": "su"},
    {"title": _("State"), "css": "du"},
    {"title": _("Rows"), "css": "num"},
    {"title": _("Stay out"), "css": "num"},
    {"title": _("Entered"), "css": "num"},
    {"title": _("Brought"), "css": "by"},
)


class ImportForm(OfficeForm):
    """Brings a list and its scans; nothing is entered before its rows were checked and seen."""

    title = _("Import old documents")
    rail_id = "registers"
    page_class = "vp-import"

    def act(self):
        """Read the list, unpack the scans, have the rows checked."""
        book, archive, folder = self.upload("workbook"), self.upload("files"), self.text("folder")
        if archive is not None and folder:
            raise InvalidInput(mark("Send a ZIP file or name a folder, not both."), field="folder")
        if book is None:
            batch = self._from_folder(folder)
        else:
            batch = actions.prepare_import(
                self.context, book.filename, book, archive=archive, folder=folder
            )
        self.uid = batch.uid
        return _("The list was read; its rows are being checked.")

    def _from_folder(self, folder: str):
        """The one list that lies in the folder itself."""
        if not folder:
            raise InvalidInput(mark("Choose the list, an .xlsx workbook."), field="workbook")
        place = sources.sub_folder(folder)
        name = sources.only_workbook(place)
        with sources.open_file(place, name) as stream:
            return actions.prepare_import(self.context, name, stream, folder=folder)

    def next_url(self) -> str:
        """The report on the list."""
        return f"{self.context.absolute_url()}/@@import-list?uid={self.uid}"

    @property
    def url(self) -> str:
        """Address of this page."""
        return f"{self.context.absolute_url()}/@@import-documents"

    @property
    def template_url(self) -> str:
        """Where the template is fetched."""
        return f"{self.context.absolute_url()}/@@import-template"

    @property
    def subtitle(self) -> str:
        """The body."""
        return self.context.title

    @cached_property
    def book_drop(self) -> dict:
        """The input of the list."""
        return {
            "name": "workbook",
            "accept": ".xlsx",
            "max_bytes": 0,
            "width": 6,
            "help": _("The template, filled in (.xlsx). Not needed when it lies in the folder."),
        }

    @cached_property
    def files_drop(self) -> dict:
        """The input of the scans."""
        return {
            "name": "files",
            "accept": ".zip",
            "max_bytes": 0,
            "width": 6,
            "help": _("The scans in one ZIP file, under the names that the list has."),
        }

    @cached_property
    def folder_field(self) -> dict | None:
        """The choice of a folder on the server; None where the operator has set up none."""
        if sources.import_folder() is None:
            return None
        folders = [("", _("None")), *((one, one) for one in sources.sub_folders())]
        return {
            "name": "folder",
            "label": _("Or a folder on the server"),
            "kind": "select",
            "options": folders,
            "width": 6,
            "help": _("For many scans: the operator copies them there, with the list if need be."),
        }

    @property
    def send_bar(self) -> dict:
        """The one act."""
        act = {"title": _("Check the list"), "kind": "work", "primary": True, "icon": "check"}
        return {"acts": [act]}

    @cached_property
    def table(self) -> dict:
        """Earlier imports, for the macro ``list_table``."""
        rows = [self._row(one) for one in batches.of(self.context.UID())]
        return {"caption": _("Imports"), "columns": COLUMNS, "rows": rows, "css": "jobs"}

    def _row(self, batch) -> dict:
        tint, title = state_of(batch)
        list_url = f"{self.context.absolute_url()}/@@import-list?uid={batch.uid}"
        return {
            "title": batch.name,
            "url": list_url if may_read(self.context, batch) else "",
            "tint": tint,
            "state": title,
            "rows": fmt.number(batch.size),
            "bad": fmt.number(batch.count(batches.BAD, batches.FAILED)),
            "entered": fmt.number(batch.count(batches.ENTERED, batches.THERE)),
            "when": batch.made_at,
            "by": batch.by,
        }
