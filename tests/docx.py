"""Word documents that are kept as text, so that a person can read them in a
diff: “=== NAME” on a line of its own begins each part (unit/docx_pack.h)."""

import io
import re
import zipfile

SUFFIX = ".docx.parts"


def parts(text):
    """[(name, text)] in their order."""
    pieces = re.split(r"^=== (.+)\n", text, flags=re.M)
    return list(zip(pieces[1::2], pieces[2::2]))


def pack(text):
    """The archive: the same bytes for the same text."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts(text):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, part)
    return out.getvalue()
