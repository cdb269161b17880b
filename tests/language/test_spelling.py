"""Spelling of whole documents: exact words, exact places, and what must stay silent."""

import random
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from iki_lint.catalog import load_catalog
from iki_lint.language.spelling import misspellings

DATA = Path(__file__).parent.parent / "data"


def found(*texts, own=()):
    """What is wrong in the texts, read as one document: (words, kind, forms) in order."""
    wrong = misspellings(texts, own)
    return [(text[each.start : each.end], each.kind, each.forms) for text in texts for each in wrong.get(text, ())]


@pytest.mark.parametrize(
    ("text", "words", "kind", "form"),
    [
        ("Jumlah dokumen adminitasi kegiatan", "adminitasi", "salah-ketik", "administrasi"),
        ("JUMLAH DOKUMEN ADMINISTRAI", "ADMINISTRAI", "salah-ketik", "ADMINISTRASI"),
        ("Jumlah Dokumnetasi kegiatan", "Dokumnetasi", "salah-ketik", "Dokumentasi"),
        ("laporan kegiatan sinkronisasidan koordinasi", "sinkronisasidan", "menempel", "sinkronisasi dan"),
        ("pegawai yang diusulkanPencalonan", "diusulkanPencalonan", "menempel", "diusulkan Pencalonan"),
        ("daftar oleholeh daerah", "oleholeh", "berulang", "oleh-oleh"),
        ("penanganan pasca bencana", "pasca bencana", "terikat", "pascabencana"),
        ("kegiatan se Kecamatan", "se Kecamatan", "terikat", "se-Kecamatan"),
        ("dokumen Pra RKA", "Pra RKA", "terikat", "Pra-RKA"),
        ("SUB BAGIAN UMUM", "SUB BAGIAN", "terikat", "SUBBAGIAN"),
        ("kerja sama pra-bencana", "pra-bencana", "terikat", "prabencana"),
        ("hasil yang di peroleh", "di peroleh", "terpisah", "diperoleh"),
        ("kegiatan yang di laksanakan", "di laksanakan", "terpisah", "dilaksanakan"),
        ("laporan pertanggung jawaban", "pertanggung jawaban", "terpisah", "pertanggungjawaban"),
        ("upaya menitik beratkan", "menitik beratkan", "terpisah", "menitikberatkan"),
        ("peraturan perundang undangan", "perundang undangan", "berulang", "perundang-undangan"),
        ("peraturan perundang- undangan", "perundang- undangan", "tanda-hubung", "perundang-undangan"),
        ("langkah – langkah kegiatan", "langkah – langkah", "tanda-hubung", "langkah-langkah"),
        ("kegiatan masing masing seksi", "masing masing", "berulang", "masing-masing"),
        ("laporan dan dan data", "dan dan", "berulang", "dan"),
        ("urusan surat menyurat", "surat menyurat", "berulang", "surat-menyurat"),
        ("kegiatan pendata anteknologi", "pendata anteknologi", "bergeser", "pendataan teknologi"),
        ("periode5 tahun", "periode5", "menempel", "periode 5"),
        ("Tahun 2004tentang", "2004tentang", "menempel", "2004 tentang"),
        ("jumlah anak2 sekolah", "anak2", "tanda-hubung", "anak-anak"),
        ("Nilai kepuasaan warga", "kepuasaan", "salah-ketik", "kepuasan"),
        ("kegiatan dibidang umum", "dibidang", "preposisi", "di bidang"),
        ("laporan tribulan", "tribulan", "istilah", "triwulan"),
        ("program PJMD", "PJMD", "singkatan", "RPJMD"),
        ("kegiatan BPDB", "BPDB", "singkatan", "BPBD"),
    ],
)
def test_one_wrong_word(text, words, kind, form):
    ((written, said, forms),) = found(text)
    assert (written, said) == (words, kind)
    assert forms[0] == form


@pytest.mark.parametrize(
    "text",
    [
        "Kelurahan Gulomantung Kecamatan Kebomas",
        "KEPALA KELURAHAN TUNGGULUNAN",
        "Drs. Moch. Jusuf Ansyori, S.Sos., M.M.",
        "Jalan Sunan Giri, telp. (031) 123, email: kantor@gmail.com, https://contoh.go.id/profil_desa",
        "Jumlah Desa/Kelurahan dan RT/RW menurut SKPD/OPD dalam LKjIP dan e-SAKIP",
        "<p>Jumlah laporan</p>&nbsp;",
        "kerja sama sub sektor".replace("sub sektor", "subsektor"),
        "Good governance, leading sector, dan management information system",
        "diantar jemput dan antar jemput",
        "langkah-langkah perundang-undangan sebaik-baiknya tolong-menolong surat-menyurat",
        "satu satu, hari hari, RT 01 RW 02",
        "di kantor, di atas meja, ke depan, di bidang umum",
        "Satuan Polisi Pamong Praja, Bhabinkamtibmas, dan Babinsa",
        "P3K, CO2, PM10, km2, SP2D, 99KINERJA, B3, 10.000, rt01, Permendagri90, 5W1H",
        "pihak Kesatu dan pihak Kedua",
    ],
)
def test_right_texts_are_left_alone(text):
    assert found(text) == []


