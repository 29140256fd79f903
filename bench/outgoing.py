"""``python bench/outgoing.py``: issuing to 150 recipients, drafts with many versions, the check.

Ratios in one run on one machine, as in ``run.py``. Issuing is measured over REST and by the act
alone, each with its commit.
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

#: Milliseconds that the check of a draft of ten pages may take.
CHECK = 300.0
PAGES = 10


def main() -> int:
    """Run the benchmarks of outgoing documents in an office of their own."""
    office = Office()
    try:
        found = rows(office, look_around(office))
    finally:
        office.close()
    show(found)
    return 0 if all(row["met"] for row in found) else 1


def rows(office, facts) -> list[dict]:
    """All of them; for ``make bench``, too."""
    uids = receivers(facts)
    return [
        issuing(office, uids),
        issuing_by_act(office, uids),
        *versions(office, facts),
        checking(),
    ]


def receivers(facts) -> list[str]:
    """UIDs of 150 units that receive, made for this run."""
    from plone.dexterity.utils import createContent

    with _site() as site:
        body = site.unrestrictedTraverse(facts["body"])
        for number in range(MANY):
            unit = createContent("Unit", title=f"Đơn vị {number}", kind="public-unit")
            unit.id = f"don-vi-{number}"
            body._setObject(unit.id, unit)
        uids = [body[f"don-vi-{number}"].UID() for number in range(MANY)]
        transaction.commit()
    return uids


class _site:
    """The site on a connection of its own, without a request."""

    def __enter__(self):
        from zope.component.hooks import setSite
        import Zope2

        self.app = Zope2.app()
        site = self.app[SITE.strip("/")]
        setSite(site)
        return site

    def __exit__(self, *_problem):
        transaction.abort()
        self.app._p_jar.close()


TIMES, ROUNDS = 8, 4
CALLS = (TIMES // ROUNDS + 3) * ROUNDS


def issuing(office, uids) -> dict:
    """Issuing to 150 units against issuing to one, over REST."""
    many = iter([sealed(office, uids) for _each in range(CALLS)])
    one = iter([sealed(office, uids[:1]) for _each in range(CALLS)])

    def issue(documents):
        return lambda _turn: act(office, next(documents), "issue", CLERK)

    found = taking_turns({"ours": issue(many), "stock": issue(one)}, TIMES, ROUNDS)
    return ratio("Issue to 150 recipients / to 1, over REST", found, "wall", 3.0)


def issuing_by_act(office, uids) -> dict:
    """The same by the act itself, with its commit."""
    from plone import api
    from Testing.makerequest import makerequest
    from vanphong.organisation import people
    from vanphong.outgoing import actions
    from zope.globalrequest import setRequest

    many = iter([sealed(office, uids) for _each in range(CALLS)])
    one = iter([sealed(office, uids[:1]) for _each in range(CALLS)])
    with _site() as site:

        def issue(documents):
            def call(_turn):
                transaction.begin()
                setRequest(makerequest(site).REQUEST)
                document = site.unrestrictedTraverse(next(documents))
                people.forget()
                with api.env.adopt_user(username=CLERK):
                    actions.issue(document)
                transaction.commit()

            return call

        found = taking_turns({"ours": issue(many), "stock": issue(one)}, TIMES, ROUNDS)
        setRequest(None)
    return ratio("Issue to 150 recipients / to 1, by the act", found, "wall", 3.0)


def versions(office, facts) -> list[dict]:
    """Looking at a draft with 40 versions against one with two: page and REST."""
    paths = {"ours": draft(office, facts, 40), "stock": draft(office, facts, 2)}

    def page(path):
        return lambda _turn: office.ask("GET", f"{path}/view", user=DRAFTER)

    def look(path):
        return lambda _turn: office.rest("GET", path, user=DRAFTER)

    shown = taking_turns({name: page(path) for name, path in paths.items()}, 40)
    told = taking_turns({name: look(path) for name, path in paths.items()}, 40)
    return [
        ratio("Page of a draft with 40 versions / with 2", shown, "cpu", 1.2),
        ratio("Draft with 40 versions / with 2, over REST", told, "cpu", 1.2),
    ]


def checking() -> dict:
    """The check of form of a DOCX of ten pages against what it may take."""
    from dataclasses import replace
    from vanphong.outgoing.forms import builtin
    from vanphong.outgoing.forms.docx import open_docx
    from vanphong.outgoing.forms.docx import read_facts
    from vanphong.outgoing.forms.render import render_draft
    from vanphong.outgoing.forms.rules import check_form
    from vanphong.outgoing.forms.rules.example import EXAMPLE

    letter = replace(EXAMPLE, text="\n".join([EXAMPLE.text] * 6 * PAGES))
    content = render_draft(builtin.template("cong-van"), letter)

    def check(_turn):
        check_form(read_facts(open_docx(content)), letter)

    found = taking_turns({"ours": check}, 20)
    found["stock"] = {"wall": CHECK, "cpu": CHECK}
    return ratio(f"Check of form of {PAGES} pages / 300 ms", found, "wall", 1.0)


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
