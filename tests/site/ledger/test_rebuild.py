"""Content is the truth: the ledger has not drifted from it, and can be written again from it."""

from datetime import timedelta
from plone import api
from random import Random
from tests import layers
from tests.office import as_user
from tests.office import tick
from vanphong.calendars import clock
from vanphong.directives import actions as directives
from vanphong.errors import OfficeError
from vanphong.incoming import actions as incoming
from vanphong.ledger import access
from vanphong.ledger import audit
from vanphong.ledger import documents
from vanphong.ledger import rebuild
from vanphong.ledger import work
from vanphong.ledger.command import mirrored_types
from vanphong.ledger.command import office_objects
from vanphong.organisation import people
from vanphong.routing import actions as routing
from vanphong.routing import rules
import pytest
import transaction


ACTS = 300

#: What ends the work or begins another is done now and then.
RARE = {"finish": 1, "take_back": 2, "correct": 1, "look": 1, "register": 1}

#: Whoever could have to do with a document, and some who have not.
PEOPLE = (
    "vanthu",
    "chanhvp",
    "chutich",
    "pct-vanxa",
    "truongphong-vhtt",
    "vanthu-vhtt",
    "cv1-vhtt",
    "truongphong-noivu",
    "cv1-noivu",
    "vanthu-anlac",
)


@pytest.fixture(scope="module")
def layer():
    return layers.FUNCTIONAL


def drift(portal):
    return [str(found) for found in rebuild.check(office_objects(portal))]


def test_which_types_are_mirrored(portal):
    assert mirrored_types(portal) == [
        "IncomingDocument",
        "OutgoingDocument",
        "CaseFile",
        "Task",
        "ScheduleWeek",
        "Publication",
    ]


def test_the_sample_has_not_drifted(portal):
    assert drift(portal) == []


def test_nor_does_it_with_a_clock_that_runs(office, portal):
    clock.freeze(None)
    with as_user("vanthu"):
        incoming.register(office.body, office.values(), present_to="chutich")
        incoming.arrive(office.body, office.values())
    transaction.commit()
    assert drift(portal) == []


def test_a_row_that_is_changed_lost_or_made_up_is_found(office, portal):
    letter = office.directed()
    transaction.commit()
    (step,) = [step for step in office.sheet(letter) if step.action == "lead"]
    row = office.rows(letter)[step.uid]
    work.put([{**row, "subject": "Khác."}, {**row, "step_uid": "x", "document_uid": "y"}])
    documents.forget(letter.UID())
    transaction.commit()
    found = rebuild.check(office_objects(portal))
    assert {(one.table, one.what.partition(":")[0]) for one in found} == {
        ("work", "subject"),
        ("work", "extra"),
        ("document_index", "missing"),
    }
    assert len(rebuild.repair(office_objects(portal))) == 3
    assert drift(portal) == []


class Walk:
    """People do what comes into their heads with some documents; most of it is refused."""

    def __init__(self, office, seed):
        self.office = office
        self.random = Random(seed)  # noqa: S311
        self.tokens = {name: people.person(name).tokens for name in PEOPLE}
        self.letters = [office.register() for _each in range(3)]
        self.done = set()
        self.refused = 0

    def step(self):
        """One try of one person; what is refused has changed nothing."""
        going = [one for one in self.letters if self.office.stage(one) != "finished"]
        letter = self.random.choice(going or self.letters)
        running = [one for one in self.office.sheet(letter) if one.state in rules.RUNNING]
        step = self.random.choice(running) if running else None
        acts = self.acts(letter, step)
        weights = [RARE.get(name, 5) for name in acts]
        (name,) = self.random.choices(list(acts), weights)
        act = acts[name]
        tick()
        with as_user(self.somebody(step)):
            try:
                act()
            except OfficeError:
                self.refused += 1
                assert self.office.portal._p_jar._registered_objects == [], name
                transaction.commit()
            else:
                self.done.add(name)
                transaction.commit()

    def somebody(self, step):
        """More often than not one whom the step concerns."""
        if step is None or self.random.random() < 0.3:
            return self.random.choice(PEOPLE)
        concerned = [name for name in PEOPLE if self.tokens[name] & {step.actor, step.giver}]
        return self.random.choice(concerned or PEOPLE)

    def acts(self, letter, step):
        """Everything there is to do, each with something to do it on."""
        found = {
            "register": lambda: self.letters.append(
                incoming.register(self.office.body, self.office.values())
            ),
            "present": lambda: incoming.present(
                letter, self.random.choice(["chutich", "pct-vanxa"])
            ),
            "correct": lambda: incoming.correct(letter, {"note": f"Sửa {clock.now():%H:%M}"}),
            "direct": lambda: directives.issue(letter, **self.cast(letter)),
            "look": lambda: access.seen(letter.UID(), people.me().user_id, people.me().tokens),
        }
        if step is not None:
            found |= self.on(letter, step.uid)
        if step is not None and step.action is rules.Action.EXTEND:
            return {"decide_extension": found["decide_extension"]}
        return found

    def on(self, letter, uid):
        """What there is to do with a step."""
        later = clock.now() + timedelta(days=self.random.randint(1, 30))
        return {
            "receive": lambda: routing.receive(letter, uid),
            "assign": lambda: routing.assign(
                letter, uid, person="cv1-vhtt", confirm=self.random.random() < 0.3
            ),
            "hand_back": lambda: routing.hand_back(letter, uid, reason="Không đúng chức năng."),
            "ask_extension": lambda: routing.ask_extension(letter, uid, due=later, reason="Chờ."),
            "decide_extension": lambda: routing.decide_extension(
                letter, uid, grant=self.random.random() < 0.5, reason="Theo đề nghị."
            ),
            "report": lambda: routing.report(letter, uid, result="Đang làm."),
            "finish": lambda: routing.finish(letter, uid, result="Đã xong."),
            "take_back": lambda: routing.take_back(letter, uid),
            "urge": lambda: routing.urge(letter, uid, text="Gấp."),
        }

    def cast(self, letter):
        issued = directives.directives_of(letter)
        current = issued and not issued[0].superseded_by and self.random.random() < 0.7
        return self.office.cast(
            lead=self.random.choice(["vhtt", "noivu", "anlac"]),
            coordinators=self.random.choice([[], ["yte"], ["yte", "tuphap"]]),
            inform=self.random.choice([[], ["tckh"], ["tckh", "vp"]]),
            replaces=issued[0].UID() if current else "",
        )


@pytest.fixture(params=[1, 2])
def walk(request, office):
    """A long journey of several documents, the same in every run."""
    found = Walk(office, request.param)
    transaction.commit()
    for _each in range(ACTS):
        found.step()
    return found


def test_after_whatever_people_do_the_ledger_tells_what_content_tells(walk, portal):
    assert len(walk.done) >= 12, walk.done
    assert ACTS / 2 < walk.refused < ACTS * 0.9
    assert drift(portal) == []
    assert audit.verify() == []
    for letter in walk.letters:
        assert api.content.get_state(letter) == rules.stage(walk.office.sheet(letter))
    before = {letter.UID(): walk.office.rows(letter) for letter in walk.letters}
    rebuild.rebuild(office_objects(portal))
    assert {letter.UID(): walk.office.rows(letter) for letter in walk.letters} == before
    assert drift(portal) == []
