"""Packages: what goes in comes out, and what is wrong is refused with its reason."""

from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import BytesIO
from itertools import product
from tests.rules.casefiles import packages
from tests.rules.casefiles.packages import ENTRIES
from tests.rules.casefiles.packages import FILE
from tests.rules.casefiles.packages import ROOT
from vanphong.casefiles.rules import package
from vanphong.casefiles.rules import package_reader
from vanphong.casefiles.rules import record_xml
from vanphong.casefiles.rules.package_reader import Limits
from vanphong.casefiles.rules.record import DataFile
from vanphong.casefiles.rules.record import EntryRecord
from vanphong.casefiles.rules.record import Recipient
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from zipfile import ZipInfo
import pytest
import random
import tracemalloc
import warnings


TEXTS = ("", "x", " đầu và cuối ", "a<b>&\"'", "dòng 1\r\ndòng 2\n\ttab", "Đ" * 900, "𝔘", "]]>")
DAYS = (None, date(1900, 1, 1), date(2024, 2, 29))


def read(source, limits=None):
    with package_reader.opened(source, limits or Limits()) as found:
        return found.contents()


def test_what_was_written_is_read_field_by_field():
    found = read(packages.made())
    assert (found.file, found.entries) == (FILE, ENTRIES)
    assert found.uuid == packages.MADE.uuid


@pytest.mark.parametrize(("text", "day"), list(product(TEXTS, DAYS)))
@pytest.mark.parametrize("years", [0, 5, 70])
def test_every_value_comes_back(text, day, years):
    file = replace(FILE, title=text, note=text, start=day, end=day, years=years, document_total=1)
    entry = replace(
        ENTRIES[0],
        subject=text,
        issued_date=day,
        arrival_date=day,
        trace=tuple(filter(None, [text])),
    )
    found = read(packages.made(file, (entry,)))
    assert (found.file, found.entries) == (file, (entry,))


@pytest.mark.parametrize("seed", range(25))
def test_any_record_comes_back(seed):
    some = random.Random(seed)  # noqa: S311

    def text():
        return some.choice((*TEXTS, "Ủy ban nhân dân"))

    entries = tuple(
        EntryRecord(
            number=number,
            uid=f"d{number}",
            kind=text(),
            filed_pages=some.randrange(3),
            direction=some.choice(("in", "out", "")),
            code_number=text(),
            symbol=text(),
            issued_date=some.choice(DAYS),
            subject=text(),
            note=text(),
            urgency=some.choice(("normal", "urgent")),
            recipients=tuple(Recipient(text(), text()) for _each in range(some.randrange(3))),
            trace=tuple(filter(None, (text() for _each in range(some.randrange(4))))),
            files=tuple(
                packages.data(some.choice(list(packages.CONTENT.values())), f"tệp {place}.pdf")
                for place in range(some.randrange(3))
            ),
        )
        for number in range(1, some.randrange(2, 9))
    )
    file = replace(FILE, document_total=len(entries), creator=text(), rights=text())
    found = read(packages.made(file, entries))
    assert (found.file, found.entries) == (file, entries)


def test_the_files_are_where_the_tree_has_them():
    names = {name.removeprefix(ROOT) for name in packages.members(packages.made())}
    assert names == {
        "METS.xml",
        "metadata/descriptive/EAD.xml",
        "metadata/preservation/PREMIS.xml",
        "representations/rep1/METS.xml",
        "representations/rep1/data/H99.20.2024.01.VX.001.pdf",
        "representations/rep1/data/H99.20.2024.01.VX.001-2.xml",
        "representations/rep1/data/H99.20.2024.01.VX.002.pdf",
        "representations/rep1/metadata/descriptive/EAD_doc_H99.20.2024.01.VX.001.xml",
        "representations/rep1/metadata/descriptive/EAD_doc_H99.20.2024.01.VX.002.xml",
        "documentation/ho-so.xml",
    }


def test_the_content_comes_back():
    with package_reader.opened(packages.made()) as found:
        paths = found.contents().paths
        with found.data(paths[1, 0]) as source:
            assert source.read() == packages.CONTENT["a"]


def test_a_changed_original_is_never_exported():
    with pytest.raises(Conflict, match="not the one that was filed"):
        packages.made(opener=lambda _entry, _one: BytesIO(b"other"))


def whole():
    return packages.members(packages.made())


def renamed(name):
    found = whole()
    return packages.packed([*found.items(), (name, b"x")])


def lacking(path):
    return packages.packed((name, one) for name, one in whole().items() if name != ROOT + path)


