"""A workflow as JSON: values, words, draft, versions, and how far the documents are."""

from vanphong.workflows import definitions
from vanphong.workflows import store
from vanphong.workflows import trial
from vanphong.workflows.browser.words import Words
from vanphong.workflows.rules.values import dump
from vanphong.workflows.standing import Standing


def brief(workflow_id: str, site_url: str) -> dict:
    """One line of the list."""
    standing = Standing(workflow_id)
    current = standing.record.current
    return {
        "@id": f"{site_url}/@workflows/{workflow_id}",
        "id": workflow_id,
        "title": standing.live.title,
        "types": list(definitions.types_of()[workflow_id]),
        "editable": standing.hard is not None,
        "version": None if current is None else current.number,
        "revision": standing.record.revision,
        "has_draft": standing.draft is not None,
        "changed_directly": bool(standing.direct),
        "differs_from_product": bool(standing.own),
    }


def full(workflow_id: str, site_url: str, request) -> dict:
    """Everything about one workflow."""
    standing = Standing(workflow_id)
    words = Words(standing.hard, request)
    draft = standing.draft
    return {
        **brief(workflow_id, site_url),
        "workflow": dump(standing.live),
        "draft": draft
        and {
            "author": draft.author,
            "author_title": draft.author_title,
            "at": draft.at.isoformat(),
            "workflow": draft.values,
            "changes": [words.change(one) for one in standing.drafted],
        },
        "problems": [
            {"message": words.problem(one), "rule": one.rule, "state": one.state}
            for one in standing.problems
        ],
        "own_changes": [words.change(one) for one in standing.own],
        "direct_changes": [words.change(one) for one in standing.direct],
        "versions": [_version(one) for one in standing.record.versions],
        "job": _job(standing),
    }


def tried(standing: Standing, result: trial.Trial, request) -> dict:
    """What a trial says."""
    words = Words(standing.hard, request)
    return {
        "document": result.label,
        "state": result.state,
        "moves_to": result.moves_to,
        "people": [
            {
                "title": one.title,
                "functions": words.who(one.roles),
                "before": words.ordered(one.before),
                "after": words.ordered(one.after),
            }
            for one in result.people
        ],
        "ways": [{"before": list(one.before), "after": list(one.after)} for one in result.ways],
    }


def _version(version: store.Version) -> dict:
    return {
        "number": version.number,
        "author": version.author,
        "author_title": version.author_title,
        "at": version.at and version.at.isoformat(),
        "reason": version.reason,
        "restores": version.restores,
    }


def _job(standing: Standing) -> dict | None:
    row = standing.job
    names = ("uid", "state", "done", "total", "error")
    return None if row is None else {name: row[name] for name in names}
