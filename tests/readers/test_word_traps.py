"""What a Word file can hide in its XML: each cell and paragraph comes out as it would be printed."""

import pytest
from word_files import LETTERS, item, p, table, tc, tr, word

from iki_lint.readers.importing import import_file
from iki_lint.readers.word import read

HEAD = tr("No", "Rencana Kinerja", "Indikator", "Formulasi", "Sumber Data")


def rows(body, numbering="", styles=""):
    found = read("a.docx", word(body, numbering, styles)).rows
    return [[cell.text for cell in row.cells] for row in found]


def text(runs, numbering="", styles="", properties=""):
    """The words of one paragraph with this content."""
    about = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    found = rows(f"<w:p>{about}{runs}</w:p>", numbering, styles)
    return found[0][0] if found else ""


def addresses(body):
    return [[cell.address for cell in row.cells] for row in read("a.docx", word(body)).rows]


def r(words, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def level(form, written, number=0, more=""):
    about = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{written}"/>'
    return f'<w:lvl w:ilvl="{number}">{about}</w:lvl>'


def lists(*levels, id=0):
    return f'<w:abstractNum w:abstractNumId="{id}">{"".join(levels)}</w:abstractNum>'


def num(id, abstract=0, override=""):
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'


RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'


# Changes, controls, fields


def test_insertions_are_kept_and_deletions_are_not():
    runs = f'{r("Jumlah ")}<w:ins w:id="1">{r("dokumen")}</w:ins>'
    runs += '<w:del w:id="2"><w:r><w:delText>surat</w:delText></w:r></w:del>'
    moved = f'<w:moveFrom w:id="3">{r("lama")}</w:moveFrom><w:moveTo w:id="4">{r(" baru")}</w:moveTo>'
    assert text(runs + moved) == "Jumlah dokumen baru"


def test_a_deleted_row_is_left_out_and_still_counted():
    deleted = tr("1", "lama", "a", "b", "c", properties='<w:del w:id="1"/>')
    body = table(HEAD, deleted, tr("1", "baru", "a", "b", "c"))
    assert rows(body)[1:] == [["1", "baru", "a", "b", "c"]]
    assert addresses(body)[1][1] == "Tabel 1, baris 3, kolom Rencana Kinerja"


def control(content):
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def test_content_controls_around_everything():
    cells = tc("1") + control(tc("rencana")) + tc(control(p("indikator"))) + tc(f"<w:p>{control(r('rumus'))}</w:p>")
    body = control(p("atas")) + control(table(HEAD, control(tr(cells, tc("sumber")))))
    assert rows(body) == [
        ["atas"],
        ["No", "Rencana Kinerja", "Indikator", "Formulasi", "Sumber Data"],
        ["1", "rencana", "indikator", "rumus", "sumber"],
    ]


def test_a_field_shows_its_result_and_not_its_code():
    code = "<w:r><w:instrText> PAGE </w:instrText></w:r>"
    field = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    begin, separate, end = (part + "</w:r>" for part in field.split("</w:r>")[:3])
    assert text(r("hal. ") + begin + code + r("rahasia") + separate + r("7") + end + r(" akhir")) == "hal. 7 akhir"
    assert text(f'<w:fldSimple w:instr=" DATE ">{r("2023")}</w:fldSimple>') == "2023"
    assert rows(f"<w:p>{begin}{r('hilang')}</w:p>" + p("tetap")) == [["tetap"]]


def test_signs_that_are_elements():
    runs = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>"
    assert text(runs + '<w:r><w:br w:type="page"/><w:t>e</w:t></w:r>') == "a b c-d e"
    assert text('<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:t> satu</w:t></w:r>') == "• satu"


def test_hidden_text():
    styles = (
        '<w:style w:type="character" w:styleId="samar"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="turunan"><w:basedOn w:val="samar"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="diam"><w:rPr><w:vanish w:val="true"/></w:rPr></w:style>'
    )
    assert text(r("tampak") + r("tidak", "<w:vanish/>") + r(" juga", '<w:vanish w:val="0"/>')) == "tampak juga"
    assert text(r("a") + r("b", '<w:rStyle w:val="turunan"/>'), styles=styles) == "a"
    assert text(r("b"), styles=styles, properties='<w:pStyle w:val="diam"/>') == ""


def test_a_text_box_is_read_once_as_rows_of_its_own():
    box = f"<w:txbxContent>{p('LAMPIRAN')}{p('Nomor 1')}</w:txbxContent>"
    drawn = f"<w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing>"
    fallback = f"<w:pict><v:textbox>{box}</v:textbox></w:pict>"
    choice = f'<mc:Choice Requires="wps">{drawn}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>'
    anchored = f"<w:p>{r('atas')}<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r></w:p>"
    assert rows(anchored + p("bawah")) == [["atas"], ["LAMPIRAN"], ["Nomor 1"], ["bawah"]]
    assert rows(table(tr(tc(anchored), "b"))) == [["atas LAMPIRAN Nomor 1", "b"]]
    assert rows(f"<w:p><w:r>{fallback}</w:r></w:p>") == [["LAMPIRAN"], ["Nomor 1"]]


def test_an_equation_is_one_line():
    part = "<m:f><m:num><m:r><m:t>dokumen selesai</m:t></m:r></m:num><m:den><m:r><m:t>dokumen</m:t></m:r></m:den></m:f>"
    assert text(f"<m:oMath>{part}<m:r><m:t> x 100%</m:t></m:r></m:oMath>") == "dokumen selesai / dokumen x 100%"


# Numbers


def test_automatic_numbers_in_the_number_column():
    body = table(HEAD, *(tr(tc(p(properties=item(1))), "r", "i", "f", "s") for _ in range(3)))
    numbering = lists(level("decimal", "%1.")) + num(1)
    assert [row[0] for row in rows(body, numbering)] == ["No", "1.", "2.", "3."]


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("decimal", ["1)", "2)", "3)", "4)"]),
        ("lowerLetter", ["a)", "b)", "c)", "d)"]),
        ("upperLetter", ["A)", "B)", "C)", "D)"]),
        ("lowerRoman", ["i)", "ii)", "iii)", "iv)"]),
        ("upperRoman", ["I)", "II)", "III)", "IV)"]),
        ("decimalZero", ["01)", "02)", "03)", "04)"]),
        ("bullet", ["-", "-", "-", "-"]),
        ("none", ["", "", "", ""]),
    ],
)
def test_forms_of_numbers(form, numbers):
    found = rows("".join(p("x", item(1)) for _ in range(4)), lists(level(form, "%1)")) + num(1))
    assert [row[0] for row in found] == [f"{number} x".strip() for number in numbers]


