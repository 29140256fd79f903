"""Zope without a server, for commands."""

from typing import Any
import os


def database() -> Any:
    """Start Zope on its configuration, and give its database.

    Raises zc.lockfile.LockError if another process has the FileStorage open.
    """
    from Zope2.Startup.run import configure_wsgi
    import Zope2

    usual = os.environ["VANPHONG_HOME"] + "/instance/etc/zope.conf"
    configure_wsgi(os.environ.get("VANPHONG_CONF") or usual)
    Zope2.startup_wsgi()
    return Zope2.DB
