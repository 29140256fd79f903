"""A workflow as a GenericSetup zip: ``@@workflow-zip``."""

from vanphong.workflows.browser.one import OneWorkflow
from vanphong.workflows.exported import as_zip


class ZipView(OneWorkflow):
    """The workflow as it is in force, to be kept or brought to another site."""

    def __call__(self):
        """The file."""
        name = self.standing.id
        response = self.request.response
        response.setHeader("Content-Type", "application/zip")
        response.setHeader("Content-Disposition", f'attachment; filename="{name}.zip"')
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader("Cache-Control", "private, no-store")
        return as_zip([name])
