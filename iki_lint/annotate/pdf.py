"""Highlights in a PDF file, each with its remark as the text that a click shows.

Where a cell stands is known from reading the file. Nothing carries a date or a random name: the same file with the
same findings gives the same bytes.
"""

from collections import defaultdict
from collections.abc import Iterable
from io import BytesIO

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from iki_lint.addresses import found_in
from iki_lint.annotate.remarks import AUTHOR, Remark, remarks, summary
from iki_lint.decree.source import Source
from iki_lint.linting import Review
from iki_lint.readers.pdf import find
from iki_lint.readers.pdf_rows import Spot
from iki_lint.readers.ruled import Box
from iki_lint.readers.unreadable import UnreadableDecree, unreadable

_COLOURS = {"error": (1.0, 0.75, 0.75), "warning": (1.0, 0.9, 0.55), "info": (0.8, 0.9, 1.0)}
_PRINTED = 4


def annotate(path: str, data: bytes, review: Review, lang: str = "id") -> bytes:
    """A copy of the file with highlights where something was found; those of an earlier run are replaced.

    Raises UnreadableDecree (IKI004, IKI006) when the file cannot be read, or is not to be written into.
    """
    spots = found_in(lang, find(path, data).spots)
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted:
            raise _refusal(path, "pdf-dilindungi")
        writer = PdfWriter(clone_from=reader)
        _remove(writer)
        _write(writer, review, spots, lang)
        made = BytesIO()
        writer.write(made)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise _refusal(path, "pdf-rusak") from None
    return made.getvalue()


def _refusal(path: str, message: str) -> UnreadableDecree:
    return unreadable("IKI006", message, Source(path, ""), 0, 0)


def _write(writer: PdfWriter, review: Review, spots: dict[str, Spot], lang: str) -> None:
    findings = review.report.findings
    made = remarks(findings, lang)
    first = [summary(made, len(findings), lang)]
    placed: defaultdict[Spot, list[Remark]] = defaultdict(list)
    for remark in made.shown:
        spot = spots.get(remark.address or "")
        if spot:
            placed[spot].append(remark)
        else:
            first.append(_text(remark))
    for count, (spot, here) in enumerate(placed.items(), 1):
        box, colour = _inside(spot.box), _COLOURS.get(here[0].severity, _COLOURS["info"])
        marked = _highlight(count, box, colour, "\n\n".join(map(_text, here)))
        marked[NameObject("/AP")] = DictionaryObject({NameObject("/N"): writer._add_object(_drawn(box, colour))})
        _add(writer.pages[spot.page - 1], marked)
    if findings:
        page = writer.pages[0]
        right, top = float(page.mediabox.right), float(page.mediabox.top)
        _add(page, _note(Box(right - 40, top - 40, right - 20, top - 20), "\n\n".join(first)))


def _text(remark: Remark) -> str:
    return "\n".join([f"{remark.level} {remark.code}", remark.message, *remark.notes])


def _highlight(count: int, box: Box, colour: tuple[float, ...], text: str) -> DictionaryObject:
    left, bottom, right, top = box
    made = _annotation("/Highlight", f"{AUTHOR}-{count}", box, colour, text)
    made[NameObject("/QuadPoints")] = _numbers(left, top, right, top, left, bottom, right, bottom)
    return made


def _inside(box: Box) -> Box:
    """The box within its ruled lines."""
    return Box(box.left + 0.5, box.bottom + 0.5, box.right - 0.5, box.top - 0.5)


def _drawn(box: Box, colour: tuple[float, ...]) -> StreamObject:
    """How a highlight looks: without it each program rounds or bulges the ends in its own way."""
    left, bottom, right, top = box
    made = StreamObject()
    made.set_data(f"/G gs {_plain(colour)} rg {_plain((left, bottom, right - left, top - bottom))} re f".encode())
    mixed = DictionaryObject({NameObject("/BM"): NameObject("/Multiply")})
    states = DictionaryObject({NameObject("/G"): mixed})
    made[NameObject("/Type")] = NameObject("/XObject")
    made[NameObject("/Subtype")] = NameObject("/Form")
    made[NameObject("/BBox")] = _numbers(*box)
    made[NameObject("/Group")] = DictionaryObject({NameObject("/S"): NameObject("/Transparency")})
    made[NameObject("/Resources")] = DictionaryObject({NameObject("/ExtGState"): states})
    return made


def _plain(values: Iterable[float]) -> str:
    return " ".join(f"{value:.2f}" for value in values)


def _note(box: Box, text: str) -> DictionaryObject:
    made = _annotation("/Text", f"{AUTHOR}-0", box, _COLOURS["info"], text)
    made[NameObject("/Name")] = NameObject("/Note")
    return made


def _annotation(kind: str, name: str, box: Box, colour: tuple[float, ...], text: str) -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject(kind),
            NameObject("/NM"): TextStringObject(name),
            NameObject("/T"): TextStringObject(AUTHOR),
            NameObject("/Rect"): _numbers(*box),
            NameObject("/C"): _numbers(*colour),
            NameObject("/F"): NumberObject(_PRINTED),
            NameObject("/Contents"): TextStringObject(text),
        }
    )


def _numbers(*values: float) -> ArrayObject:
    return ArrayObject(FloatObject(round(value, 2)) for value in values)


def _add(page: PageObject, annotation: DictionaryObject) -> None:
    there = page.get("/Annots")
    kept = list(there.get_object()) if there is not None else []
    page[NameObject("/Annots")] = ArrayObject([*kept, annotation])


def _remove(writer: PdfWriter) -> None:
    """Take out the remarks of an earlier run, with their looks, so that a file does not grow from run to run."""
    for page in writer.pages:
        there = page.get("/Annots")
        annotations = list(there.get_object()) if there is not None else []
        ours = [each for each in annotations if each.get_object().get("/T") == AUTHOR]
        for each in ours:
            looks = each.get_object().get("/AP", {}).get("/N")
            form = looks.get_object() if looks else None
            if isinstance(form, StreamObject) and form.indirect_reference and form.get("/Subtype") == "/Form":
                writer._objects[form.indirect_reference.idnum - 1] = None
        kept = [each for each in annotations if each not in ours]
        if ours and kept:
            page[NameObject("/Annots")] = ArrayObject(kept)
        elif ours:
            del page["/Annots"]
    while writer._objects and writer._objects[-1] is None:
        writer._objects.pop()
