"""What the tests of remarks share: the Word files of the readers' tests, and a way to see the comments of one."""

import io
import os
import sys
import zipfile

import docx

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "readers"))

from word_files import decree, item, p, packed, table, tc, tr, word

__all__ = ["anchored", "comments", "decree", "item", "p", "packed", "parts", "table", "tc", "tr", "word"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def comments(data):
    """Author, date and paragraphs of each comment, by id."""
    found = docx.Document(io.BytesIO(data)).comments
    return {each.comment_id: (each.author, each.timestamp, [q.text for q in each.paragraphs]) for each in found}


def anchored(data):
    """The words between the marks of each comment, by id; every comment has its three marks in this order."""
    body = docx.Document(io.BytesIO(data)).element.body
    open_, done, found = {}, [], []
    for element in body.iter():
        id = element.get(f"{W}id")
        if element.tag == f"{W}commentRangeStart":
            open_[id] = ""
        elif element.tag == f"{W}commentRangeEnd":
            done.append((id, open_.pop(id)))
        elif element.tag == f"{W}commentReference":
            found.append(id)
        elif element.tag == f"{W}t":
            open_ = {id: words + (element.text or "") for id, words in open_.items()}
    assert not open_
    assert found == [id for id, _ in done]
    return {int(id): words for id, words in done}


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}
