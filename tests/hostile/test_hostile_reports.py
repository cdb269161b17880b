"""Words that want to be more than words, in every form of a report."""

import csv
import io
import json
import re
from xml.etree import ElementTree

import pytest
from hostile_process import run

WORDS = (
    "=HYPERLINK(1)", "@octocat", "</details>", "<script>alert(1)</script>", "]]>", "::error::x", "%0A::error::x",
    "\x1b[31m", "a\n::warning::b", "| x |", "```", "[x](http://jahat.id)", "\u202e", "\x85", "http://jahat.id",
    "&#64;x",
)  # fmt: skip
FORMS = ("sarif", "junit", "github", "markdown", "csv")


def decree(words):
    """A decree with such words in every cell."""
    row = {"id": f"a.{words}", "nama": words, "formulasi": words, "sumber_data": words}
    plan = {"id": f"p.{words}", "uraian": words, "indikator": [row, row]}
    post = {"id": words, "nama": words, "tugas": words, "fungsi": [words], "rencana_kinerja": [plan, plan]}
    return json.dumps({"versi_format": 1, "jabatan": [post, post], words[:50]: words})


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """The report of a decree for each of the words, in every form."""
    folder = tmp_path_factory.mktemp("hostile")
    names = [f"{number}.yaml" for number in range(len(WORDS))]
    for name, words in zip(names, WORDS, strict=True):
        (folder / name).write_text(decree(words))
    asked = [word for form in FORMS for word in ("--format", form, "--output", form)]
    done = run(["check", *names, *asked], folder)
    assert done == (1, "", "")
    made = {form: (folder / form).read_bytes().decode("utf-8") for form in FORMS}
    assert not any(set(text) & {"\x1b", "\u202e", "\x85"} for text in made.values())
    return made


def test_json_and_xml_are_whole(reports):
    results = json.loads(reports["sarif"])["runs"][0]["results"]
    assert not any(re.search(r"(?<!\\)\]\(http", result["message"]["text"]) for result in results)
    suites = ElementTree.fromstring(reports["junit"].encode())
    assert len(suites) == len(WORDS)


def test_a_line_of_the_log_is_a_command_of_ours(reports):
    for line in reports["github"].splitlines():
        assert re.match(r"::(error|warning|notice) (file=\d+\.yaml,[^:]*,)?title=[^:]+::", line), line


def test_a_comment_has_no_tags_but_ours_and_calls_no_one(reports):
    text = reports["markdown"]
    assert len(text) < 65_536
    assert set(re.findall(r"<(/?\w+)", text)) == {"details", "/details", "summary", "/summary", "br", "code", "/code"}
    assert text.count("<details>") == text.count("\n</details>\n")
    assert not re.search(r"@\w|://|(?<!\\)\]\(", text)


def test_no_cell_is_a_formula(reports):
    rows = list(csv.reader(io.StringIO(reports["csv"].removeprefix("\ufeff"), newline=""), delimiter=";"))
    assert {len(row) for row in rows} == {18}
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row)


@pytest.mark.parametrize("form", FORMS)
def test_huge_cells(tmp_path, form):
    words = "Jumlah dokumen " * 6_000
    (tmp_path / "a.yaml").write_text(decree(words))
    done = run(["check", "a.yaml", "--format", form], tmp_path)
    assert (done.code, done.err) == (1, "")
    if form in ("github", "markdown"):
        assert len(done.out) < 65_536
    if form == "csv":
        assert max(len(cell) for cell in re.split('[;"\n]', done.out)) < 32_767
