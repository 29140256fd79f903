"""Every version of the profile can be reached from the one before.

A version lives in a folder ``upgrades/vNNNN`` and is registered in its configure.zcml.
"""

from itertools import pairwise
from Products.GenericSetup.upgrade import _upgrade_registry
from xml.etree import ElementTree
import pytest


FIRST = 1000


@pytest.fixture
def version(root):
    """What metadata.xml says."""
    tree = ElementTree.parse(root / "profiles/default/metadata.xml")  # noqa: S314
    return int(tree.findtext("version"))


@pytest.fixture
def folders(root):
    """Versions that have a folder."""
    return sorted(int(path.name[1:]) for path in root.glob("src/vanphong/upgrades/v[0-9]*"))


@pytest.fixture
def steps(portal):
    """(source, destination) of all registered steps."""
    registered = _upgrade_registry.getUpgradeStepsForProfile("vanphong:default")
    found = []
    for step in registered.values():
        for one in step if isinstance(step, list) else [(None, step)]:
            found.append((int(one[1].source[0]), int(one[1].dest[0])))
    return sorted(set(found))


def test_every_folder_is_registered(folders, steps):
    assert {destination for _source, destination in steps} == set(folders)


def test_the_last_one_is_the_version_of_the_profile(folders, version):
    assert version == max([FIRST, *folders])


def test_none_is_left_out(steps, folders):
    assert steps == list(pairwise([FIRST, *folders]))


def test_from_every_version_one_comes_to_the_last(installed, installer, folders, version):
    tool = installed.portal_setup
    for old in (FIRST, *folders):
        tool.setLastVersionForProfile("vanphong:default", str(old))
        installer.upgrade_product("vanphong")
        assert tool.getLastVersionForProfile("vanphong:default") == (str(version),), old


def test_the_removal_has_the_same_version(root, version):
    tree = ElementTree.parse(root / "profiles/uninstall/metadata.xml")  # noqa: S314
    assert int(tree.findtext("version")) == version
