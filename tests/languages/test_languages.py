"""Every command in both languages: what it says is in the language that was asked for, wherever that shows."""

import os
import shutil

import pytest
from our_words import flat, fragments, other, own_words, pairs, sentences_in, shown_in, words_in

import iki_lint.messages
from iki_lint.catalog import load_catalog
from iki_lint.cli.app import COMMANDS, run
from iki_lint.messages import LANGUAGES
from iki_lint.reports.formats import FORMATS

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EXAMPLES = ("kebomas.yaml", "klojen.yaml", "contoh-baik.yaml", "dari-aplikasi.yaml")
SHEETS = (".docx", ".xlsx", ".html", ".md")

# A decree with many defects and no word of any language.
NEUTRAL = """\
versi_format: 1
iku:
- sasaran: zxcvb
  indikator: [{nama: qwrty, formulasi: '', sumber_data: Qwrty}]
jabatan:
- id: a
  nama: QWRTY
  tugas: <p>zxcvb
  fungsi: ''
  rencana_kinerja:
  - id: a.1
    uraian: zxcvb hjkl
    mendukung: [b.9]
    indikator:
    - id: a.1.1
      nama: zxcvb % hjkl
      # iki-lint: abaikan FRM003
      formulasi: zxcvb % hjkl
      sumber_data: ''
      target: lkj
    # iki-lint: abaikan IND001 -- qwrty
    - id: a.1.1
      nama: zxcvb 1234
      # iki-lint: abaikan FRM001 -- qwrty sampai 2020-01-01
      formulasi: (zxcvb / hjkl
      sumber_data: qq ...
- id: b
  nama: QWRTY
  atasan: zz
  tugas: null
  fungsi: ''
  rencana_kinerja: []
"""
BROKEN = {
    "q1.yaml": "versi_format: 1\n\tx: 1\n",
    "q2.yaml": "x: [1\n",
    "q3.yaml": 'x: "1\n',
    "q4.yaml": "versi_format: 1\nversi_format: 1\njabatan: []\n",
    "q5.yaml": "",
    "q6.yaml": NEUTRAL.replace("nama: QWRTY", "nma: QWRTY").replace("tugas: null", "tugas: [1]"),
    "q7.yaml": "versi_format: 1\njabatan: &x [*x]\n",
    "q8.yaml": "versi_format: 9\njabatan: {}\n",
    "q9.yaml": "x: 1\n",
    "q0.yaml": "x: \udcff\n",
    "q9.txt": "qwrty\n",
    "q9.docx": "qwrty\n",
    "q9.xlsx": "qwrty\n",
    "q9.pdf": "qwrty\n",
    "q9.doc": "qwrty\n",
    "q9.bin": "qwrty\n",
}
CONFIG = "fail_on: warning\nseverity: {FRM003: info}\nkata: [qwrty]\n"
RUNS = (
    ["tree", "a.yaml"],
    ["config", "a.yaml"],
    ["fix", "a.yaml", "--diff"],
    ["check", "a.yaml", "--baseline", "q.json", "--update-baseline"],
    ["check", "a.yaml", "--baseline", "q.json"],
    ["fix", "a.yaml"],
    ["check", "a.yaml", "--baseline", "q.json"],
    ["check", "a.yaml", "--baseline", "q.json", "--update-baseline"],
    ["fix", "a.yaml"],
    ["checklist", "a.yaml", "-o", "q.md"],
    ["export", "a.yaml", "-o", "a.docx"],
    ["fix", "a.docx", "--tracked", "-o", "a2.docx"],
    ["annotate", "a.docx", "-o", "a2.docx"],
    ["import", "a.docx", "-o", "q.yaml", "--usul-kaskade"],
    ["explain", "FRM001"],
    ["rules"],
    ["init", "folder"],
    ["schema", "-o", "q.schema.json"],
    ["completion", "powershell"],
)
"""Each command at least once, in this order."""
SILENT = ("export", "schema")
WRONG = (
    ["chek"],
    ["--cepat"],
    ["check", "--format", "qq"],
    ["check", "--output"],
    ["check", "--show-all=1"],
    ["check", "--select", "QQ1"],
    ["check", "qq.yaml"],
    ["check", "folder"],
    ["check", "a.yaml", "--output", "a.yaml"],
    ["check", "a.yaml", "--format", "json", "--format", "text"],
    ["check", "a.yaml", "--config", "qq.yaml"],
    ["check", "a.yaml", "--config", "a.yaml"],
    ["check", "a.yaml", "--update-baseline"],
    ["check", "a.yaml", "--baseline", "qq.json"],
    ["check", "a.yaml", "--baseline", "a.yaml"],
    ["checklist"],
    ["checklist", "a.yaml"],
    ["checklist", "a.yaml", "-o", "a.qq"],
    ["explain", "FRM999"],
    ["explain", "qqqqqq"],
    ["export", "a.yaml", "-o", "a.qq"],
    ["fix", "q9.docx"],
    ["fix", "a.yaml", "--tracked"],
    ["import", "a.yaml", "-o", "b.yaml"],
    ["import", "q9.txt", "-o", "q9.qq"],
    ["annotate", "q9.docx"],
    ["annotate", "q9.docx", "-o", "q9.docx"],
    ["annotate", "a.yaml", "-o", "b.yaml"],
    ["rules", "--facts", "--select", "FRM"],
    ["tree", "q9.yaml"],
)


