"""How far a file has come: checked for viruses, its text read, its pages drawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace
from enum import StrEnum
from vanphong.errors import mark as _


#: The stages in their order. ``check`` is done while the file comes in, the others later.
CHECK, READ, PREVIEW = "check", "read", "preview"
STAGES = (CHECK, READ, PREVIEW)


class State(StrEnum):
    """What has become of a stage."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    SKIPPED = "skipped"


#: Stages in these states can be tried again.
RETRYABLE = frozenset({State.FAILED, State.SKIPPED})

#: Why a stage failed, was skipped, or came to its end with less than everything.
WHY = {
    "no-scanner": _("no virus scanner answers"),
    "scanning-off": _("virus scanning is switched off"),
    "not-scanned": _("the virus scanner could not read it"),
    "infected": _("a virus was found"),
    "withdrawn": _("it was withdrawn"),
    "secret": _("it bears a stamp of secrecy"),
    "password": _("it has a password"),
    "damaged": _("it is damaged"),
    "crash": _("reading it broke off"),
    "timeout": _("reading it took too long"),
    "no-tesseract": _("the program that reads scans is not installed"),
    "no-antiword": _("the program that reads old Word files is not installed"),
    "no-soffice": _("the program that draws office files is not installed"),
    "no-text": _("there are no words in it"),
    "no-reader": _("files of this kind are not read"),
    "no-pages": _("files of this kind have no pages to show"),
    "many-pages": _("only the first pages were read"),
    "long": _("only the first part was kept"),
}

#: Reasons for which a stage that was skipped is complete all the same.
BY_NATURE = frozenset({"no-reader", "no-pages", "no-text", "scanning-off"})

#: What somebody who opens a file should know.
WARNINGS = {
    "script": _("The file holds JavaScript; look at the pictures of its pages instead."),
    "launch": _("The file starts programs when it is opened; look at its pages instead."),
    "embedded": _("Other files are embedded in this file."),
    "macros": _("The file holds macros; do not allow them when you open it."),
    "remote-template": _("The file loads a template from the Internet when it is opened."),
    "secret": _("A stamp of secrecy was read on the file; an administrator holds it."),
    "encrypted": _("The file is encrypted, but opens without a password."),
}


@dataclass(frozen=True)
class Stage:
    """One stage; ``why`` is a code of :data:`WHY` or ""."""

    name: str
    state: State
    why: str = ""


@dataclass(frozen=True)
class Progress:
    """All stages of one file."""

    stages: tuple[Stage, ...] = ()

    def of(self, name: str) -> Stage:
        """Give one stage; one that nobody has begun waits."""
        found = (stage for stage in self.stages if stage.name == name)
        return next(found, Stage(name, State.WAITING))

    def to(self, name: str, state: State, why: str = "") -> "Progress":
        """Give the progress with one stage changed."""
        changed = Stage(name, state, why)
        return Progress(tuple(changed if one == name else self.of(one) for one in STAGES))

    def again(self, names: Iterable[str] = STAGES) -> "Progress":
        """Let the stages that can be tried again wait anew."""
        found = self
        for name in names:
            if self.of(name).state in RETRYABLE:
                found = found.to(name, State.WAITING)
        return found

    @property
    def next(self) -> str:
        """The first stage that is not at its end, or ""."""
        open_ = (State.WAITING, State.RUNNING)
        return next((name for name in STAGES if self.of(name).state in open_), "")

    @property
    def may_retry(self) -> bool:
        """Whether trying again could bring more than what is there."""
        return any(stage.state in RETRYABLE and stage.why not in BY_NATURE for stage in self.stages)

    @property
    def is_unread(self) -> bool:
        """Whether its words cannot be found though it ought to have some."""
        stage = self.of(READ)
        if self.of(CHECK).state == State.FAILED:
            return False
        return stage.state in RETRYABLE and stage.why not in BY_NATURE

    @property
    def summary(self) -> Stage:
        """The one stage to be told of: what runs, else what failed first, else the last."""
        if self.next:
            return self.of(self.next)
        failed = (one for one in self.stages if one.state == State.FAILED)
        return next(failed, self.of(PREVIEW))


def held(why: str) -> Progress:
    """Give the progress of a file in quarantine: nothing goes on before it is let out."""
    return Progress(
        (
            Stage(CHECK, State.FAILED, why),
            Stage(READ, State.SKIPPED, why),
            Stage(PREVIEW, State.SKIPPED, why),
        )
    )


def released(progress: Progress, state: State, why: str = "") -> Progress:
    """Give the progress of a file that is let out: everything else is still to be done."""
    stages = (Stage(CHECK, state, why), Stage(READ, State.WAITING), Stage(PREVIEW, State.WAITING))
    return replace(progress, stages=stages)