def twice(path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = whole()
        return packages.packed([*found.items(), (ROOT + path, found[ROOT + path])])


def linked():
    info = ZipInfo(f"{ROOT}link")
    info.external_attr = 0o120777 << 16
    return packages.packed([*whole().items(), (info, b"/etc/passwd")])


def dtd(path):
    declared = b'<!DOCTYPE a [<!ENTITY b "b">]>'
    return packages.changed(path, lambda xml: xml.replace(b"?>", b"?>" + declared, 1))


def rewritten(path, change):
    """A member changed, and METS with its new checksum."""
    found = whole()
    old = found[ROOT + path]
    new = change(old)
    assert new != old
    mets = found[ROOT + "METS.xml"].decode()
    mets = mets.replace(sha256(old).hexdigest(), sha256(new).hexdigest())
    mets = mets.replace(
        f'SIZE="{len(old)}" CHECKSUM="{sha256(new).hexdigest()}"',
        f'SIZE="{len(new)}" CHECKSUM="{sha256(new).hexdigest()}"',
    )
    found[ROOT + path] = new
    found[ROOT + "METS.xml"] = mets.encode()
    return packages.packed(found.items())


A = "representations/rep1/data/H99.20.2024.01.VX.001.pdf"
RECORD = package.RECORD

BAD = {
    "no zip": (lambda: BytesIO(b"PK nothing"), "not a ZIP file"),
    "empty": (lambda: packages.packed([]), "no folder"),
    "no folder": (lambda: packages.packed([("METS.xml", b"")]), "no folder"),
    "checksum": (lambda: packages.changed(A, lambda old: old[:-1] + b"?"), "checksum of"),
    "size": (lambda: packages.changed(A, lambda old: old + b"?"), "size that the package says"),
    "cut": (lambda: packages.changed(A, lambda old: old[:-1]), "size that the package says"),
    "missing": (lambda: lacking(A), "lacks the file"),
    "no METS": (lambda: lacking("METS.xml"), "lacks the file “METS.xml”"),
    "no record": (lambda: lacking(RECORD), "lacks the file"),
    "extra": (lambda: renamed(ROOT + "representations/rep1/data/x.pdf"), "not named"),
    "outside": (lambda: renamed(ROOT + "../x"), "leads outside"),
    "absolute": (lambda: renamed("/etc/cron.d/x"), "leads outside"),
    "drive": (lambda: renamed("C:/x"), "leads outside"),
    "other folder": (lambda: renamed("other/x"), "leads outside"),
    "twice": (lambda: twice(A), "twice"),
    "case": (lambda: renamed(ROOT + A.upper()), "large and small letters"),
    "link": (linked, "link"),
    "DTD in METS": (lambda: dtd("METS.xml"), "document type"),
    "DTD in record": (
        lambda: rewritten(RECORD, lambda old: old.replace(b"?>", b"?><!DOCTYPE a>", 1)),
        "document type",
    ),
    "no XML": (lambda: rewritten(RECORD, lambda old: old[:-9]), "cannot be read"),
    "other record": (
        lambda: rewritten(RECORD, lambda old: old.replace(b"<title>", b"<title>Khac ", 1)),
        "says two things",
    ),
    "unknown value": (
        lambda: rewritten(RECORD, lambda old: old.replace(b"<year>2024", b"<year>nam", 1)),
        "cannot be",
    ),
    "unknown name": (
        lambda: rewritten(RECORD, lambda old: old.replace(b"<note>", b"<nope/><note>", 1)),
        "not known",
    ),
    "fewer documents": (
        lambda: packages.made(replace(FILE, document_total=3)),
        "3 documents and has 2",
    ),
    "same number": (
        lambda: packages.made(FILE, (ENTRIES[1], replace(ENTRIES[1], files=()))),
        "twice|same number",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_refused_with_the_reason(name):
    make, why = BAD[name]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        source = make()
    with pytest.raises(InvalidInput, match=why):
        read(source)


def zeros(size):
    """A package whose one file is so many zeros, honestly described."""
    digest = sha256()
    for _block in range(size >> 20):
        digest.update(bytes(1 << 20))
    one = DataFile("z", "z.pdf", digest.hexdigest(), size, "application/pdf")

    class Zeros:
        left = size

        def read(self, amount):
            amount = min(amount, self.left)
            self.left -= amount
            return bytes(amount)

        def __enter__(self):
            return self

        def __exit__(self, *_how):
            pass

    entry = EntryRecord(1, "z", files=(one,))
    source = packages.made(replace(FILE, document_total=1), (entry,), lambda _e, _d: Zeros())
    return packages.packed(packages.members(source).items())


def test_zeros_without_end_are_refused_before_they_are_unpacked():
    source = zeros(64 << 20)
    tracemalloc.start()
    with pytest.raises(InvalidInput, match="swells"):
        read(source)
    assert tracemalloc.get_traced_memory()[1] < 4 << 20
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("limits", "why"),
    [
        (Limits(total=1000), "too large when unpacked"),
        (Limits(one=600), "too large when unpacked"),
        (Limits(xml=500), "is too large"),
        (Limits(members=5), "more than 5 files"),
    ],
)
def test_limits_hold_while_it_is_unpacked(limits, why):
    with pytest.raises(InvalidInput, match=why):
        read(packages.made(), limits)


def test_writing_takes_no_more_memory_for_larger_files():
    size = 48 << 20
    zero = DataFile("z", "z.pdf", sha256(bytes(size)).hexdigest(), size, "application/pdf")

    class Endless:
        left = size

        def read(self, amount):
            amount = min(amount, self.left)
            self.left -= amount
            return bytes(amount)

        def __enter__(self):
            return self

        def __exit__(self, *_how):
            pass

    class Nowhere(BytesIO):
        place = 0

        def write(self, octets):
            self.place += len(octets)
            return len(octets)

        def tell(self):
            return self.place

        def seek(self, place, whence=0):
            self.place = place
            return place

    entry = EntryRecord(1, "z", files=(zero,))
    tracemalloc.start()
    packages.package_writer.write(
        Nowhere(), packages.MADE, FILE, lambda: (entry,), lambda _e, _d: Endless()
    )
    assert tracemalloc.get_traced_memory()[1] < 4 << 20
    tracemalloc.stop()


def test_ten_thousand_documents_go_through_the_record():
    target = BytesIO()
    entries = (EntryRecord(number, f"d{number}", subject="V/v") for number in range(1, 10_001))
    assert record_xml.write(target, FILE, entries) == 10_000
    target.seek(0)
    assert sum(1 for _row in record_xml.read(target)) == 10_001
