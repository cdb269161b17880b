"""The page in a real browser. These tests need Chromium (Debian: chromium) and are skipped only without it."""

import pytest
from browser import browser, find
from html_samples import example, hostile, page, small

PROGRAM = find()
pytestmark = pytest.mark.skipif(PROGRAM is None, reason="no Chromium here (apt-get install chromium)")

SHOWN = """[...document.querySelectorAll(".file:not([hidden]) .at li[data-n]")]
    .filter((li) => !li.closest("[hidden]")).reduce((sum, li) => sum + Number(li.dataset.n), 0)"""
CODES = """[...new Set([...document.querySelectorAll(".chapter:not([hidden])")].map((c) => c.dataset.code))].sort()"""
LIVE = "document.querySelector('.file:not([hidden]) output').textContent"
SOON = "new Promise((done) => setTimeout(done, 250))"
# Of every text that can be seen: how its colour stands out from what is behind it, by the formula of WCAG 2.
CONTRAST = """(() => {
  const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0);
  const behind = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = parse(getComputedStyle(each).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const low = [];
  for (const element of document.body.querySelectorAll("*")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!own || !element.checkVisibility() || element.matches("script, style, option")) continue;
    const [a, b] = [light(parse(getComputedStyle(element).color)), light(behind(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) low.push(`${element.tagName}.${element.className} ${ratio.toFixed(2)} ${element.textContent}`);
  }
  return low;
})()"""


@pytest.fixture(scope="module")
def tab():
    with browser(PROGRAM) as opened:
        yield opened


@pytest.fixture(scope="module")
def klojen(tmp_path_factory):
    """A page of a decree, and the decree's findings."""
    review = example("klojen.yaml")
    path = tmp_path_factory.mktemp("html") / "klojen.html"
    path.write_text(page(review), encoding="utf-8")
    return path, review.report.findings


@pytest.fixture
def load(tab, tmp_path):
    """Open a page in a window of a size; nothing that the browser complains about may happen in a test."""
    tab.window(1280, 860)
    tab.said.clear()

    def loaded(path_or_text, fragment=""):
        path = path_or_text
        if isinstance(path_or_text, str):
            path = tmp_path / "laporan.html"
            path.write_text(path_or_text, encoding="utf-8")
        tab.open(path, fragment)
        return tab

    yield loaded
    tab.run("1")
    assert tab.said == []


def choose(tab, name, value):
    """Set a field of the filter as a person would."""
    field = f"document.querySelector('.file:not([hidden]) .filter [name={name}]')"
    tab.run(f"{field}.value = {value!r}; {field}.dispatchEvent(new Event('input', {{bubbles: true}}));")
    tab.run(f"{field}.dispatchEvent(new Event('change', {{bubbles: true}}))")
    tab.run(SOON)


def number(value):
    return f"{value:,}".replace(",", ".")


def test_everything_is_shown_and_counted(load, klojen):
    path, findings = klojen
    tab = load(path)
    assert tab.run(SHOWN) == len(findings)
    assert tab.run(LIVE).startswith(f"Menampilkan {number(len(findings))} dari {number(len(findings))} temuan, ")
    assert tab.run("location.hash") == ""


def test_filters_work_together_and_stand_in_the_address(load, klojen):
    path, findings = klojen
    tab = load(path)
    choose(tab, "aturan", "IND")
    indicators = [f for f in findings if f.code.startswith("IND")]
    assert tab.run(SHOWN) == len(indicators)
    tab.run("document.querySelector('[name=tingkat][value=error]').click()")
    left = [f for f in indicators if f.severity != "error"]
    assert tab.run(SHOWN) == len(left) < len(indicators)
    choose(tab, "jabatan", "camat")
    left = [f for f in left if f.pointer.startswith("/jabatan/0/")]
    assert tab.run(SHOWN) == len(left) > 0
    assert tab.run("location.hash") == "#tingkat=warning%2Cinfo&aturan=IND&jabatan=camat"
    assert tab.run(LIVE).startswith(f"Menampilkan {len(left)} dari {number(len(findings))} temuan")
    choose(tab, "cari", "tidak-ada-kata-ini")
    assert tab.run(SHOWN) == 0
    assert tab.run(LIVE) == "Tidak ada temuan yang cocok dengan saringan ini."
    tab.run("document.querySelector('[type=reset]').click()")
    tab.run(SOON)
    assert tab.run(SHOWN) == len(findings)
    assert tab.run("location.hash") == ""


def test_an_address_brings_back_its_filters(load, klojen):
    path, findings = klojen
    tab = load(path, "#tingkat=error&aturan=FRM003&cari=persentase")
    assert tab.run(CODES) == ["FRM003"]
    assert tab.run(SHOWN) == sum(f.code == "FRM003" and f.severity == "error" for f in findings)
    assert tab.run("document.querySelector('[name=cari]').value") == "persentase"
    assert tab.run("document.querySelector('.chapter:not([hidden])').open")
    tab = load(path, "#aturan=TIDAKADA&jabatan=%3Cscript%3E&tingkat=&x=%ff")
    assert tab.run(SHOWN) == 0
    tab = load(path, "#jabatan=tidak-ada&aturan=XYZ999")
    assert tab.run(SHOWN) == len(findings)


