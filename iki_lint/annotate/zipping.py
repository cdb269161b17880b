"""The same zip file for the same content: no clock in it."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def rezipped(data: bytes) -> bytes:
    """A zip file with the entries of another in their order, all of one date (1 January 1980)."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for entry in old.infolist():
            made = ZipInfo(entry.filename)
            made.compress_type = ZIP_DEFLATED
            made.create_system = 0
            new.writestr(made, old.read(entry))
    return file.getvalue()
