"""The archive of the sample body in the hands of a test."""

from io import BytesIO
from tests.casefile_office import Files
from tests.office import as_user
from tests.office import tick
from vanphong.attachments.actions import accept
from vanphong.casefiles import archive
from vanphong.casefiles import archive_import
from vanphong.casefiles import closing
from vanphong.casefiles import export_store
from vanphong.casefiles import exports
from vanphong.casefiles import places
from vanphong.incoming import actions as incoming
from vanphong.ledger import jobs
from vanphong.ledger.system import as_system
from vanphong.organisation import actions as organisation
from vanphong.organisation.rules import ARCHIVISTS


#: Who keeps the archive in tests.
ARCHIVIST = "vanthu2"

#: Ended long enough ago for a notice; the clock of tests stands in August 2024.
ENDED = "2023-08-20"


class Archive(Files):
    """Ways from an open file to the archive and out of it."""

    def __init__(self, office):
        super().__init__(office)
        with as_user("admin"):
            unit = office.unit("vp")
            organisation.place(unit, ARCHIVIST, position="Lưu trữ viên", functions=[ARCHIVISTS])

    @property
    def folder(self):
        """Where the files of the body are kept."""
        return places.of_body(self.office.body.UID())

    def document(self, content=None, name="", **values):
        """A finished document that cv1-vhtt has handled, with one file."""
        made = self.in_hand(content, name, **values)
        step = self.office.step(made, "lead")
        self.office.do("finish", made, step, "cv1-vhtt", result="Đã xong.")
        return made

    def in_hand(self, content=None, name="", **values):
        """A document that cv1-vhtt alone has to handle."""
        office = self.office
        with as_user("vanthu"):
            tick()
            file = [] if content is None else [self.file(content, name)]
            made = incoming.register(office.body, office.values(**values), file)
        office.present(made)
        office.direct(made, coordinators=[], inform=[])
        step = office.step(made, "lead")
        office.do("receive", made, step, "vanthu-vhtt")
        office.do("assign", made, step, "truongphong-vhtt", person="cv1-vhtt")
        return made

    @staticmethod
    def file(content, name=""):
        """A file that came in, named after its content."""
        name = name or ("cong-van.pdf" if content.startswith(b"%PDF") else "cong-van.txt")
        return accept(name, BytesIO(content), role="main")

    def full(self, *contents, **more):
        """An open file with a document for each content; None is one without a file."""
        case_file = self.open(**{"started_on": "2023-01-10", **more})
        for content in contents or (None,):
            self.filed(self.document(content), case_file, pages=2)
        return case_file

    def closed(self, *contents, day=None, **more):
        """A closed file with its inventory."""
        case_file = self.full(*contents, **more)
        with as_user("cv1-vhtt"):
            tick()
            closing.close_file(case_file, ended_on=day, accept=True)
        jobs.run_pending()
        return case_file

    def submitted(self, *files):
        """A submission of closed files."""
        with as_user("cv1-vhtt"):
            tick()
            return archive.submit_files(self.folder, [one.UID() for one in files])

    def taken(self, *files):
        """Files in the archive, with their submission."""
        submission = self.submitted(*files)
        for one in files:
            with as_user(ARCHIVIST):
                tick()
                archive.take_over_file(submission, one.UID())
        return submission

    def exported(self, subject, kind, by="cv1-vhtt"):
        """What the job has made for a person: the export."""
        with as_user(by):
            tick()
            uid = exports.export_file(subject, kind)
        jobs.run_pending()
        row = jobs.status(uid)
        assert row["state"] == "done", row["error"]
        return export_store.find(uid, by)


def imported(office, package):
    """The package in a body that has no files."""
    body = office.unit("ubnd")
    body_uid = other_body(office).UID()
    folder = places.of_body(body_uid)
    assert body_uid != body.UID()
    with as_system():
        tick()
        return archive_import.import_package(folder, BytesIO(package.blob.data))


def other_body(office):
    """A body below, whose files nobody has begun."""
    return next(one for one in office.body.objectValues() if getattr(one, "kind", "") == "commune")
