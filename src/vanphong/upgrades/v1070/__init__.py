"""Routes: lists read the folder of the templates, not each of them."""

from vanphong.routing import templates


def routes(_tool):
    """Keep what lists need beside the templates; it may run again."""
    folder = templates.container()
    if folder is None:
        return
    folder._p_activate()
    if "_versions" in folder.__dict__:
        del folder._versions
    folder.refresh()
