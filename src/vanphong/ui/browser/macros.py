"""All shared macros under one roof, cut into templates by what they are for."""

from pathlib import Path
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


HERE = Path(__file__).parent

# template -> its macros; every macro tells its variables in a comment at its head
TEMPLATES = {
    "page.pt": ("page", "bare", "head_files", "messages", "refusal"),
    "parts.pt": (
        "page_head",
        "panel",
        "dialog",
        "facts",
        "notice",
        "conflict",
        "empty",
        "counts",
        "tabs",
    ),
    "list.pt": ("filter_bar", "bulk_bar", "list_table", "paging"),
    "form.pt": ("error_summary", "field", "file_drop", "send_bar"),
    "pick.pt": ("pick",),
    "document.pt": (
        "viewer",
        "action_bar",
        "one_act",
        "directive_card",
        "timeline",
        "files",
        "remarks",
    ),
    "act.pt": ("act_errors", "act_panel"),
    "sheet.pt": ("print_sheet",),
    "public.pt": ("public", "public_search", "public_head", "public_paging"),
}

_templates = {name: ViewPageTemplateFile(str(HERE / name)) for name in TEMPLATES}
_homes = {macro: _templates[name] for name, macros in TEMPLATES.items() for macro in macros}


class Macros:
    """``macros/field`` finds the macro in whichever template has it."""

    def __getitem__(self, name: str):
        return _homes[name].macros[name]
