"""Work schedules: when is reminded of meetings."""

from vanphong.upgrades import bring


def schedules(tool):
    """Add what is new to the settings; what administrators have set stays. It may run again."""
    bring(tool, "plone.app.registry")
