"""The wheel holds the whole package: profiles, templates, ZCML, static files, migrations."""

from configparser import ConfigParser
from zipfile import ZipFile
import os
import pytest
import subprocess
import sys


@pytest.fixture(scope="module")
def wheel(checkout, build):
    with ZipFile(build(checkout, "wheel")) as archive:
        yield archive


def names(wheel):
    return {name for name in wheel.namelist() if ".dist-info/" not in name}


def test_it_holds_every_file_of_the_package_and_no_other(wheel, package_files):
    assert names(wheel) == package_files


def test_the_profiles_are_those_of_the_top_folder(wheel, checkout, files):
    on_disk = {name for name in files if name.startswith("profiles/")}
    assert on_disk
    inside = {
        name.removeprefix("vanphong/")
        for name in names(wheel)
        if name.startswith("vanphong/profiles/")
    }
    assert inside == on_disk
    for name in on_disk:
        assert wheel.read(f"vanphong/{name}") == (checkout / name).read_bytes()


@pytest.mark.parametrize(
    "kind",
    [".zcml", ".pt", ".css", ".js", ".svg", ".pot", ".po", ".pdf", ".json", ".mako", "/py.typed"],
)
def test_each_kind_of_file_is_there(wheel, kind):
    assert any(name.endswith(kind) for name in names(wheel))


@pytest.mark.parametrize("profile", ["default", "sample", "uninstall"])
def test_an_installed_profile_is_found(wheel, tmp_path, profile):
    """A missing profile would register without a version, and without an error."""
    wheel.extractall(tmp_path)
    code = (
        "import pathlib, sys, vanphong\n"
        "from Products.GenericSetup.metadata import ProfileMetadata\n"
        "path = pathlib.Path(vanphong.__file__).parent / 'profiles' / sys.argv[1]\n"
        "print(vanphong.__file__, ProfileMetadata(str(path), product='vanphong')()['version'])\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    said = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code, profile],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    place, version = said.split()
    assert place == str(tmp_path / "vanphong/__init__.py")
    assert version.isdigit()


def test_entry_points(wheel):
    name = next(name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    entries = ConfigParser()
    entries.read_string(wheel.read(name).decode())
    assert dict(entries["console_scripts"]) == {"vanphong": "vanphong.ledger.command:main"}
    assert dict(entries["plone.autoinclude.plugin"]) == {"target": "plone"}
