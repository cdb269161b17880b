"""Local packs in the catalogue: what they add, what they may not take, what is wrong with them and where."""

import os
import re
import subprocess
import sys

import pytest
from pack_samples import BASIS, DECREE, MANIFEST, RULE, WORDS, problems, write_pack

from iki_lint.catalog import Packs, catalog_for, load_catalog
from iki_lint.linting import Config, check
from iki_lint.packs import compiling, folder
from iki_lint.packs.folder import read_pack
from iki_lint.packs.local import load_packs
from iki_lint.packs.skipped import Skipped

CHECKED = RULE.replace('when: sumber.isi matches "lisan" and indikator.ada\n', "check: kata-terdaftar\n").replace(
    "{sumber.isi}", "{kata}"
)
OPTIONS = "options: {daftar: kata-uji, kolom: [rencana]}\n"


def found(*folders, select=("GRS",)):
    """The codes and words that packs find in the sample decree."""
    config = Config(select=select, packs=Packs(tuple(map(str, folders))))
    return [(each.code, each.text) for each in check(DECREE, config).files[0].findings]


def test_without_packs_it_is_the_built_in_catalogue() -> None:
    assert catalog_for() is load_catalog()
    assert load_catalog().skipped == ()


def test_a_pack_adds_its_rules_lists_and_sources(tmp_path) -> None:
    pack = write_pack(tmp_path / "p")
    merged, base = catalog_for((str(pack),)), load_catalog()
    assert [rule.code for rule in merged.rules if rule not in base.rules] == ["GRS001"]
    assert [rule.code for rule in merged.rules] == sorted(rule.code for rule in merged.rules)
    assert merged.lists["kata-uji"] == {"musdus", "kader pks"}
    assert merged.lists["kata-proses"] == base.lists["kata-proses"]
    assert merged.basis["pedoman-uji"].title == "Pedoman uji"
    assert found(pack) == [("GRS001", "Keterangan lisan")]
    assert found(pack, select=("sumber-lisan",)) == [("GRS001", "Keterangan lisan")]
    assert found() == []


def test_rules_may_use_built_in_lists_sources_and_their_own_lists(tmp_path) -> None:
    rule = RULE.replace(
        'sumber.isi matches "lisan"', "not indikator.isi in daftar.kata-uji and not sumber.isi in daftar.kata-proses"
    )
    pack = write_pack(tmp_path / "p", sumber__GRS001=rule.replace("pedoman-uji", "lke-88-2021"))
    assert found(pack) == [("GRS001", "Keterangan lisan")]
    again = write_pack(tmp_path / "q", sumber__GRS001=rule.replace("not indikator.isi in", "indikator.isi in"))
    assert found(again) == []


def test_the_digest_covers_packs(tmp_path) -> None:
    pack = write_pack(tmp_path / "p")
    first = catalog_for((str(pack),)).digest
    write_pack(pack, sumber__GRS001=RULE.replace("Sebab", "Sebab lain"))
    assert catalog_for((str(pack),)).digest == first
    load_packs.cache_clear()
    assert len({first, catalog_for((str(pack),)).digest, load_catalog().digest}) == 3


def test_a_compiled_pack_comes_from_the_cache_and_moves_with_its_folder(tmp_path, monkeypatch) -> None:
    rule = RULE.replace("name:", 'membutuhkan: ">=99"\nname:')
    pack = write_pack(tmp_path / "p", lain__GRS002=rule.replace("GRS001", "GRS002").replace("sumber-lisan", "lain"))
    first = load_packs((str(pack),))
    load_packs.cache_clear()
    monkeypatch.setattr(compiling, "compile_local", lambda *_: pytest.fail("compiled again"))
    assert [rule.code for rule in load_packs((str(pack),)).rules] == [rule.code for rule in first.rules]
    assert load_packs((str(pack),)).skipped == (Skipped(f"{pack}/lain/GRS002.yaml", 2, 14, "GRS002", "lain", ">=99"),)


def test_one_folder_named_twice_counts_once(tmp_path, monkeypatch) -> None:
    pack = write_pack(tmp_path / "p")
    monkeypatch.chdir(tmp_path)
    assert found("p", pack) == [("GRS001", "Keterangan lisan")]


def test_two_packs_may_not_take_the_same(tmp_path) -> None:
    first, second = write_pack(tmp_path / "p"), write_pack(tmp_path / "q")
    assert problems(first, second) == [
        ("paket.yaml", "paket-ganda", "uji"),
        ("lists/kata-uji.yaml", "daftar-ganda", ""),
        ("basis.yaml", "dasar-ganda", "pedoman-uji"),
        ("sumber/GRS001.yaml", "aturan-ganda", "GRS001"),
        ("sumber/GRS001.yaml", "aturan-ganda", "sumber-lisan"),
    ]


