"""The published week as a table: its days, and the lines of each."""

from vanphong.schedules import rules
from vanphong.schedules import words


def days(week: rules.Week, marked, today, request) -> list[dict]:
    """The days that have something, each with its lines."""
    found = []
    for day in week.days:
        lines = [line(one, request) for one in marked if one.item.day == day]
        if lines:
            head = {"day": day, "lunar": rules.lunar(day).short, "today": day == today}
            found.append(head | {"lines": lines})
    return found


def line(marked: rules.Marked, request) -> dict:
    """One line with its mark."""
    item = marked.item
    chairs = words.names(item.chairs)
    return {
        "uid": item.uid,
        "day": item.day,
        "css": words.MARKS[marked.mark][1] if marked.mark else "",
        "tags": [words.change_words(one, request) for one in marked.changes],
        "time": words.time_words(item),
        "end": f"{item.end:%H:%M}" if item.end else "",
        "content": item.content,
        "notes": words.notes(item, request),
        "chairs": chairs,
        "participants": words.names(item.participants),
        "place": item.place,
        "about": words.about(item),
        "preparer": item.preparer.title,
        "kind": words.KINDS[item.kind],
        "cancelled": item.state is rules.State.CANCELLED,
    }


def counted(marked) -> list[dict]:
    """How many lines carry which mark; those that none carries are left out."""
    found = []
    for mark, (title, css) in words.MARKS.items():
        number = sum(one.mark is mark for one in marked)
        if number:
            found.append({"title": title, "css": css, "n": number})
    return found


def marked_items(stored, viewer: rules.Viewer) -> tuple[rules.Marked, ...]:
    """The lines of the newest edition that somebody sees, with marks against the first one."""
    edition = stored.edition
    if edition.number:
        found = rules.marked(stored.editions[0].items, edition.items)
    else:
        found = rules.unmarked(edition.items)
    return tuple(one for one in found if rules.may_see(one.item, viewer))