def test_the_words_of_the_document_decide():
    texts = [f"Jumlah penatausahaan barang {number}" for number in range(4)]
    assert found(*texts, "Jumlah penatausahan barang") == [("penatausahan", "salah-ketik", ("penatausahaan",))]


def test_a_rare_word_near_a_very_frequent_one_is_doubted():
    texts = [f"Jumlah pencatatan surat {number}" for number in range(12)]
    assert found(*texts, "Jumlah pencacatan surat") == [("pencacatan", "ragu", ("pencatatan",))]


def test_an_agent_is_doubted_where_the_document_has_the_work():
    texts = ("Terlaksananya pengolahan data warga", "Jumlah pengolah data yang selesai")
    assert found(*texts) == [("pengolah", "ragu", ("pengolahan",))]
    assert found("Jumlah pengolah data yang selesai", "Jumlah pengolahan arsip", "Daftar pengolah data") == []


def test_our_own_sentences_are_spelt_right():
    rules, messages = load_catalog().rules, load_catalog().messages
    texts = [text.id for rule in rules for text in (rule.message, rule.why, rule.suggestion) if text]
    texts += [sentence for sentence, _ in messages.values()]
    prose = [re.sub(r'"[^"]*"|\{[^}]*\}|`[^`]*`', "", text) for text in texts]
    assert found(*dict.fromkeys(prose)) == []


def test_own_words_are_right():
    assert found("lampiran mepamit dan dibidang", own=("mepamit", "dibidang")) == []


def test_a_word_that_never_stands_small_may_be_a_name():
    assert found("Kegiatan bersama Bapak Sumarji dan Sutopoh") == []


def test_each_text_is_told_once_with_all_its_words():
    text = "Jumlah adminitasi dan adminitasi"
    assert [words for words, _, _ in found(text, text)] == ["adminitasi"] * 4
    assert [(each.start, each.end) for each in misspellings([text])[text]] == [(7, 17), (22, 32)]


def pieces():
    """Texts of words, marks, digits and anything else."""
    some = st.sampled_from(
        ["di", "ke", "se", "pasca", "bencana", "tugas", "adminitasi", "Sub", "BAGIAN", "-", "–", " ", "  ", "\n", "<p>",
         "M.PAN", "a@b.c", "x’y", "langkah - langkah", "1.000", "di\u2011laksanakan", "ß", "İ", "ŉ", "\u0301"]
    )  # fmt: skip
    return st.lists(st.one_of(some, st.text(max_size=6)), max_size=12).map("".join)


@given(st.lists(pieces(), max_size=5))
@example(["İdi peroleh"])
@example(["ŉ ŉ ß ß"])
@example(["pascadi\u2011laksanakan0"])
def test_spans_are_in_order_within_the_text_and_never_overlap(texts):
    for text, wrong in misspellings(texts).items():
        behind = 0
        for each in sorted(wrong):
            assert behind <= each.start < each.end <= len(text)
            assert text[each.start : each.end].strip() == text[each.start : each.end]
            assert text[each.start : each.end] not in each.forms
            behind = each.end


def test_a_figure_at_a_spaced_reduplication_is_told_once():
    (found,) = misspellings(["langkah - langkah0"])["langkah - langkah0"]
    assert (found.start, found.end, found.forms) == (10, 18, ("langkah 0",))


def slip(word, chance):
    """The word with one letter lost, added, doubled, mistaken, or swapped with its neighbour."""
    at = chance.randrange(1, len(word))
    head, tail = word[:at], word[at:]
    letter = chance.choice("abdegiklmnprstu")
    made = [head + tail[1:], head + letter + tail, head + head[-1] + tail, head + letter + tail[1:]]
    if len(tail) > 1:
        made.append(head + tail[1] + tail[0] + tail[2:])
    return chance.choice(made)


@pytest.mark.parametrize("name", ["kebomas-2023.txt", "klojen-2018.txt"])
def test_injected_slips_are_found_and_mended(name):
    chance = random.Random(name)
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    written = "\n".join(lines).lower()
    wrong = misspellings(lines)
    clean = [line for line in dict.fromkeys(lines) if line not in wrong]
    broken = {}
    for line in chance.sample(clean, len(clean) // 4):
        long = [word for word in line.split() if word.isalpha() and word.islower() and len(word) > 5]
        if long:
            word = chance.choice(long)
            slipped = slip(word, chance)
            if slipped not in written:
                broken[line.replace(word, slipped, 1)] = (word, slipped)
    found = misspellings([*lines, *broken])
    said = {
        line: [each for each in found.get(line, ()) if slipped in line[each.start : each.end]]
        for line, (_, slipped) in broken.items()
    }
    seen = [line for line in broken if said[line]]
    right = [line for line in seen if said[line][0].forms[:1] == (broken[line][0],)]
    assert len(broken) > 30
    assert len(seen) >= 0.9 * len(broken), [broken[line] for line in broken if line not in seen]
    assert len(right) >= 0.95 * len(seen), [(broken[line], said[line]) for line in seen if line not in right]
