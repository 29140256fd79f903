"""A workflow as a GenericSetup zip: ``@@workflow-zip``."""

from vanphong.ui.browser import sending
from vanphong.workflows.browser.one import OneWorkflow
from vanphong.workflows.exported import as_zip


class ZipView(OneWorkflow):
    """The workflow as it is in force, to be kept or brought to another site."""

    def __call__(self):
        """The file."""
        name = self.standing.id
        sending.saved(self.request, "application/zip", f"{name}.zip")
        return as_zip([name])
