"""Workflows as a GenericSetup zip, which any Plone site with the product can import."""

from collections.abc import Iterable
from vanphong.workflows import definitions
from vanphong.workflows.rules import archive
from xml.sax.saxutils import quoteattr


def as_zip(workflow_ids: Iterable[str]) -> bytes:
    """``workflows.xml`` and one ``definition.xml`` for each of these workflows."""
    names = sorted(workflow_ids)
    files = {name: definitions.as_file(definitions.named(name)) for name in names}
    return archive.write(files, _index(names))


def _index(names: list[str]) -> bytes:
    types = definitions.types_of()
    lines = ['<?xml version="1.0" encoding="utf-8"?>']
    lines.append('<object meta_type="Plone Workflow Tool" name="portal_workflow">')
    lines += [f'  <object meta_type="Workflow" name={quoteattr(name)} />' for name in names]
    lines.append("  <bindings>")
    for name in names:
        bound = f"<bound-workflow workflow_id={quoteattr(name)} />"
        lines += [f"    <type type_id={quoteattr(one)}>{bound}</type>" for one in types[name]]
    lines += ["  </bindings>", "</object>", ""]
    return "\n".join(lines).encode()
