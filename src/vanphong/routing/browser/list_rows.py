"""The rows of lists of templates as markup: there may be hundreds of them."""

from html import escape
from vanphong import _


WORDS = {
    "steps": _("Steps"),
    "up": _("Up:"),
    "down": _("Down:"),
    "more": _("More:"),
    "open": _("Open and change"),
    "copy": _("Copy as a new route"),
    "export": _("Export as JSON"),
    "retire": _("Take out of force"),
    "never": _("not in force"),
    "draft": _("has a draft"),
}


def html(vp, row: dict, words: dict[str, str]) -> str:
    """One row: number, name and condition, steps, version, running documents, acts.

    :param words: ``WORDS`` in the language of the page.
    """
    name, title, url = escape(row["id"]), escape(row["title"]), escape(row["url"])
    in_force = vp.badge("line", words["never"])
    if row["version"]:
        in_force = f'{escape(row["version"])}<span class="m">{escape(row["period"])}</span>'
    draft = vp.badge("soon", words["draft"]) if row["draft"] else ""
    used = f'<a href="{escape(row["running"])}">{escape(row["used"])}</a>' if row["used"] else "–"
    return (
        f'<tr data-row id="f-{name}" data-step="{name}" data-place="{row["place"]}" '
        f'data-up="{row["up"]}" data-down="{row["down"]}" data-group="{row["group"]}" '
        'draggable="true" aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown">'
        f'<td class="no">{row["number"]}</td>'
        f'<td class="su"><a class="t" href="{url}">{title}</a>'
        f'<span class="m">{escape(row["condition"])}</span></td>'
        f'<td class="num" data-label="{escape(words["steps"])}">{row["count"]}</td>'
        f"<td>{in_force} {draft}</td><td>{used}</td>"
        f'<td class="rt-row-acts nowrap">{_move(vp, row, words, "up")}'
        f"{_move(vp, row, words, 'down')}{_menu(vp, row, words)}</td></tr>"
    )


def side(row: dict, drafted: str) -> str:
    """One template in the list beside the designer; ``drafted`` says that it has a draft."""
    here = ' class="on" aria-current="true"' if row["on"] else ""
    draft = f" &middot; {escape(drafted)}" if row["draft"] else ""
    return (
        f'<a href="{escape(row["url"])}"{here}>{escape(row["title"])}'
        f"<small>{escape(row['steps'])}{draft}</small></a>"
    )


def looked(title: str, why: str, taken: bool) -> str:
    """One template that the simulator has looked at."""
    css = ' class="taken"' if taken else ""
    return f"<li{css}><b>{escape(title)}</b> <span>{escape(why)}</span></li>"


def _move(vp, row: dict, words: dict[str, str], way: str) -> str:
    off = " disabled" if row[way] else ""
    return (
        f'<button class="btn btn-quiet" form="rt-order" name="do" type="submit" data-rt-{way} '
        f'value="{way} {escape(row["id"])}"{off}>{vp.icon(way)}'
        f'<span class="visually-hidden">{escape(words[way])} {escape(row["title"])}</span></button>'
    )


def _menu(vp, row: dict, words: dict[str, str]) -> str:
    name, url = escape(row["id"]), escape(row["url"])
    offers = [
        (url, "pen", "open"),
        (f"{vp.portal_url}/@@route-add?base={name}", "plus", "copy"),
        (f"{vp.portal_url}/@@routes-json?id={name}", "dl", "export"),
    ]
    if row["version"]:
        offers.append((f"{url}?do=retire#retire", "x", "retire"))
    entries = "".join(
        f'<li><a href="{to}">{vp.icon(icon)} {escape(words[what])}</a></li>'
        for to, icon, what in offers
    )
    return (
        f'<details class="vp-menu" data-menu><summary class="btn btn-quiet">{vp.icon("dots")}'
        f'<span class="visually-hidden">{escape(words["more"])} {escape(row["title"])}</span>'
        f"</summary><ul>{entries}</ul></details>"
    )
