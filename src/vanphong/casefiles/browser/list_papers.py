"""A file list on paper: the sheet to print, .docx and .xlsx."""

from Products.Five import BrowserView
from vanphong.casefiles import file_list_paper as paper
from vanphong.casefiles import file_list_sheets as sheets
from vanphong.casefiles.browser.file_list import FileListPage
from vanphong.ui.browser import sending


class PrintList(FileListPage, BrowserView):
    """The printed form of Annex V.I."""

    @property
    def title(self) -> str:
        """Title of the sheet, as the form has it."""
        return "DANH MỤC HỒ SƠ"

    @property
    def sub(self) -> str:
        """The year."""
        return f"Năm {self.context.year}"

    @property
    def columns(self) -> list[dict]:
        """Titles and widths in per cent."""
        return [
            {"title": title, "width": round(width * 100 / sum(paper.WIDTHS))}
            for title, width in zip(paper.COLUMNS, paper.WIDTHS, strict=True)
        ]

    @property
    def print_sheet(self) -> dict:
        """For the macro of that name."""
        return {
            "back": self.context.absolute_url(),
            "unit_name": self.body.title,
            "form": "Phụ lục V, Nghị định 30/2020/NĐ-CP",
        }


class _Download(FileListPage, BrowserView):
    mime = ""
    extension = ""

    def make(self) -> bytes:
        """The octets."""
        raise NotImplementedError

    def __call__(self):
        """The file, to be saved."""
        data = self.make()
        name = f"Danh mục hồ sơ {self.context.year}.{self.extension}"
        sending.saved(self.request, self.mime, name, len(data))
        return data


class ListDocx(_Download):
    """The form as a document."""

    mime, extension = paper.MIME, "docx"

    def make(self) -> bytes:
        """The octets."""
        return paper.docx(self.context, self.body)


class ListXlsx(_Download):
    """The list as a spreadsheet."""

    mime, extension = sheets.MIME, "xlsx"

    def make(self) -> bytes:
        """The octets."""
        return sheets.xlsx(self.context)