def test_letters_after_z():
    found = rows("".join(p("x", item(1)) for _ in range(28)), LETTERS + num(1))
    assert [row[0] for row in found][25:] == ["z. x", "aa. x", "bb. x"]


def test_levels_start_anew_below_a_higher_one_and_name_it():
    numbering = lists(level("decimal", "%1."), level("lowerLetter", "%1.%2)", 1)) + num(1)
    order = (0, 1, 1, 0, 1)
    found = rows("".join(p("x", item(1, each)) for each in order), numbering)
    assert [row[0] for row in found] == ["1. x", "1.a) x", "1.b) x", "2. x", "2.a) x"]


def test_a_level_that_never_starts_anew():
    numbering = lists(level("decimal", "%1."), level("decimal", "(%2)", 1, '<w:lvlRestart w:val="0"/>')) + num(1)
    found = rows("".join(p("x", item(1, each)) for each in (0, 1, 0, 1)), numbering)
    assert [row[0] for row in found] == ["1. x", "(1) x", "2. x", "(2) x"]


def test_lists_that_share_their_levels_are_counted_on_unless_they_start_anew():
    numbering = LETTERS + num(1) + num(2) + num(3, override=RESTART)
    found = rows("".join(p("x", item(each)) for each in (1, 1, 2, 3, 3, 1)), numbering)
    assert [row[0] for row in found] == ["a. x", "b. x", "c. x", "a. x", "b. x", "c. x"]


def test_numbers_from_the_style_and_the_style_it_is_based_on():
    styles = (
        '<w:style w:type="paragraph" w:styleId="butir"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="anak"><w:basedOn w:val="butir"/></w:style>'
    )
    style = '<w:pStyle w:val="anak"/>'
    body = p("x", style) + p("y", style) + p("z", style + '<w:numPr><w:numId w:val="0"/></w:numPr>') + p("w", style)
    assert rows(body, LETTERS + num(1), styles) == [["a. x"], ["b. y"], ["z"], ["c. w"]]


def test_a_style_that_a_level_names_takes_that_level():
    numbering = lists(level("decimal", "%1."), level("lowerLetter", "%2.", 1, '<w:pStyle w:val="sub"/>')) + num(1)
    about = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = f'<w:style w:type="paragraph" w:styleId="sub">{about}</w:style>'
    assert rows(p("x", item(1)) + p("y", '<w:pStyle w:val="sub"/>'), numbering, styles) == [["1. x"], ["a. y"]]


def test_styles_and_lists_that_run_in_a_circle():
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>' for a, b in ("ab", "ba")
    )
    assert rows(p("x", '<w:pStyle w:val="a"/>'), LETTERS + num(1), styles) == [["x"]]


# Columns


def test_a_row_that_starts_in_a_later_column():
    late = tr("i2", "f2", "s2", properties='<w:gridBefore w:val="2"/>')
    body = table(HEAD, tr("1", "r", "i", "f", "s"), late)
    assert rows(body)[2] == ["", "", "i2", "f2", "s2"]
    assert addresses(body)[2][4] == "Tabel 1, baris 3, kolom Sumber Data"


