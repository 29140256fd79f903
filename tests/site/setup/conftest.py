"""A Plone site in which vanphong is not installed, in the hands of its administrator."""

from io import BytesIO
from plone.app.testing import SITE_OWNER_NAME
from plone.testing import zope
from Products.CMFPlone.utils import get_installer
from zope.component.hooks import setSite
import pytest
import re
import tarfile


PRODUCT = "vanphong"
PROFILE = "vanphong:default"

#: Written by an export anew each time.
TIMES = re.compile(rb"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[^<\"]*")


@pytest.fixture
def site(plain, running):
    """The site, with the administrator signed in."""
    setSite(plain)
    zope.login(running["app"]["acl_users"], SITE_OWNER_NAME)
    return plain


@pytest.fixture
def installer(site, request_):
    """What the add-ons control panel uses."""
    return get_installer(site, request_)


@pytest.fixture
def installed(site, installer):
    """The site with the product."""
    assert installer.install_product(PRODUCT)
    return site


@pytest.fixture
def settings_of():
    """Everything that GenericSetup can export of a site: file name -> content."""

    def export(site):
        tarball = site.portal_setup.runAllExportSteps()["tarball"]
        with tarfile.open(fileobj=BytesIO(tarball)) as archive:
            return {
                member.name: TIMES.sub(b"", archive.extractfile(member).read())
                for member in archive.getmembers()
                if member.isfile()
            }

    return export


@pytest.fixture
def differences():
    """What differs between two exports, line by line."""

    def compare(before, after):
        found = []
        for name in sorted(before.keys() | after.keys()):
            one, other = (side.get(name, b"").decode().splitlines() for side in (before, after))
            found += [f"{name} - {line.strip()}" for line in one if line not in other]
            found += [f"{name} + {line.strip()}" for line in other if line not in one]
            if one != other and sorted(one) == sorted(other):
                found.append(f"{name}: in another order")
        return found

    return compare
