"""Comments that set findings aside: what they are about, how long they hold, and what is wrong with them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iki_lint.catalog import load_catalog
from iki_lint.decree.source import Source
from iki_lint.decree.yaml_source import read_yaml
from iki_lint.fixing import fix_file
from iki_lint.linting import Config, check_file
from iki_lint.suppressions.apply import today
from iki_lint.suppressions.comments import comments_to_us
from iki_lint.suppressions.directive import is_day, read_directive

DECREE = """\
versi_format: 1
jabatan:
- id: sekretaris
  nama: SEKRETARIS
  tugas: membantu camat
  fungsi: penyusunan program
  rencana_kinerja:
  - id: sekretaris.1
    uraian: Meningkatnya capaian program
    indikator:
    - id: sekretaris.1.1
      nama: Persentase program yang tercapai
      formulasi: >-
        Jumlah program
        tahun lalu
      sumber_data: Jelas
    - id: sekretaris.1.2
      nama: Persentase kegiatan yang tercapai
      formulasi: Jumlah kegiatan tahun lalu
      sumber_data: Jelas
"""
BOTH = ("FRM003", "SBR001")


def look(text, today="2026-06-01", **asked):
    return check_file("a.yaml", Config(today=today, **asked), text.encode())


def placed(text, **asked):
    """The line and code of FRM003, SBR001 and IKI001, and those set aside with reason and day."""
    file = look(text, **asked)
    left = [(f.place.line, f.code) for f in file.findings if f.code in (*BOTH, "IKI001")]
    return left, [(o.finding.place.line, o.finding.code, o.reason, o.until) for o in file.overruled]


def said(text, **asked):
    return [(f.severity, f.message) for f in look(text, **asked).findings if f.code == "IKI001"]


def put(comment, before):
    """The decree with a comment on a line of its own above the first line that contains `before`."""
    return re.sub(rf"(?m)^( *)(.*{re.escape(before)}.*)$", rf"\1{comment}\n\1\2", DECREE, count=1)


def behind(comment, line):
    """The decree with a comment behind the first line that contains `line`."""
    return re.sub(rf"(?m)^(.*{re.escape(line)}.*)$", rf"\1  {comment}", DECREE, count=1)


NO_REASON = "Pengabaian tanpa alasan tidak berlaku; tulis: # iki-lint: abaikan KODE -- alasan"
NOTE = "# iki-lint: abaikan FRM003, SBR001 -- menunggu evaluasi"


def test_without_comments():
    assert placed(DECREE.replace(">-\n        Jumlah program\n       ", "Jumlah program"))[0] == [
        (13, "FRM003"),
        (14, "SBR001"),
        (17, "FRM003"),
        (18, "SBR001"),
    ]


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        (put(NOTE, "- id: sekretaris\n".strip()), ["15 FRM003", "17 SBR001", "20 FRM003", "21 SBR001"]),
        (put(NOTE, "- id: sekretaris.1.1"), ["15 FRM003", "17 SBR001"]),
        (put(NOTE, "- id: sekretaris.1.2"), ["20 FRM003", "21 SBR001"]),
        (put(NOTE, "indikator:"), ["15 FRM003", "17 SBR001", "20 FRM003", "21 SBR001"]),
        (put(NOTE.replace(", SBR001", ""), "formulasi: >-"), ["15 FRM003"]),
        (put("# lain\n\n      " + NOTE.replace("FRM003, ", ""), "sumber_data"), ["19 SBR001"]),
        (put(NOTE.replace("FRM003, ", "") + "\n\n      # lain", "sumber_data"), ["19 SBR001"]),
        (behind(NOTE, "- id: sekretaris.1.2"), ["19 FRM003", "20 SBR001"]),
        (behind(NOTE.replace(", SBR001", ""), "formulasi: >-"), ["14 FRM003"]),
        (behind(NOTE.replace("FRM003, ", ""), "sumber_data: Jelas"), ["16 SBR001"]),
        (behind(NOTE.replace(", SBR001", ""), "formulasi: Jumlah"), ["19 FRM003"]),
        (behind("# kebijakan lama " + NOTE, "indikator:"), ["14 FRM003", "16 SBR001", "19 FRM003", "20 SBR001"]),
        ("# iki-lint: abaikan-berkas FRM003, SBR001 -- arsip\n" + DECREE, None),
        (DECREE + "# iki-lint: abaikan-berkas FRM003, SBR001 -- arsip\n", None),
    ],
)
def test_what_a_comment_is_about(text, aside):
    left, overruled = placed(text)
    kept = [f"{line} {code}" for line, code, *_ in overruled]
    assert [code for _, code in left].count("IKI001") == 0
    if aside is None:
        assert left == []
        assert len(kept) == 4
    else:
        assert kept == aside
        assert len(left) == 4 - len(aside)


def test_the_exact_places_beside_a_folded_text():
    left, overruled = placed(put(NOTE, "- id: sekretaris.1.1"))
    assert left == [(20, "FRM003"), (21, "SBR001")]
    assert overruled == [(15, "FRM003", "menunggu evaluasi", None), (17, "SBR001", "menunggu evaluasi", None)]


def test_names_and_small_letters_do_as_well():
    for rule in ("persentase-tanpa-pembagi", "frm003", "FRM003"):
        assert len(placed(put(f"# iki-lint: abaikan {rule} -- ya", "indikator:"))[1]) == 2


@pytest.mark.parametrize(
    "text",
    [
        DECREE.replace("Jumlah kegiatan tahun lalu", "'Jumlah kegiatan # iki-lint: abaikan FRM003 -- x'"),
        DECREE.replace("Jumlah kegiatan tahun lalu", "Jumlah kegiatan#iki-lint:abaikan FRM003 -- x"),
        DECREE.replace("        tahun lalu", "        tahun lalu\n        # iki-lint: abaikan FRM003 -- x"),
        DECREE.replace("'", '"').replace("id: sekretaris\n", 'id: "# iki-lint: abaikan FRM003 -- x"\n'),
        DECREE.replace("membantu camat", "membantu # iki lint: abaikan FRM003 -- x"),
    ],
)
def test_what_is_no_comment_to_us(text):
    document = read_yaml("a.yaml", text.encode())
    assert list(comments_to_us(document.source, document.root)) == []
    assert look(text).overruled == ()


def test_until_a_day():
    text = put("# iki-lint: abaikan FRM003 sampai 2026-06-01 -- menunggu evaluasi", "indikator:")
    left, overruled = placed(text, today="2026-06-01")
    assert {each[3] for each in overruled} == {"2026-06-01"}
    assert said(text, today="2026-06-01") == []
    left, overruled = placed(text, today="2026-06-02")
    assert overruled == []
    assert [code for _, code in left].count("FRM003") == 2
    assert said(text, today="2026-06-02") == [("warning", "Pengabaian ini berlaku sampai 2026-06-01 dan sudah lewat")]


def test_the_day_may_end_the_reason():
    says = read_directive("# iki-lint: abaikan FRM003 -- menunggu SK bupati, sampai 2026-12-31")
    assert (says.reason, says.until) == ("menunggu SK bupati", "2026-12-31")
    says = read_directive("# iki-lint: abaikan FRM003 — dipakai sampai selesai")
    assert (says.reason, says.until, says.wrong) == ("dipakai sampai selesai", None, "")


@pytest.mark.parametrize(
    ("day", "sound"),
    [("2026-12-31", True), ("2024-02-29", True), ("2026-02-29", False), ("2000-02-29", True), ("1900-02-29", False),
     ("2026-13-01", False), ("2026-04-31", False), ("2026-4-3", False), ("31-12-2026", False), ("besok", False)],
)  # fmt: skip
def test_days(day, sound):
    assert is_day(day) is sound


def test_what_day_it_is(monkeypatch):
    assert today("2026-01-02") == "2026-01-02"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert today() == "1970-01-02"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "besok")
    assert is_day(today())


@pytest.mark.parametrize(
    ("comment", "severity", "sentence"),
    [
        ("abaikan FRM003", "error", NO_REASON),
        ("abaikan FRM003 --", "error", NO_REASON),
        ("abaikan FRM -- x", "error", 'Aturan "FRM" tidak ada; tulis kode lengkap atau nama satu aturan'),
        ("abaikan * -- x", "error", 'Aturan "*" tidak ada; tulis kode lengkap atau nama satu aturan'),
        ("abaikan -- x", "error", "Sebutkan aturan yang diabaikan: # iki-lint: abaikan KODE -- alasan"),
        ("abai FRM003 -- x", "error", 'Setelah "iki-lint:" diharapkan "abaikan" atau "abaikan-berkas"'),
        ("abaikan FRM003 sampai 1-2-2027 -- x", "error",
         '"1-2-2027" bukan tanggal; tulis tahun-bulan-hari, misalnya sampai 2026-12-31'),
        ("abaikan STR001 -- x", "error", "STR001 wajib dipenuhi dan tidak dapat diabaikan"),
        ("abaikan IKI006 -- x", "error", "IKI006 wajib dipenuhi dan tidak dapat diabaikan"),
        ("abaikan FRM002 -- x", "warning", "FRM002 diabaikan di sini, tetapi tidak ada temuannya (lagi)"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_comment(comment, severity, sentence):
    text = put(f"# iki-lint: {comment}", "indikator:")
    assert said(text) == [(severity, sentence)]
    assert look(text).overruled == ()
    assert len(said(text, lang="en")) == 1
    assert said(text, lang="en") != said(text)


def test_nothing_is_said_of_rules_that_did_not_run():
    text = put("# iki-lint: abaikan FRM002 -- x", "indikator:")
    assert said(text, ignore=("FRM002",)) == []
    assert said(text, select=("FRM003", "IKI")) == []


def test_a_mandatory_finding_stays():
    text = DECREE.replace("sumber_data: Jelas", "sumber_data:  # iki-lint: abaikan STR001 -- menyusul", 1)
    file = look(text)
    assert "STR001" in [finding.code for finding in file.findings]
    assert file.overruled == ()


SHARED = """\
versi_format: 1
jabatan:
- id: a
  nama: SEKRETARIS
  tugas: membantu camat
  fungsi: penyusunan program
  rencana_kinerja:
  - id: a.1
    uraian: Meningkatnya mutu sarana
    indikator:
    # iki-lint: abaikan STR001 -- satu indikator, dua formulasi
    - id: a.1.1
      nama: Persentase kebutuhan terpenuhi
      formulasi:
      - {uraian: Kebutuhan terpenuhi dibagi kebutuhan direncanakan x 100%, sumber_data: Data kebutuhan}
      - {uraian: Sarana layak dibagi sarana dimiliki x 100%, sumber_data: Data sarana}