WRONG_FILES = [
    ("paket", MANIFEST + "pemilik: x\n", "kunci-tak-dikenal", "pemilik"),
    ("paket", MANIFEST.replace(">=0.1", ">=0.1, dua"), "versi-tak-terbaca", " dua"),
    ("paket", MANIFEST + "telaah: [{aturan: GRX, penanggung: umum}]\n", "paket-telaah-tanpa-aturan", "GRX"),
    ("lists__kata-proses", WORDS, "daftar-ganda", ""),
    ("basis", BASIS + BASIS.replace("pedoman-uji", "lke-88-2021"), "dasar-ganda", "lke-88-2021"),
    ("messages__a", "aturan-gagal: {id: a, en: b}\n", "kunci-dipakai", "aturan-gagal"),
    ("kosong", "[a]\n", "puncak-bukan-kunci", "[a]"),
]
WRONG_RULES = [
    ("GRS001", "SBR010", "aturan-kode-bawaan", "SBR010"),
    ("GRS001", "IKI950", "aturan-kode-bawaan", "IKI950"),
    ("sumber-lisan", "sumber-kabur", "aturan-ganda", "sumber-kabur"),
    ("indikator.ada", "indikator.adaa", "fakta-tak-dikenal-mirip", "adaa"),
    ('"lisan"', '"(l+)+"', "pola-bersarang", '"(l+)+"'),
    ("target: baris", "target: keputusan", "aturan-sasaran-tanpa-syarat", "keputusan"),
    ("target: baris", "target: rencana", "aturan-subjek-kosong", 'sumber.isi matches "lisan" and indikator.ada'),
    ("sumber_data: Buku", "sumberdata: Buku", "kunci-salah-tulis", "sumberdata"),
    ("name:", "membutuhkan: satu\nname:", "versi-tak-terbaca", "satu"),
]
WRONG_CHECKS = [
    (OPTIONS, "", "pemeriksa-perlu-pengaturan", "kata-terdaftar"),
    ("kata-terdaftar", "kata-berpadanan", "daftar-perlu-pasangan", "kata-uji"),
    ("kata-uji", "kata-uju", "daftar-tak-dikenal-mirip", "kata-uju"),
    ("[rencana]", "[rencan]", "kolom-tak-dikenal-mirip", "rencan"),
    ("[rencana]", "rencana", "pengaturan-jenis-salah", "rencana"),
    ("{kata}", "{kat}", "isian-tak-dikenal-mirip", "{kat}"),
    ("kata-terdaftar", "sisa-format", "pemeriksa-perlu-kasus", "sisa-format"),
]


@pytest.mark.parametrize(("name", "text", "key", "words"), WRONG_FILES)
def test_what_is_wrong_with_a_file_is_located(tmp_path, name, text, key, words) -> None:
    pack = write_pack(tmp_path / "p", **{name: text})
    assert problems(pack)[0] == (f"{name.replace('__', '/')}.yaml", key, words)


@pytest.mark.parametrize(("old", "new", "key", "words"), WRONG_RULES)
def test_what_is_wrong_with_a_rule_is_located(tmp_path, old, new, key, words) -> None:
    assert old in RULE
    pack = write_pack(tmp_path / "p", sumber__GRS001=RULE.replace(old, new, 1))
    assert problems(pack)[0] == ("sumber/GRS001.yaml", key, words)


@pytest.mark.parametrize(("old", "new", "key", "words"), WRONG_CHECKS)
def test_what_a_check_lacks_is_located(tmp_path, old, new, key, words) -> None:
    rule = CHECKED + OPTIONS
    assert old in rule
    assert problems(write_pack(tmp_path / "p", sumber__GRS001=rule)) == []
    pack = write_pack(tmp_path / "q", sumber__GRS001=rule.replace(old, new, 1))
    assert problems(pack)[0] == ("sumber/GRS001.yaml", key, words)


def test_a_pack_may_be_in_indonesian_only(tmp_path) -> None:
    rule = re.sub(r", en: [^}]*(?=}\n)", "", RULE.replace('"{sumber.isi}"', "lisan"))
    basis = BASIS.replace(", en: Made up", "")
    assert " en:" not in rule + basis
    pack = write_pack(tmp_path / "p", sumber__GRS001=rule, basis=basis)
    merged = catalog_for((str(pack),))
    (own,) = (each for each in merged.rules if each.code == "GRS001")
    assert (own.message.id, own.message.en, own.why.en) == ("Sumber lisan", "Sumber lisan", "Sebab")
    assert merged.basis["pedoman-uji"].note.en == "Rekaan"


