"""The lines that changed settings leave in the audit trail (Annex VI, Part I.IV: administration).

Handlers only.
"""

from plone.registry.interfaces import IRecordModifiedEvent
from vanphong.ledger import audit
from vanphong.organisation import people


#: The settings of the office; Plone's own have a log of their own.
OURS = "vanphong."


def record_setting(event: IRecordModifiedEvent) -> None:
    """Write which setting was changed, by whom, and how it was before."""
    name = event.record.__name__
    if not name.startswith(OURS) or event.oldValue == event.newValue:
        return
    detail = {"setting": name, **_changed(event.oldValue, event.newValue)}
    audit.record("change_setting", actor=people.me(), detail=detail)


def _changed(old: object, new: object) -> dict:
    """The two values; of long lists only the lines that went and came."""
    if isinstance(old, (list, tuple)) and isinstance(new, (list, tuple)):
        before, after = [str(one) for one in old], [str(one) for one in new]
        return {
            "removed": [one for one in before if one not in after],
            "added": [one for one in after if one not in before],
        }
    return {"before": str(old), "after": str(new)}
