"""Ways through a workflow: from one stage to another, through states put in between.

The stages of the law are *known*: acts lead from one to the next. What an administrator
inserts between two of them is not; a document waits there until somebody passes it on.
"""

from collections.abc import Collection
from collections.abc import Mapping
from collections.abc import Sequence


#: State -> its transitions in order, each with the state that it leads to.
Ways = Mapping[str, Sequence[tuple[str, str]]]


def way(ways: Ways, now: str, stage: str, known: Collection[str]) -> tuple[str, ...]:
    """Transitions from a state to a stage, the fewest; () when no way leads there.

    Only the last of them may end in a known state: no way goes through another stage.
    """
    reached: dict[str, tuple[str, ...]] = {now: ()}
    edge = [now]
    while edge:
        following = []
        for state in edge:
            for transition, then in ways.get(state, ()):
                if then == stage:
                    return (*reached[state], transition)
                if then in known or then in reached:
                    continue
                reached[then] = (*reached[state], transition)
                following.append(then)
        edge = following
    return ()
