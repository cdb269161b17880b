"""Of any Word file: every word comes out once, in order; any damage is told in a sentence, never a traceback."""

import re
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import LETTERS, item, p, packed, table, tc, tr, word

from iki_lint.readers.unreadable import UnreadableDecree
from iki_lint.readers.word import read

RUN = st.sampled_from(
    [
        "<w:r><w:t>{}</w:t></w:r>",
        "<w:r><w:t>{}</w:t><w:tab/><w:t>{}</w:t></w:r>",
        '<w:ins w:id="1"><w:r><w:t>{}</w:t></w:r></w:ins>',
        "<w:sdt><w:sdtContent><w:r><w:t>{}</w:t></w:r></w:sdtContent></w:sdt>",
        "<w:hyperlink><w:r><w:t>{}</w:t><w:br/></w:r></w:hyperlink>",
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> {} </w:t></w:r>',
        "<m:oMath><m:r><m:t>{}</m:t></m:r></m:oMath>",
        "<w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r>",
    ]
)
PARAGRAPH = st.lists(RUN, max_size=3).map(lambda runs: f"<w:p>{'<w:r><w:tab/></w:r>'.join(runs)}</w:p>")


def cells(content):
    cell = st.builds(
        lambda blocks, span, merge: tc("".join(blocks) + p(), span, merge),
        st.lists(content, max_size=2),
        st.integers(1, 3),
        st.sampled_from(["", "restart"]),
    )
    row = st.builds(
        lambda cells, before: tr(*cells, properties=f'<w:gridBefore w:val="{before}"/>'),
        st.lists(cell | cell.map(lambda each: f"<w:sdt><w:sdtContent>{each}</w:sdtContent></w:sdt>"), max_size=5),
        st.integers(0, 3),
    )
    return st.lists(row, max_size=4).map(lambda rows: table(*rows))


BLOCK = st.recursive(
    PARAGRAPH,
    lambda inner: cells(inner) | inner.map(lambda each: f"<w:sdt><w:sdtContent>{each}</w:sdtContent></w:sdt>"),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(BLOCK, max_size=4))
def test_every_word_comes_out_once(blocks):
    number = count(1)
    body = re.sub(r"\{\}", lambda _: f"kata{next(number)}", "".join(blocks))
    rows = read("a.docx", word(body)).rows
    found = re.findall(r"kata\d+", " ".join(cell.text for row in rows for cell in row.cells))
    assert sorted(found) == sorted(re.findall(r"kata\d+", body))


SOUND = word(
    p("Jabatan: A", item(1)) + table(tr("No", "Indikator", "Formulasi"), tr("1", tc("b", merge="restart"), "c")),
    LETTERS + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(SOUND) - 1), st.binary(max_size=6), st.integers(0, 40))
def test_damage_to_the_package_is_told(at, new, lost):
    _try(SOUND[:at] + new + SOUND[at + lost :])


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["word/document.xml", "word/numbering.xml", "_rels/.rels"]), st.data())
def test_damage_to_a_part_is_told(name, data):
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(SOUND)) as package:
        parts = {each: package.read(each) for each in package.namelist()}
    part = parts[name]
    at = data.draw(st.integers(0, len(part) - 1))
    new = data.draw(st.binary(max_size=6) | st.sampled_from([b"-1", b"99999999999", b"<w:p>", b"</w:p>", b"w:tbl"]))
    parts[name] = part[:at] + new + part[at + data.draw(st.integers(0, 12)) :]
    _try(packed(parts))


def _try(data):
    told = "word-"
    try:
        read("a.docx", data)
    except UnreadableDecree as error:
        told = error.problem.message
    assert told.startswith("word-")