def test_all_problems_of_all_files_are_told(tmp_path) -> None:
    rule = RULE.replace("indikator.ada", "indikator.x").replace("pedoman-uji", "pedoman")
    told = problems(write_pack(tmp_path / "p", sumber__GRS001=rule, lists__b="judul: a\n"))
    assert [path for path, _, _ in told] == ["lists/b.yaml", "sumber/GRS001.yaml", "sumber/GRS001.yaml"]


def test_what_is_no_pack(tmp_path) -> None:
    assert problems(tmp_path / "tidak-ada") == [(str(tmp_path / "tidak-ada"), "paket-bukan-folder", "")]
    (tmp_path / "kosong").mkdir()
    assert problems(tmp_path / "kosong") == [("paket.yaml", "paket-tanpa-catatan", "")]


def test_notes_decrees_and_configurations_in_the_folder_are_left_alone(tmp_path) -> None:
    pack = write_pack(tmp_path / "p", contoh=DECREE, **{"iki-lint": "kata: [musdus]\n"})
    (pack / "BACA.txt").write_bytes(b"\xff catatan")
    (pack / ".git").mkdir()
    (pack / ".git" / "a.yaml").write_text("x: y\n", encoding="utf-8")
    assert problems(pack) == []


def test_a_pack_for_other_versions_is_skipped_whatever_is_in_it(tmp_path) -> None:
    pack = write_pack(
        tmp_path / "p", paket="nama: uji\nmembutuhkan: '>=99'\nmasa_depan: 1\n", sumber__GRS001="apa: saja\n"
    )
    merged = catalog_for((str(pack),))
    assert merged.rules == load_catalog().rules
    assert merged.skipped == (Skipped(f"{pack}/paket.yaml", 2, 14, "", "uji", ">=99"),)


def test_a_rule_for_other_versions_is_skipped_and_may_still_be_named(tmp_path) -> None:
    new = RULE.replace("name: sumber-lisan", "name: baru\nmembutuhkan: '<0.1'").replace("GRS001", "GRS002")
    pack = write_pack(
        tmp_path / "p",
        sumber__GRS002=new.replace("indikator.ada", "masa.depan(1)") + "kunci_baru: 1\n",
        sumber__GRS001=RULE + "mengalah_pada: [GRS002]\n",
    )
    merged = catalog_for((str(pack),))
    assert [(each.code, each.name, each.needs, each.line) for each in merged.skipped] == [("GRS002", "baru", "<0.1", 3)]
    assert found(pack) == [("GRS001", "Keterangan lisan")]


def test_links_out_of_the_pack_and_endless_ones_are_refused(tmp_path) -> None:
    pack = write_pack(tmp_path / "p")
    os.symlink("..", pack / "putaran")
    assert problems(pack) == [("putaran", "paket-tautan", "")]


def test_size_is_bounded(tmp_path, monkeypatch) -> None:
    pack = write_pack(tmp_path / "p")
    monkeypatch.setattr(folder, "MAX_YAML", 300)
    assert problems(pack) == [("sumber/GRS001.yaml", "paket-terlalu-besar", "")]
    monkeypatch.setattr(folder, "MAX_ENTRIES", 3)
    assert problems(pack) == [(str(pack), "paket-terlalu-banyak", "")]


def test_so_many_problems_and_no_more(tmp_path) -> None:
    told = problems(
        write_pack(tmp_path / "p", sumber__GRS001=RULE.replace("Sebab", "x").replace("Sumber", "{a.b}" * 1200))
    )
    assert len(told) == 1001
    assert told[-1][1] == "terlalu-banyak-masalah"


def test_a_warm_pack_needs_no_compiler(tmp_path) -> None:
    pack = write_pack(tmp_path / "p")
    heavy = ("pyparsing", "jsonschema", "iki_lint.packs.compiling", "iki_lint.engine.compile", "importlib.metadata")
    program = (
        "import sys\nfrom iki_lint.catalog import catalog_for\n"
        f"assert catalog_for(({str(pack)!r},)).rules\n"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    subprocess.run([sys.executable, "-c", program], capture_output=True)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_the_base_never_imports_packs() -> None:
    program = (
        "import sys\nfrom iki_lint.cli.app import run\nrun(['check', 'examples/contoh-baik.yaml'])\n"
        "ours = ('iki_lint.packs', 'iki_lint.plugins', 'iki_lint.checks.own')\n"
        "print([name for name in sys.modules if name.startswith(ours)])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_compiled_text_depends_on_the_files_alone(tmp_path) -> None:
    other = RULE.replace("GRS001", "GRS002").replace("name: sumber-lisan", "name: b\nmembutuhkan: '>9'")
    paths = [str(write_pack(tmp_path / name, lain__GRS002=other)) for name in ("p", "q")]
    texts = [compiling.compile_local(path, read_pack(path), load_catalog(), set()) for path in paths]
    assert texts[0] == texts[1]