def test_a_cell_that_continues_the_one_above_is_empty():
    def row(number, text, merge, *rest):
        return tr(tc(number, merge=merge), tc(text, merge=merge), *rest)

    body = table(HEAD, row("1", "r", "restart", "i", "f", "s"), row("", "", "continue", "i2", "f2", "s2"))
    assert rows(body)[2] == ["", "", "i2", "f2", "s2"]
    orphan = table(HEAD, row("1", "r", "continue", "i", "f", "s"))
    assert rows(orphan)[1] == ["1", "r", "i", "f", "s"]


def test_words_left_in_a_merged_away_cell_are_told():
    first = tr("1", tc("rencana", merge="restart"), "i", "f", "s")
    second = tr("", tc("tertinggal", merge="continue"), "i2", "f2", "s2")
    body = p("Jabatan: A") + table(HEAD, first, second)
    found = import_file("a.docx", word(body))
    assert [cell.text for cell in found.draft.rows[3].cells] == ["", "", "i2", "f2", "s2"]
    assert [(each.kind, each.note, each.args) for each in found.repairs] == [
        (
            "catatan",
            "word-sel-gabungan",
            {"alamat": "Tabel 1, baris 3, kolom Rencana Kinerja", "isi": "tertinggal"},
        )
    ]


def test_a_title_over_two_columns_of_the_rows():
    head = tr(tc("Rencana Kinerja", span=2), "Indikator", "Formulasi", "Sumber Data")
    body = table(head, tr("1.", "rencana", "i", "f", "s"))
    assert rows(body)[1] == ["1. rencana", "i", "f", "s"]


def test_a_crooked_grid_is_read_cell_by_cell():
    head = tr("No", tc("Rencana Kinerja", span=2), tc("Indikator", span=2), tc("Formulasi", span=3), "Sumber Data")
    crooked = tr("1", tc("r", span=3), "i", tc("f", span=3), "s")
    assert rows(table(head, crooked, columns=9))[1] == ["1", "r", "i", "f", "s"]


def test_titles_over_two_rows():
    upper = [tc(title, merge="restart") for title in ("No", "Rencana Kinerja", "Indikator")]
    lower = [tc("", merge="continue") for _ in upper]
    head = tr(*upper, tc("Target", span=2), tc("Sumber Data", merge="restart"))
    under = tr(*lower, "2023", "2024", tc("", merge="continue"))
    body = table(head, under, tr("1", "r", "i", "90", "95", "s"), columns=6)
    assert rows(body) == [
        ["No", "Rencana Kinerja", "Indikator", "Target 2023", "Target 2024", "Sumber Data"],
        ["1", "r", "i", "90", "95", "s"],
    ]


def test_a_table_within_a_cell_is_joined():
    inner = table(tr("pembilang", "100"), tr("penyebut", "50"), columns=2)
    assert rows(table(tr("a", tc(p("rumus") + inner + p("akhir")))))[0][1] == "rumus pembilang 100 penyebut 50 akhir"


def test_labels_in_one_paragraph_or_one_cell_are_rows_of_their_own():
    lines = "<w:br/>".join(f"<w:t>{each}</w:t>" for each in ("Jabatan : CAMAT", "Tugas : memimpin", "kecamatan"))
    body = f"<w:p><w:r>{lines}</w:r></w:p>"
    assert rows(body) == [["Jabatan : CAMAT"], ["Tugas : memimpin kecamatan"]]
    assert rows(table(HEAD, tr(tc(body, span=5))))[1:] == [["Jabatan : CAMAT"], ["Tugas : memimpin kecamatan"]]


# Addresses


def test_addresses_are_what_a_person_counts():
    body = p("satu") + p() + p("dua") + table(tr("a", "b"), columns=2) + table(HEAD, tr("1", "r", "i", "f", "s"))
    found = addresses(body)
    assert found[:3] == [["Paragraf 1"], ["Paragraf 2"], ["Tabel 1, baris 1, kolom 1", "Tabel 1, baris 1, kolom 2"]]
    label = table(HEAD, tr("Tugas:", tc("memimpin", span=4)))
    assert addresses(label)[1][:2] == ["Tabel 1, baris 2, kolom No", "Tabel 1, baris 2, kolom 2"]
    assert found[4][1:3] == ["Tabel 2, baris 2, kolom Rencana Kinerja", "Tabel 2, baris 2, kolom Indikator"]


def test_the_strict_vocabulary():
    data = word(p("isi"))
    from io import BytesIO
    from zipfile import ZipFile

    from word_files import packed

    with ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    changed = packed({name: part.replace(usual, strict) for name, part in parts.items()})
    assert changed != data
    assert [row.cells[0].text for row in read("a.docx", changed).rows] == ["isi"]
