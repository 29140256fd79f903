"""``@@search-export/<job>``: the results of a search as a file."""

from vanphong.documents import exports
from vanphong.documents.browser.files import JobFile


class SearchExport(JobFile):
    """Kept for a day, for who asked for it."""

    event = "download_results"

    def made(self, job: str, user_id: str):
        """What was exported."""
        return exports.find(job, user_id)