"""


def test_a_case_of_a_mandatory_rule_may_be_excusable(tmp_path):
    assert [o.finding.message[:40] for o in look(SHARED).overruled] == ["Formulasi ini tidak punya indikator send"]
    assert said(SHARED) == []
    (tmp_path / "iki-lint.yaml").write_text("wajib: [STR001]\n")
    assert look(SHARED, file=str(tmp_path / "iki-lint.yaml")).overruled == ()
    empty = SHARED.replace("sumber_data: Data sarana}", "sumber_data: }")
    file = look(empty)
    assert [f.code for f in file.findings].count("STR001") == 1
    assert len(file.overruled) == 1


def test_a_comment_without_anything_below_is_unused():
    assert said(DECREE + NOTE + "\n") == [
        ("warning", "FRM003 diabaikan di sini, tetapi tidak ada temuannya (lagi)"),
        ("warning", "SBR001 diabaikan di sini, tetapi tidak ada temuannya (lagi)"),
    ]


@pytest.mark.parametrize(
    ("comment", "becomes"),
    [
        ("# iki-lint: abaikan FRM002, FRM003 -- x", "# iki-lint: abaikan FRM003 -- x"),
        (
            "# iki-lint: abaikan FRM003,FRM002 sampai 2027-01-01 -- x",
            "# iki-lint: abaikan FRM003 sampai 2027-01-01 -- x",
        ),
        ("# iki-lint: abaikan FRM003 FRM002 SBR001 -- x", "# iki-lint: abaikan FRM003 SBR001 -- x"),
        ("# iki-lint: abaikan FRM002 -- x", None),
        ("# iki-lint: abaikan FRM002, FRM001 -- x", None),
        ("# iki-lint: abaikan FRM003", None),
        ("# iki-lint: abaikan FRM003 sampai 2020-01-01 -- x", None),
    ],
)
@pytest.mark.parametrize("where", [put, behind])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_has_no_effect_is_taken_away(comment, becomes, where, end):
    def written(comment):
        text = where(comment, "indikator:") if comment else DECREE
        return text.replace("\n", end).encode()

    config = Config(select=("IKI", *BOTH, "FRM001", "FRM002"), today="2026-06-01")
    result = fix_file("a.yaml", config, data=written(comment))
    assert result.refusal is None
    assert result.text.encode() == written(becomes)
    assert fix_file("a.yaml", config, data=result.text.encode()).applied == {}


def test_a_comment_that_cannot_be_understood_is_left_to_its_writer():
    for comment in (
        "# iki-lint: abai FRM003",
        "# iki-lint: abaikan FRM999 -- x",
        "# iki-lint: abaikan FRM003 sampai besok -- x",
    ):
        text = put(comment, "indikator:")
        assert fix_file("a.yaml", Config(select=("IKI",)), data=text.encode()).text == text


words = st.sampled_from(
    ["abaikan", "abaikan-berkas", "FRM003", "SBR001,", "sampai", "2027-01-01", "--", "—", "x", "#", ","]
)


@settings(max_examples=300, deadline=None)
@given(parts=st.lists(words, max_size=7), line=st.sampled_from([*range(1, 13), *range(15, 20)]), alone=st.booleans())
def test_any_comment_anywhere(parts, line, alone):
    """Never a crash, never a finding lost: what is not told is among those set aside; the decree is read as before."""
    comment = "# iki-lint: " + " ".join(parts)
    lines = DECREE.split("\n")
    if alone:
        lines.insert(line, comment)
    else:
        lines[line] += f"  {comment}"
    text = "\n".join(lines)
    plain = [f.code for f in look(DECREE).findings]
    file = look(text)
    assert sorted([f.code for f in file.findings if f.code != "IKI001"] + [o.finding.code for o in file.overruled]) == (
        sorted(plain)
    )


def test_a_text_behind_an_alias():
    """A comment beside the alias is about that use alone; one where the text stands is about every use of it."""
    shared = DECREE.replace("  rencana_kinerja:\n", "  rencana_kinerja: &r\n").replace("SEKRETARIS", "CAMAT")
    text = shared + "- {id: b, nama: SEKRETARIS, tugas: a, fungsi: b, rencana_kinerja: *r}\n"
    before = [f.pointer for f in look(text, select=("FRM003",)).findings]
    assert len(before) == 4
    beside = text.replace("*r}", "*r}  # iki-lint: abaikan FRM003 -- x")
    assert [o.finding.pointer[:10] for o in look(beside, select=("FRM003",)).overruled] == ["/jabatan/1"] * 2
    there = text.replace("Jumlah kegiatan tahun lalu", "Jumlah kegiatan tahun lalu  # iki-lint: abaikan FRM003 -- x")
    assert [o.finding.pointer[:10] for o in look(there, select=("FRM003",)).overruled] == ["/jabatan/0", "/jabatan/1"]


def test_adding_one_removes_exactly_one_finding():
    before = look(DECREE)
    target = next(f for f in before.findings if f.code == "SBR001" and f.place.line == 20)
    lines = DECREE.split("\n")
    lines[target.place.line - 1] += "  # iki-lint: abaikan SBR001 -- x"
    after = look("\n".join(lines))
    assert len(after.findings) == len(before.findings) - 1
    assert [o.finding.pointer for o in after.overruled] == [target.pointer]


def test_comments_of_a_text_without_our_mark_cost_nothing():
    source = Source("a.yaml", "# iki-lint\na: b # lain\n")
    assert list(comments_to_us(source, read_yaml("a.yaml", source.text.encode()).root)) == []


def test_every_case_of_the_rule_is_known():
    cases = {rule.case for rule in load_catalog().rules if rule.code == "IKI001"}
    assert cases == {"", "tak-terpakai", "kedaluwarsa", "tanpa-alasan", "wajib", "aturan-tidak-ada", "abaikan-perintah",
                     "abaikan-tanpa-aturan", "abaikan-tanggal"}  # fmt: skip
