"""pdf.js, as npm has it: ``pdfjs-dist`` 5.6.205, with the licences beside the files.

Only what draws pages: no viewer, no interpreter for scripts of PDFs (``pdf.sandbox``), no
fonts, no character maps.
"""

from pathlib import Path


VERSION = "5.6.205"

FOLDER = Path(__file__).parent / "static"

#: What is sent, and as what; nothing else in the folder is.
SENT = {
    "pdf.min.mjs": "text/javascript",
    "pdf.worker.min.mjs": "text/javascript",
    "jbig2.wasm": "application/wasm",
    "openjpeg.wasm": "application/wasm",
    "qcms_bg.wasm": "application/wasm",
}
