"""Route templates: choosing among 200, and changing one in a small and in a large archive.

By itself: ``VANPHONG_HOME=$PWD PYTHONPATH=src .venv/bin/python bench/routes.py``.
"""

from contextlib import contextmanager
from dataclasses import replace
from office import Office
from office import measure
from office import taking_turns
import filler
import run
import sys
import transaction


TEMPLATES = 200
MATCHING_MS = 50
DIAGRAM_MS = 10
PAST_STEPS = 60


def rows(office, facts) -> list[dict]:
    """All rows of the table about routes; leaves 200 templates and a large archive behind."""
    with site() as portal:
        many_templates(portal)
        transaction.commit()
        found = [matching(portal, facts), simulating(portal, facts), diagram()]
    return [*found, *pages(office), changing(office, facts)]


@contextmanager
def site():
    """The site, with its administrator."""
    from AccessControl.SecurityManagement import newSecurityManager
    from Testing.makerequest import makerequest
    from zope.component.hooks import setSite
    from zope.globalrequest import setRequest
    import Zope2

    app = makerequest(Zope2.app())
    portal = app[run.SITE.strip("/")]
    setRequest(app.REQUEST)
    setSite(portal)
    newSecurityManager(None, app.acl_users.getUser("admin").__of__(app.acl_users))
    try:
        yield portal
    finally:
        setSite(None)
        setRequest(None)
        app._p_jar.close()


def many_templates(portal) -> None:
    """Templates that no document of this run takes, before the one that it does."""
    from vanphong.routing import template_actions as actions
    from vanphong.routing import template_values as values

    folder = portal["luong-xu-ly"]
    raw = values.written(folder["van-ban-di"].routes()[-1])
    for number in range(TEMPLATES - len(folder.objectIds())):
        condition = {"senders": [f"Sở thứ {number}"], "document_types": ["quyet-dinh"]}
        new = actions.add_template(folder, {**raw, "title": f"{number}", "condition": condition})
        actions.apply_draft(new, reason="Đo tốc độ")


def _facts(facts):
    from vanphong.routing.rules.routes import Facts

    unit = facts["units"][1]
    return Facts("out", document_type="quyet-dinh", unit=unit, signed_by="body")


def matching(portal, facts) -> dict:
    """Matching and planning, with everything in memory."""
    from vanphong.routing import templates

    def call(_turn):
        route, _plan = templates.planned(facts["body_uid"], _facts(facts), drafter="cv1-noivu")
        assert route.title.startswith("Trình ký")

    found = {"ours": measure(call, 40), "stock": {"wall": MATCHING_MS, "cpu": MATCHING_MS}}
    return run.ratio(f"Match and plan, {TEMPLATES} templates / 50 ms", found, "wall", 1.0)


def simulating(portal, facts) -> dict:
    """The same tried out, as the first thing that a new connection does with templates."""
    from vanphong.organisation import directory
    from vanphong.routing import simulate

    folder = portal["luong-xu-ly"]

    def call(_turn):
        folder._p_deactivate()
        body = directory.unit_object(facts["body_uid"])
        simulate.simulate(body, _facts(facts), drafter="cv1-noivu")

    found = {"ours": measure(call, 20), "stock": {"wall": MATCHING_MS, "cpu": MATCHING_MS}}
    return run.ratio(
        f"Simulate, {TEMPLATES} templates, templates not in memory / 50 ms", found, "wall", 1.0
    )


def diagram() -> dict:
    """Boxes, arrows and drawing of a document with many past steps."""
    from vanphong.calendars import clock
    from vanphong.routing.browser.svg import draw
    from vanphong.routing.rules import Action
    from vanphong.routing.rules import State
    from vanphong.routing.rules import Step
    from vanphong.routing.rules.diagram import layout

    one = Step(Action.DIRECT, "a", "Chủ tịch", "b", "Văn thư", clock.now(), state=State.DONE)
    sheet = tuple(replace(one, uid=str(number)) for number in range(PAST_STEPS))
    found = {
        "ours": measure(lambda _turn: draw(layout((), sheet), "x", lambda box: box.title), 40),
        "stock": {"wall": DIAGRAM_MS, "cpu": DIAGRAM_MS},
    }
    return run.ratio(f"Diagram, {PAST_STEPS} past steps / 10 ms", found, "wall", 1.0)


def pages(office) -> list[dict]:
    """CPU of the designer and of the list with all templates, against an empty staff page.

    The designer is two pages in one: the template with its forms, and a trial of it.
    """

    def get(path):
        return lambda _turn: office.ask("GET", f"{run.SITE}/{path}", user="admin")

    found = taking_turns(
        {
            "designer": get("luong-xu-ly/van-ban-di/view"),
            "list": get("@@routes"),
            "stock": get("@@notices"),
        },
        40,
    )
    return [
        run.ratio(
            f"{title}, {TEMPLATES} templates, CPU / an empty staff page",
            {"ours": found[name], "stock": found["stock"]},
            "cpu",
            goal,
        )
        for name, title, goal in (("designer", "Designer", 3.5), ("list", "List", 2.0))
    ]


def changing(office, facts) -> dict:
    """A new title over REST, drafted and applied, at 100,000 documents and at the sample's."""

    def change(name):
        address = f"{run.SITE}/luong-xu-ly/{name}/@route"

        def call(turn):
            now = office.rest("GET", address, user="admin")
            route = {**now["versions"][0]["route"], "title": f"{name} {turn}"}
            sent = {"revision": now["revision"], "route": route}
            now = office.rest("PATCH", address, user="admin", body=sent)
            sent = {"revision": now["revision"], "reason": "Đo tốc độ"}
            office.rest("POST", f"{address}/apply", user="admin", body=sent)

        return call

    small = measure(change("giay-moi"), 20)
    actors = [f"Desk:{uid}" for uid in facts["units"]]
    filler.fill(facts["body_uid"], actors, 0, 100_000)
    # another one, for a template grows by a version with every change
    found = {"ours": measure(change("cong-dien"), 20), "stock": small}
    return run.ratio("Change a template at 100,000 / at 24 documents", found, "wall", 1.2)


def main() -> int:
    """Measure routes alone."""
    office = Office()
    try:
        found = rows(office, run.look_around(office))
    finally:
        office.close()
    run.show(found)
    return 0 if all(row["met"] for row in found) else 1


if __name__ == "__main__":
    sys.exit(main())