def test_words_are_sought_in_what_is_said_and_in_where_it_is(load):
    tab = load(page(small()))
    findings = small().report.findings
    choose(tab, "cari", "STAF-B.1.1")
    assert tab.run(SHOWN) == sum(f.id == "staf-b.1.1" for f in findings) > 0
    assert tab.run("document.querySelector('details.at').open")
    choose(tab, "cari", "staf-b.1.1 MENUNJUK")
    assert tab.run(CODES) == ["SBR001"]
    # Why a rule is says nothing of a finding.
    choose(tab, "cari", "dipantau")
    assert tab.run(CODES) == []


def test_a_figure_of_the_map_filters_by_mouse_and_by_keys(load, klojen):
    tab = load(klojen[0])
    tab.run("document.querySelector('.heat tbody a').focus()")
    assert tab.run("document.querySelectorAll('.heat tbody a[tabindex=\"0\"]').length") == 1
    before = tab.run("document.activeElement.dataset.filter")
    tab.key("ArrowDown")
    tab.key("ArrowRight")
    link = tab.run("[document.activeElement.dataset.filter, Number(document.activeElement.textContent)]")
    assert link[0] != before
    tab.key("Enter")
    tab.run(SOON)
    assert tab.run("location.hash") == f"#{link[0]}"
    assert tab.run(SHOWN) == link[1]
    assert tab.run("document.activeElement.id") == "f1-temuan"
    tab.run("history.back()")
    tab.run(SOON)
    assert tab.run("location.hash") == ""


def test_the_sums_of_the_map_are_its_findings(load, klojen):
    path, findings = klojen
    tab = load(path)
    figures = tab.run("[...document.querySelectorAll('.heat .sum')].map((cell) => Number(cell.textContent))")
    assert sum(figures) == len(findings)


def test_the_keyboard_reaches_the_filter(load, klojen):
    tab = load(klojen[0])
    tab.key("Tab")
    assert tab.run("document.activeElement.className") == "skip"
    assert tab.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    tab.key("Enter")
    tab.run(SOON)
    tab.key("Tab")
    assert tab.run("document.activeElement.name") == "tingkat"
    tab.key(" ")
    tab.run(SOON)
    assert tab.run("location.hash") == "#tingkat=warning%2Cinfo"


def test_names_stay_text(load):
    for text in (page(small()), page(hostile())):
        tab = load(text)
        assert "diambil" not in tab.run("document.title")
        assert tab.run("document.scripts.length") == 1
        assert "<script>document.title = 'diambil'</script>" in tab.run("document.body.innerText")


def test_a_script_that_got_in_would_not_run(tab, tmp_path):
    """The policy holds even where escaping failed."""
    tab.said.clear()
    path = tmp_path / "a.html"
    path.write_text(page(small()).replace("</main>", "<script>document.title = 'diambil'</script></main>"))
    tab.open(path)
    assert "diambil" not in tab.run("document.title")
    assert "Content Security Policy" in tab.said[0]


def test_without_scripts_it_is_a_document_to_read(load, klojen):
    path, findings = klojen
    tab = load(path)
    tab.scripts(False)
    try:
        tab.open(path)
        assert tab.run("document.querySelector('.filter').checkVisibility()") is False
        assert tab.run(SHOWN) == len(findings)
        assert tab.run("document.querySelectorAll('.chapter').length") > 20
        target = tab.run("document.querySelector('.steps a').getAttribute('href')")
        assert tab.run(f"document.querySelector({target!r}).matches('.chapter')")
    finally:
        tab.scripts(True)


def test_several_files_take_turns(load):
    tab = load(page(example("klojen.yaml"), example("contoh-baik.yaml"), small()))
    seen = "[...document.querySelectorAll('.file:not([hidden])')].map((each) => each.id)"
    assert tab.run(seen) == ["f1"]
    tab.run("document.querySelector('[data-file=\"2\"]').click()")
    tab.run(SOON)
    assert tab.run(seen) == ["f2"]
    assert tab.run("document.querySelector('[aria-current]').textContent") == "examples/contoh-baik.yaml"
    tab.run("location.hash = 'berkas=3&aturan=FRM'")
    tab.run(SOON)
    assert tab.run(seen) == ["f3"]
    choose(tab, "jabatan", "camat")
    assert tab.run("location.hash") == "#berkas=3&aturan=FRM&jabatan=camat"


@pytest.mark.parametrize("dark", [False, True])
def test_every_text_stands_out(load, klojen, dark):
    tab = load(klojen[0])
    tab.window(1280, 860, dark)
    tab.run("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert tab.run(CONTRAST) == []


@pytest.mark.parametrize("width", [320, 390, 768])
def test_a_narrow_window_is_wide_enough(load, klojen, width):
    tab = load(klojen[0])
    tab.window(width, 844)
    tab.run("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert tab.run("document.documentElement.scrollWidth") == width


def test_paper_shows_everything_and_no_controls(load, klojen):
    tab = load(klojen[0])
    closed = tab.run("document.querySelectorAll('details:not([open])').length")
    tab.ask("Emulation.setEmulatedMedia", media="print", features=[])
    try:
        tab.run("dispatchEvent(new Event('beforeprint'))")
        assert tab.run("document.querySelectorAll('details:not([open])').length") == 0
        assert tab.run("document.querySelector('.filter').checkVisibility()") is False
        tab.run("dispatchEvent(new Event('afterprint'))")
        assert tab.run("document.querySelectorAll('details:not([open])').length") == closed > 0
        tab.run("location.hash = 'tingkat=error'")
        tab.run(SOON)
        assert "Tingkat: galat" in tab.run("document.querySelector('.filtered').innerText")
    finally:
        tab.ask("Emulation.setEmulatedMedia", media="")