@pytest.fixture(params=LANGUAGES)
def lang(request):
    return request.param


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A folder to stand in, with the neutral decree, and files that cannot be read."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    for name, text in {"a.yaml": NEUTRAL, **BROKEN}.items():
        (tmp_path / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    return tmp_path


@pytest.fixture
def told(capfd, lang):
    """Run a command line in the language; all that it prints."""

    def output(*arguments):
        capfd.readouterr()
        code = run([*arguments, "--lang", lang])
        assert code in (0, 1, 2), arguments
        return "".join(capfd.readouterr())

    return output


def reports(told, *files):
    """What `check` writes about files, in every form, by the name of the form."""
    asked = [word for form in FORMATS for word in ("--format", form, "--output", f"lap.{form}")]
    told("check", *files, *asked, "--show-all", "--statistics")
    return {form: read(f"lap.{form}") for form in FORMATS}


def read(name):
    with open(name, "rb") as file:
        return shown_in(name, file.read())


def test_both_languages_are_different_everywhere():
    assert len(fragments("id")) > 1000
    assert len(fragments("en")) > 1000
    for words, lang in (
        ("yang dan tidak dengan untuk pada adalah dari baris kolom temuan bukan atau ini itu oleh sebagai tanpa", "id"),
        ("the and of is not with for are was this that it to by as be must can only other without an or from", "en"),
    ):
        assert [word for word in words.split() if word not in own_words(lang)] == []


def test_a_neutral_decree_in_every_form(home, told, lang):
    for form, text in reports(told, "a.yaml").items():
        assert len(text) > 1000, form
        assert (form, words_in(text, lang)) == (form, {})
        assert (form, sentences_in(text, lang)) == (form, [])


def test_the_sheet_in_every_form(home, told, lang):
    names = [f"q{ending}" for ending in SHEETS]
    said = told("checklist", "a.yaml", *[word for name in names for word in ("-o", name)])
    for name, text in {"": said, **{name: read(name) for name in names}}.items():
        assert (name, words_in(text, lang)) == (name, {})
        assert (name, sentences_in(text, lang)) == (name, [])


def test_every_command(home, told, lang):
    """Each is run once at least; what `explain` shows is Indonesian in part, what `completion` shows is a script."""
    assert {arguments[0] for arguments in RUNS} == set(COMMANDS)
    (home / "iki-lint.yaml").write_text(CONFIG)
    for arguments in RUNS:
        said = told(*arguments)
        assert said or arguments[0] in SILENT, arguments
        assert (arguments, sentences_in(said, lang)) == (arguments, [])
        if arguments[0] not in ("completion", "explain"):
            known = ("severity", "on") if arguments[0] == "config" else ()
            assert (arguments, words_in(said, lang, known)) == (arguments, {})


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read(home, told, lang, name):
    for command in (["check"], ["fix"], ["tree"], ["import", "-o", "q.yaml"], ["checklist", "-o", "q.md"]):
        said = told(*command, name)
        assert said
        assert (command, words_in(said, lang, ("key", "value"))) == (command, {})
        assert (command, sentences_in(said, lang)) == (command, [])


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_use(home, told, lang, arguments):
    said = told(*arguments)
    assert said.startswith("iki-lint: ") or arguments[0] in ("tree", "check")
    assert words_in(said, lang) == {}
    assert sentences_in(said, lang) == []


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help(told, lang, command):
    said = told(*command.split(), "--help")
    assert words_in(said, lang, COMMANDS) == {}
    assert sentences_in(said, lang) == []


def test_the_examples(home, told, lang):
    """Rules say the same of a real decree in the language asked; words of the decrees themselves are theirs."""
    given = ""
    for name in EXAMPLES:
        shutil.copy(os.path.join(ROOT, "examples", name), name)
        given += (home / name).read_text(encoding="utf-8")
    for form, text in reports(told, *EXAMPLES).items():
        assert len(text) > 10_000, form
        assert (form, sentences_in(text, lang, given)) == (form, [])
    for arguments in (["tree", "klojen.yaml"], ["checklist", "klojen.yaml", "-o", "telaah.md"]):
        assert (arguments, sentences_in(told(*arguments), lang, given)) == (arguments, [])
    assert sentences_in(read("telaah.md"), lang, given) == []


def test_rules_and_facts_and_explanations(told, lang):
    """What rules show as examples is Indonesian."""
    codes = {rule.code for rule in load_catalog().rules}
    given = str([[rule.examples, rule.when and rule.when.text, rule.options] for rule in load_catalog().rules])
    given += str([load_catalog().tables["fakta"], load_catalog().lists])
    for arguments in (["rules"], ["rules", "--facts"], ["explain", *sorted(codes)]):
        said = told(*arguments)
        assert len(said) > 5000
        assert (arguments, sentences_in(said, lang, given)) == (arguments, [])
    assert words_in(told("rules"), lang) == {}


def test_word_and_excel_files(home, told, lang):
    """Import, findings, remarks and tracked changes; the annex itself is in the words of an office."""
    shutil.copy(os.path.join(ROOT, "examples", "klojen.yaml"), "klojen.yaml")
    given = (home / "klojen.yaml").read_text(encoding="utf-8")
    for ending in ("docx", "xlsx"):
        told("export", "klojen.yaml", "-o", f"k.{ending}")
        given += read(f"k.{ending}")
        said = told("annotate", f"k.{ending}", "-o", f"k_periksa.{ending}") + read(f"k_periksa.{ending}")
        said += told("check", f"k.{ending}", "--show-all")
        said += told("import", f"k.{ending}", "-o", f"k_{ending}.yaml", "--usul-kaskade") + read(f"k_{ending}.yaml")
        assert sentences_in(said, lang, given) == []
        assert ("Lembar IKI, sel" in said or "Tabel 1, baris" in said) == (lang == "id")
        assert ("Sheet IKI, cell" in said or "Table 1, row" in said) == (lang == "en")
    said = told("fix", "k.docx", "--tracked", "-o", "k_perbaikan.docx")
    assert said
    assert sentences_in(said, lang) == []


def test_the_import_of_a_text(home, told, lang):
    shutil.copy(os.path.join(ROOT, "tests", "data", "klojen-2018.txt"), "k.txt")
    said = told("import", "k.txt", "-o", "k.yaml", "--usul-kaskade") + read("k.yaml")
    assert sentences_in(said, lang, (home / "k.txt").read_text(encoding="utf-8")) == []
    said = told("check", "k.yaml", "--show-all")
    assert ("k.txt, baris " in said) == (lang == "id")
    assert ("k.txt, line " in said) == (lang == "en")


def confuse(monkeypatch, lang, *keys):
    """Let sentences be in the other language, as if somebody had mistaken it."""
    wrong = {key: 2 * (load_catalog().messages[key][LANGUAGES.index(other(lang))],) for key in keys}
    monkeypatch.setattr(iki_lint.messages, "_messages", lambda: {**load_catalog().messages, **wrong})


@pytest.mark.parametrize(
    ("key", "form"),
    [
        ("ringkasan-diperiksa", "text"),
        ("catatan-saran", "text"),
        ("markdown-kepala", "markdown"),
        ("csv-kepala", "csv"),
        ("laman-bagian", "html"),
        ("laman-kelompok-str", "html"),
        ("bantuan-mengapa", "sarif"),
        ("tempat-baris", "junit"),
    ],
)
def test_a_sentence_in_the_wrong_language_is_found(home, told, lang, monkeypatch, key, form):
    confuse(monkeypatch, lang, key)
    text = reports(told, "a.yaml")[form]
    assert words_in(text, lang) or sentences_in(text, lang)


def test_every_longer_sentence_in_the_wrong_language_is_found(lang):
    wrong = [pair[LANGUAGES.index(other(lang))] for pair in pairs()]
    wrong = [flat(each) for each in wrong if len(each) > 60 and not set("{}") & set(each)]
    assert len(wrong) > 350
    assert set(wrong) <= set(sentences_in("\n".join(wrong), lang))


@pytest.mark.parametrize(
    ("lang", "text"), [("en", "Read: 3 baris"), ("en", "Temuan: 3"), ("id", "Dibaca: 3 rows"), ("id", "Findings: 3")]
)
def test_a_word_that_stands_in_the_code_is_found(lang, text):
    assert words_in(text, lang)


def test_words_of_a_decree_are_its_own():
    sentence = next(pair[0] for pair in pairs() if len(pair[0]) > 60 and "{" not in pair[0])
    assert sentences_in(sentence, "en") == [flat(sentence)]
    assert sentences_in(sentence, "en", f"uraian: {sentence}") == []
