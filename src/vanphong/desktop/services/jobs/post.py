"""POST @jobs/<uid>."""

from vanphong.desktop.services.jobs.shown import find
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger import actions
from vanphong.ui.services import OfficeService


ACTS = {
    "stop": actions.stop_job,
    "resume": actions.resume_job,
    "retry": actions.retry_job,
}


class JobsPost(OfficeService):
    """Stop a job, let it go on, or try it again: ``{"act": "stop"}``."""

    takes = 1

    def answer(self):
        """The job as it is then."""
        uid, name = "".join(self.path), self.body.text("act")
        find(self, uid)
        if name not in ACTS:
            raise InvalidInput(_("“act” must be stop, resume or retry."), field="act")
        ACTS[name](self.context, uid)
        return find(self, uid)
