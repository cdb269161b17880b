"""Comments in the margin of a Word file (python-docx 1.2 or newer).

Where a remark goes is found by the walk that read the file, over the elements of python-docx. The comments carry no
date: the same file with the same findings gives the same bytes.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

import docx
from docx.comments import Comments
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from iki_lint.addresses import found_in
from iki_lint.annotate.remarks import AUTHOR, remarks, summary
from iki_lint.decree.source import Source
from iki_lint.linting import Review
from iki_lint.office import rezipped
from iki_lint.readers.package import Package
from iki_lint.readers.unreadable import UnreadableDecree, unreadable
from iki_lint.readers.word import MAIN, writing
from iki_lint.readers.word_walk import Walk

Element = Any

# What python-docx and lxml raise for packages and parts that are not as they should be.
_BROKEN = (SyntaxError, BadZipFile, KeyError, IndexError, ValueError, TypeError, AttributeError)
_MARKS = (qn("w:commentRangeStart"), qn("w:commentRangeEnd"), qn("w:commentReference"))
_ID, _P, _R = qn("w:id"), qn("w:p"), qn("w:r")


def annotate(path: str, data: bytes, review: Review, lang: str = "id") -> bytes:
    """A copy of the file with a comment for each remark; comments of an earlier run are replaced, others stay.

    Raises UnreadableDecree (IKI004, IKI006) when the file cannot be opened.
    """
    document, walk = opened(path, data)
    try:
        body, comments = document.element.body, document.comments
    except _BROKEN:
        raise _unopened(path) from None
    _remove(body, comments)
    made = remarks(review.report.findings, lang)
    places = found_in(lang, dict(_places(walk, body)))
    first = next(iter(places.values()), None)
    if first is not None:
        _comment(first, comments, "", [summary(made, len(review.report.findings), lang)])
        for remark in made.shown:
            place = places.get(remark.address or "", first)
            _comment(place, comments, f"{remark.level}: ", [remark.message, *remark.notes, remark.code])
    return saved(path, document)


def opened(path: str, data: bytes) -> tuple[Document, Walk]:
    """The document as python-docx holds it, and a walk through its elements. Raises UnreadableDecree."""
    package = Package(path, data)
    try:
        document = docx.Document(BytesIO(data))
    except _BROKEN:
        raise _unopened(path) from None
    if document.element.find(qn("w:body")) is None or not all(map(_is_whole, _relations(document))):
        raise _unopened(path)
    return document, Walk(writing(package, package.related().get(MAIN, "word/document.xml")))


def _relations(document: Document) -> Iterator[Any]:
    package = document.part.package
    yield from package.rels.values()
    for part in package.iter_parts():
        yield from part.rels.values()


def _is_whole(relation: Any) -> bool:
    """Whether a relation has all that it must have to be written again; python-docx reads it without."""
    return bool(relation.rId and relation.reltype and relation.target_ref)


def saved(path: str, document: Document) -> bytes:
    """The bytes of a document, the same for the same content. Raises UnreadableDecree when it cannot be written."""
    file = BytesIO()
    try:
        document.save(file)
    except _BROKEN:
        raise _unopened(path) from None
    return rezipped(file.getvalue())


def _unopened(path: str) -> UnreadableDecree:
    return unreadable("IKI006", "word-bukan-docx", Source(path, ""), 0, 0)


def _places(walk: Walk, body: Element) -> Iterator[tuple[str, Element]]:
    """The paragraph to which a comment on an address is tied, by address."""
    seen: set[str] = set()
    for found in walk.body(body):
        anchors = [anchor for anchor in found.anchors if anchor is not None]
        for piece, anchor in zip(found.pieces, found.anchors, strict=True):
            if piece.address and piece.address not in seen:
                seen.add(piece.address)
                yield piece.address, _paragraph(anchors[0] if anchor is None else anchor)


def _paragraph(anchor: Element) -> Element:
    """A paragraph that stands for a paragraph or a cell: its first one with words, else its first one.

    A text box holds no comments; the paragraph that it hangs on stands for it.
    """
    boxes = list(anchor.iterancestors(qn("w:txbxContent")))
    if boxes:
        return next(boxes[-1].iterancestors(_P))
    found = list(anchor.iter(_P))
    for paragraph in found:
        if any(text.text and text.text.strip() for text in paragraph.iter(qn("w:t"))):
            return paragraph
    if found:
        return found[0]
    made = OxmlElement("w:p")
    anchor.append(made)
    return made


def _comment(paragraph: Element, comments: Comments, level: str, sentences: list[str]) -> None:
    """Tie a comment to a paragraph; the margin may show no more than its first words."""
    comment = comments.add_comment(author=AUTHOR, initials=AUTHOR)
    about = comment._comment_elm
    about.attrib.pop(qn("w:date"), None)
    opening = comment.paragraphs[0]
    if level:
        opening.add_run(level).bold = True
    opening.add_run(sentences[0])
    for sentence in sentences[1:]:
        comment.add_paragraph().add_run(sentence)
    id = about.get(_ID)
    start, end, reference = (OxmlElement(f"w:{name}") for name in ("commentRangeStart", "commentRangeEnd", "r"))
    mark = OxmlElement("w:commentReference")
    reference.append(mark)
    for element in (start, end, mark):
        element.set(_ID, id)
    paragraph.insert(1 if len(paragraph) and paragraph[0].tag == qn("w:pPr") else 0, start)
    paragraph.extend((end, reference))


def _remove(body: Element, comments: Comments) -> None:
    """Take out the comments of an earlier run, with what ties them to the text."""
    ours = {comment._comment_elm.get(_ID): comment._comment_elm for comment in comments if comment.author == AUTHOR}
    for element in [each for each in body.iter(*_MARKS) if each.get(_ID) in ours]:
        run = element.getparent()
        run.remove(element)
        if run.tag == _R and all(child.tag == qn("w:rPr") for child in run):
            run.getparent().remove(run)
    for element in ours.values():
        element.getparent().remove(element)
