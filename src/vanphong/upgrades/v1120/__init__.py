"""Case files: types, workflows, permissions, the table of retention, the place of the files."""

from plone import api
from vanphong import setuphandlers
from vanphong.casefiles import places
from vanphong.casefiles.interfaces import ICaseFileSettings
from vanphong.casefiles.rules import retention
from vanphong.casefiles.rules import retention_table
from vanphong.organisation.rules import ARCHIVISTS
from vanphong.upgrades import add_function
from vanphong.upgrades import bring


#: Workflow -> types that follow it.
WORKFLOWS = {"case_file_workflow": ("CaseFile",), "file_list_workflow": ("FileList",)}


def case_files(tool):
    """Add what is new to the profile; a table that somebody has written stays."""
    steps = ("rolemap", "typeinfo", "plone.app.registry", "controlpanel")
    bring(tool, *steps, workflows=WORKFLOWS)
    add_function(ARCHIVISTS)
    if not api.portal.get_registry_record(
        "retention_rules", interface=ICaseFileSettings, default=None
    ):
        lines = retention.format_rules(retention_table.RULES)
        api.portal.set_registry_record("retention_rules", lines, interface=ICaseFileSettings)
    portal = api.portal.get()
    setuphandlers._place(portal, "RecordsFolder", places.ROOT, "Hồ sơ công việc")
