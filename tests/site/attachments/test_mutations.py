"""Some of the endless wrong files; bench/fuzz_files.py tries 2,000."""

from tests import mutations
from tests.rules.attachments.making import EICAR
from vanphong.attachments import quarantine
from vanphong.attachments import rules
from vanphong.errors import OfficeError
from vanphong.ledger import jobs


COUNT = 40


def test_wrong_files_are_refused_or_read_and_never_stop_the_worker(bring, scanner, monkeypatch):
    monkeypatch.setattr("vanphong.attachments.reading.has_tesseract", lambda: False)
    monkeypatch.setattr("vanphong.attachments.office.soffice", lambda: "")
    known = [seed for seed in mutations.seeds() if len(seed[1]) < 60_000]
    stored, refused = [], 0
    for number in range(COUNT):
        name, content = mutations.mutated(number, known)
        try:
            stored.append(bring(name, content)[1])
        except OfficeError:
            refused += 1
        else:
            assert EICAR not in content
    assert stored
    assert refused
    jobs.run_pending()
    for attachment in stored:
        assert attachment.progress.of(rules.CHECK).state == rules.State.DONE
        assert attachment.progress.next == "", attachment.filename
        assert jobs.status(attachment.job_uid)["state"] == "done"
    assert quarantine.count() == 0
