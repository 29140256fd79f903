"""``python bench/outgoing.py``: issuing to 150 recipients, and a draft with 40 versions.

Ratios in one run on one machine, over REST, as in ``run.py``.
"""

from base64 import b64encode
from office import Office
from office import taking_turns
from run import SITE
from run import look_around
from run import ratio
from run import scan
from run import show
import sys
import transaction


MANY = 150
DRAFTER, CLERK = "cv1-vhtt", "vanthu"


def main() -> int:
    """Run the benchmarks of outgoing documents."""
    office = Office()
    try:
        facts = look_around(office)
        rows = [issuing(office, receivers(facts)), versions(office, facts)]
    finally:
        office.close()
    show(rows)
    return 0 if all(row["met"] for row in rows) else 1


def receivers(facts) -> list[str]:
    """UIDs of 150 units that receive, made for this run."""
    from plone.dexterity.utils import createContent
    from zope.component.hooks import setSite
    import Zope2

    app = Zope2.app()
    setSite(app[SITE.strip("/")])
    body = app.unrestrictedTraverse(facts["body"])
    for number in range(MANY):
        unit = createContent("Unit", title=f"Đơn vị {number}", kind="public-unit")
        unit.id = f"don-vi-{number}"
        body._setObject(unit.id, unit)
    uids = [body[f"don-vi-{number}"].UID() for number in range(MANY)]
    transaction.commit()
    app._p_jar.close()
    return uids


def issuing(office, uids) -> dict:
    """Issuing to 150 units against issuing to one."""
    times, rounds = 6, 2
    calls = (times // rounds + 3) * rounds
    many = iter([sealed(office, uids) for _each in range(calls)])
    one = iter([sealed(office, uids[:1]) for _each in range(calls)])

    def issue(documents):
        return lambda _turn: act(office, next(documents), "issue", CLERK)

    found = taking_turns({"ours": issue(many), "stock": issue(one)}, times, rounds)
    return ratio("Issue to 150 recipients / to 1", found, "wall", 3.0)


def versions(office, facts) -> dict:
    """Looking at a draft with 40 versions against one with two."""
    paths = {"ours": draft(office, facts, 40), "stock": draft(office, facts, 2)}

    def look(path):
        return lambda _turn: office.rest("GET", path, user=DRAFTER)

    found = taking_turns({name: look(path) for name, path in paths.items()}, 40)
    return ratio("Draft with 40 versions / with 2", found, "wall", 1.2)


def draft(office, facts, number: int) -> str:
    """The path of a draft with so many versions."""
    path = begun(office, {"recipients": ["Sở Nội vụ"]})
    for turn in range(1, number):
        body = {"files": [text(f"Lần {turn}")]}
        office.rest("POST", f"{path}/@versions", user=DRAFTER, body=body)
    return path


def sealed(office, uids) -> str:
    """The path of a document that is ready for its issue."""
    from vanphong.outgoing.rules import CHECKLIST

    path = begun(office, {"recipients": [{"unit": uid} for uid in uids]})
    act(office, path, "submit", DRAFTER)
    checked = {item.code: "yes" for item in CHECKLIST}
    while (step := running(office, path))["action"] != "sign":
        name = "check-content" if step["action"] == "review" else "appraise"
        act(office, path, name, step["actor"], checklist=checked)
    act(office, path, "sign", step["actor"])
    files = [{"filename": "ban-ky.pdf", "data": scan()}]
    act(office, path, "record-signature", CLERK, files=files)
    act(office, path, "number", CLERK)
    act(office, path, "seal", CLERK)
    return path


def begun(office, more: dict) -> str:
    """The path of a new draft."""
    body = {"subject": "V/v đo tốc độ phát hành", "field": "VX", "files": [text("Dự thảo")], **more}
    unit = f"{SITE}/to-chuc/ubnd/vhtt"
    found = office.rest("POST", f"{unit}/@outgoing", user=DRAFTER, body=body)
    address = found["@id"].partition("8080")[2]
    return address if address.startswith(SITE) else SITE + address


def running(office, path: str) -> dict:
    """The step that runs."""
    return office.rest("GET", path, user=DRAFTER)["steps"][0]


def act(office, path: str, name: str, user: str, **body) -> None:
    """One act."""
    office.rest("POST", f"{path}/@act/{name}", user=user, body=body)


def text(content: str) -> dict:
    """A text file as a client sends it."""
    return {"filename": "du-thao.txt", "data": b64encode(content.encode()).decode()}


if __name__ == "__main__":
    sys.exit(main())
