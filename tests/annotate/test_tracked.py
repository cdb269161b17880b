"""Fixes as tracked changes: the words only, in their formatting, and nothing else."""

import io

import docx
import pytest
from annotate_samples import decree, p, table, tc, tr, word

from iki_lint.annotate import tracked as module
from iki_lint.annotate.tracked import tracked
from iki_lint.linting import Config
from iki_lint.readers.word import read

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEAD = tr("No", "Rencana Kinerja", "Indikator", "Formulasi", "Sumber Data")
CONFIG = Config(("BHS001",))


def source_cell(content):
    rest = tr("1", "Terlaksananya rapat", "Jumlah rapat", "Jumlah rapat", tc(content))
    return word(p("Jabatan: CAMAT") + table(HEAD, rest))


def run(text, form=""):
    about = f"<w:rPr>{form}</w:rPr>" if form else ""
    return f'<w:r>{about}<w:t xml:space="preserve">{text}</w:t></w:r>'


def changes(data):
    """What is deleted and inserted, in order, each with the formats of its run."""
    found = []
    for element in docx.Document(io.BytesIO(data)).element.body.iter(f"{W}del", f"{W}ins"):
        words = "".join(text.text for text in element.iter(f"{W}delText", f"{W}t"))
        forms = [each.tag.replace(W, "") for form in element.iter(f"{W}rPr") for each in form]
        assert element.get(f"{W}author") == "iki-lint"
        found.append((element.tag.replace(W, ""), words, forms))
    return found


def cell_of(data):
    return read("a.docx", data).rows[-1].cells[-1].text


def test_a_word_is_replaced_in_its_formatting():
    data = source_cell(f"<w:p>{run('Laporan ')}{run('Kementrian PANRB', '<w:b/>')}</w:p>")
    made = tracked("a.docx", data, CONFIG)
    assert made.applied == {"BHS001": 1}
    assert changes(made.data) == [("del", "Kementrian", ["b"]), ("ins", "Kementerian", ["b"])]
    assert cell_of(made.data) == "Laporan Kementerian PANRB"
    assert tracked("a.docx", data, CONFIG) == made


def test_a_word_in_several_runs():
    data = source_cell(f"<w:p>{run('Laporan Kemen')}{run('tri', '<w:i/>')}{run('an dan Kementrian')}</w:p>")
    made = tracked("a.docx", data, CONFIG)
    assert changes(made.data) == [
        ("del", "Kemen", []),
        ("del", "tri", ["i"]),
        ("del", "an", []),
        ("ins", "Kementerian", []),
        ("del", "Kementrian", []),
        ("ins", "Kementerian", []),
    ]
    assert cell_of(made.data) == "Laporan Kementerian dan Kementerian"


def test_what_stands_behind_in_the_same_run_stays():
    data = source_cell("<w:p><w:r><w:t>Kementrian</w:t><w:tab/><w:t>lama</w:t><w:br/><w:t>baru</w:t></w:r></w:p>")
    made = tracked("a.docx", data, CONFIG)
    assert changes(made.data) == [("del", "Kementrian", []), ("ins", "Kementerian", [])]
    assert cell_of(made.data) == "Kementerian lama baru"


@pytest.mark.parametrize(
    "content",
    [
        f'<w:p><w:ins w:id="7" w:author="iki-lint">{run("Kementrian")}</w:ins></w:p>',
        f"<w:p><w:sdt><w:sdtContent>{run('Kementrian')}</w:sdtContent></w:sdt></w:p>",
        f"<w:sdt><w:sdtContent><w:p>{run('Kementrian')}</w:p></w:sdtContent></w:sdt><w:p/>",
        '<w:p><w:del w:id="7" w:author="iki-lint"><w:r><w:delText>Kementrian</w:delText></w:r></w:del>'
        f"{run('Kementrian')}</w:p>",
    ],
    ids=["insertion", "control", "control-around", "behind-a-deletion"],
)
def test_words_within_other_things(content):
    made = tracked("a.docx", source_cell(content), CONFIG)
    assert made.applied == {"BHS001": 1}
    assert cell_of(made.data) == "Kementerian"


def test_nothing_to_mend():
    made = tracked("a.docx", source_cell("Laporan rapat"), CONFIG)
    assert made.applied == {}
    assert changes(made.data) == []


def test_a_whole_decree():
    data = decree("klojen-2018.txt")
    made = tracked("a.docx", data, Config())
    assert made.applied["BHS002"] == 6
    assert sum(made.applied.values()) == 73
    before, after = read("a.docx", data).rows, read("a.docx", made.data).rows
    changed = [
        a.line for a, b in zip(before, after, strict=True) if [c.text for c in a.cells] != [c.text for c in b.cells]
    ]
    assert 0 < len(changed) <= 73
    assert tracked("a.docx", made.data, Config()).applied == {}


def test_what_is_not_shown_to_be_right_is_not_given_back(monkeypatch):
    careful = module._run
    monkeypatch.setattr(module, "_run", lambda form, words: careful(form, words.upper()))
    assert tracked("a.docx", source_cell("Kementrian"), CONFIG).data is None
