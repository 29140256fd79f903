"""The source distribution holds ordinary files, and builds the same wheel."""

from zipfile import ZipFile
import pytest
import tarfile


@pytest.fixture(scope="module")
def unpacked(checkout, build, tmp_path_factory):
    target = tmp_path_factory.mktemp("sdist-unpacked")
    with tarfile.open(build(checkout, "sdist")) as archive:
        archive.extractall(target)  # noqa: S202 - our own, just built
    return next(target.iterdir())


def test_it_holds_no_links(unpacked):
    assert not [path for path in unpacked.rglob("*") if path.is_symlink()]
    assert (unpacked / "src/vanphong/profiles/default/metadata.xml").is_file()


def test_it_holds_what_a_reader_needs(unpacked):
    for name in ("README.md", "CHANGELOG.md", "pyproject.toml", "setup.py"):
        assert (unpacked / name).is_file()


def test_its_wheel_is_that_of_the_checkout(unpacked, build, package_files):
    with ZipFile(build(unpacked, "wheel")) as wheel:
        assert {name for name in wheel.namelist() if ".dist-info/" not in name} == package_files
