"""bin/instance run instance/create_site.py: makes the site "vanphong", if it isn't there."""

from AccessControl.SecurityManagement import newSecurityManager
from pathlib import Path
from plone import api
from Products.CMFPlone.factory import addPloneSite
from Testing.makerequest import makerequest
from vanphong.attachments.interfaces import IFileSettings
from zope.component.hooks import setSite
from zope.globalrequest import setRequest
import os
import sys
import time
import transaction


SITE = "vanphong"
PROFILE = "default" if "--empty" in sys.argv else "sample"

app = makerequest(app)
setRequest(app.REQUEST)
if app.acl_users.getUserById("admin") is None:
    # inituser is used up by the first database; a later one would have no administrator
    app.acl_users.userFolderAddUser("admin", "admin", ["Manager"], [])
newSecurityManager(None, app.acl_users.getUserById("admin").__of__(app.acl_users))
if SITE not in app.objectIds():
    begun = time.time()
    print("Making the site ...", flush=True)
    site = addPloneSite(
        app,
        SITE,
        title="Văn phòng điện tử",
        default_language="vi",
        portal_timezone="Asia/Ho_Chi_Minh",
        extension_ids=(
            "plone.app.contenttypes:default",
            "plone.app.layout:default",
            "plonetheme.barceloneta:default",
            f"vanphong:{PROFILE}",
        ),
    )
    setSite(site)
    if PROFILE == "default":  # an office in service; the sample needs nothing but Python
        api.portal.set_registry_record("antivirus", "required", interface=IFileSettings)
    # plone.app.theming's default switches the theme off for the host 127.0.0.1
    api.portal.set_registry_record(
        "plone.app.theming.interfaces.IThemeSettings.hostnameBlacklist", []
    )
    # http://127.0.0.1:8080 is the office itself; http://localhost:8080 stays Zope's root
    app.virtual_hosting.set_map("127.0.0.1:8080/vanphong")
    transaction.commit()
    print(f"Made in {time.time() - begun:.1f} s.", flush=True)
Path(os.environ["VANPHONG_VAR"], "site-made").touch()
