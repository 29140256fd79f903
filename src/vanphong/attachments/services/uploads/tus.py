"""The requests of tus: begin, ask how far it is, send a part."""

from base64 import b64decode
from binascii import Error
from plone.restapi.services.content.tus import TUS_OPTIONS_RESPONSE_HEADERS
from vanphong.attachments.services.uploads import store
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ui.services import OfficeService


VERSION = "1.0.0"


class TusService(OfficeService):
    """Base: the version of the protocol, in both directions."""

    takes = 1
    status = 204

    def answer(self):
        """Do it, unless the client speaks another version."""
        response = self.request.response
        response.setHeader("Tus-Resumable", VERSION)
        if self.request.getHeader("Tus-Resumable") != VERSION:
            response.setHeader("Tus-Version", VERSION)
            return self._nothing(412)
        self.perform()
        return self._nothing(self.status)

    def reply(self):
        """The answer; of a refusal nothing but the status where the method has no body."""
        answer = super().reply()
        if self.request.method == "HEAD":
            return self._nothing(self.request.response.getStatus())
        return answer

    def _nothing(self, status: int):
        answer = self.reply_no_content(status)
        self.request.response.setStatus(status, lock=1)
        return answer

    def perform(self):
        """Answer the request."""
        raise NotImplementedError

    def number(self, name: str) -> int:
        """A header that is a number."""
        text = self.request.getHeader(name) or ""
        if not text.isdecimal():
            raise InvalidInput(_("The header “${name}” must be a number."), name=name)
        return int(text)

    def upload(self) -> store.Upload:
        """The upload that the address names."""
        return store.find("".join(self.path))


class UploadBegin(TusService):
    """POST @tus-upload."""

    takes = 0
    status = 201

    def perform(self):
        """Give the address to which the parts are sent; its last step is the id."""
        upload = store.begin(self._name(), self.number("Upload-Length"))
        url = f"{self.context.absolute_url()}/@tus-upload/{upload.uid}"
        self.request.response.setHeader("Location", url)
        self.request.response.setHeader("Upload-Expires", upload.expires())

    def _name(self) -> str:
        for item in (self.request.getHeader("Upload-Metadata") or "").split(","):
            key, _space, value = item.strip().partition(" ")
            if key.lower() == "filename":
                try:
                    return b64decode(value, validate=True).decode("utf-8")
                except (Error, UnicodeDecodeError):
                    break
        raise InvalidInput(_("“Upload-Metadata” must give the filename in base64."), field="file")


class UploadState(TusService):
    """HEAD @tus-upload/<id>."""

    status = 200

    def perform(self):
        """How far it is."""
        upload = self.upload()
        response = self.request.response
        response.setHeader("Upload-Length", str(upload.length()))
        response.setHeader("Upload-Offset", str(upload.offset()))


class UploadPart(TusService):
    """PATCH @tus-upload/<id>."""

    def perform(self):
        """Take a part."""
        kind = (self.request.getHeader("Content-Type") or "").partition(";")[0].strip()
        if kind != "application/offset+octet-stream":
            raise InvalidInput(_("Send parts as application/offset+octet-stream."))
        upload = self.upload()
        body = self.request._file
        upload.add(getattr(body, "raw", body), self.number("Upload-Offset"))
        response = self.request.response
        response.setHeader("Upload-Offset", str(upload.offset()))
        response.setHeader("Upload-Expires", upload.expires())


class UploadOptions(OfficeService):
    """OPTIONS @tus-upload."""

    def answer(self):
        """What this server can do."""
        for name, value in TUS_OPTIONS_RESPONSE_HEADERS.items():
            self.request.response.setHeader(name, value)
        return self.reply_no_content()
