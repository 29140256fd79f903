"""What holds for the classes of all our types."""

from inspect import get_annotations
from plone.dexterity.utils import resolveDottedName


def test_no_class_takes_the_annotations_of_its_objects(portal):
    """Type hints of a class make ``__annotations__``, where Zope keeps what belongs to objects.

    The order of a folder would go into the class: shared by all, and lost at the next start.
    """
    guilty = []
    for fti in portal.portal_types.objectValues():
        name = getattr(fti, "klass", "")
        if not name.startswith("vanphong."):
            continue
        for cls in resolveDottedName(name).__mro__:
            if cls.__module__.startswith("vanphong.") and get_annotations(cls):
                guilty.append(f"{cls.__module__}.{cls.__name__}")
    assert guilty == []
