"""Văn phòng điện tử: an electronic office for Vietnamese public bodies."""

from zope.i18nmessageid import MessageFactory


PACKAGE_NAME = "vanphong"

_ = MessageFactory(PACKAGE_NAME)
