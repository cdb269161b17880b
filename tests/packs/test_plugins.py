"""Plugins: found among installed packages, loaded only when named, refused in a sentence."""

import subprocess
import sys
from pathlib import Path

import pytest
from pack_samples import RULE, write_pack

from iki_lint.catalog import Packs, PluginError, catalog_for
from iki_lint.linting import Config, check
from iki_lint.messages import say
from iki_lint.packs.trial import try_pack
from iki_lint.plugins import load_plugins

DECREE = """\
versi_format: 1
jabatan:
- {id: a, nama: CAMAT, rencana_kinerja: [{id: a.1, uraian: Meningkatnya mutu mutu surat, indikator: []}]}
"""


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Install a plugin: its name, the source of its module, and where in it the entry point leads."""
    monkeypatch.syspath_prepend(str(tmp_path / "site"))

    def installed(name, source, leads="PLUGIN", package=None):
        package = package or f"uji_{name}"
        metadata = tmp_path / "site" / f"{package}-1.0.dist-info"
        metadata.mkdir(parents=True)
        (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
        (metadata / "entry_points.txt").write_text(f"[iki_lint.checks]\n{name} = {package}:{leads}\n")
        (tmp_path / "site" / f"{package}.py").write_text(source)
        monkeypatch.delitem(sys.modules, package, raising=False)

    return installed


def refused(*names):
    with pytest.raises(PluginError) as caught:
        load_plugins(names)
    assert say(caught.value.key, "id", **caught.value.values)
    assert say(caught.value.key, "en", **caught.value.values)
    return caught.value.key, caught.value.values


def test_the_example_plugin_as_installed_by_pip(tmp_path) -> None:
    """Built and installed by pip into a folder of its own, used by a program that has this on its path."""
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--target", str(tmp_path)]
    subprocess.run([sys.executable, "-m", "pip", "install", *options, "examples/plugin-contoh"], check=True)
    program = (
        "import sys, iki_lint\nfrom iki_lint.catalog import Packs\n"
        f"config = iki_lint.Config(select=('BRL',), packs=Packs((), ('contoh',)))\n"
        f"(found,) = iki_lint.check({DECREE!r}, config).files[0].findings\n"
        "print(found.code, found.text, found.fix.edits[0].text)\n"
        "from iki_lint.cli.app import run\n"
        f"print(run(['rules', '--test', {str(tmp_path / 'plugin_contoh' / 'aturan')!r}, '--plugin', 'contoh']))"
    )
    environment = {"PYTHONPATH": f"{tmp_path}", "XDG_CACHE_HOME": str(tmp_path / "cache"), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, encoding="utf-8")
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "BRL001 mutu mutu mutu",
        "BRL001 kata-berturut: sesuai (bad 1, good 2)",
        "Semua contoh sesuai (1 aturan, 3 contoh).",
        "0",
    ]


PLUGIN = "from iki_lint.plugins import Plugin\ndef check(context, options):\n    yield from ()\n"


def test_a_plugin_nobody_named_runs_no_code(install, monkeypatch) -> None:
    install("diam", "raise RuntimeError\n")
    assert load_plugins(()) == ()
    assert [each.name for each in load_plugins_of(install, "lain")] == ["lain"]
    assert "uji_diam" not in sys.modules


def load_plugins_of(install, name):
    install(name, PLUGIN + f"PLUGIN = Plugin({{'cek-{name}': check}})\n")
    return load_plugins((name, name))


def test_what_cannot_be_used_is_told(install) -> None:
    install("rusak", "import tidak_ada_modul_ini\n")
    install("keluar", "raise SystemExit(0)\n")
    install("lain", "PLUGIN = 3\n")
    install("kurang", "", "TIDAK_ADA")
    install("nama", PLUGIN + "PLUGIN = Plugin({'Cek Ini': check})\n")
    install("isi", PLUGIN + "PLUGIN = Plugin({'cek': 3})\n")
    install("bawaan", PLUGIN + "PLUGIN = Plugin({'salah-ketik': check})\n")
    install("satu", PLUGIN + "PLUGIN = Plugin({'cek-sama': check})\n")
    install("dua", PLUGIN + "PLUGIN = Plugin({'cek-sama': check})\n")
    install("kembar", PLUGIN + "PLUGIN = Plugin({})\n", package="kembar_a")
    install("kembar", PLUGIN + "PLUGIN = Plugin({})\n", package="kembar_b")
    key, values = refused("tidak-ada")
    assert (key, values["nama"]) == ("plugin-tak-terpasang", "tidak-ada")
    assert "kembar, kurang, lain" in values["dikenal"]
    assert refused("rusak")[0] == refused("keluar")[0] == refused("kurang")[0] == "plugin-gagal-dimuat"
    assert "tidak_ada_modul_ini" in refused("rusak")[1]["sebab"]
    assert refused("lain") == ("plugin-bukan-plugin", {"nama": "lain", "tempat": "uji_lain:PLUGIN", "ada": "int"})
    assert refused("nama") == ("plugin-isi-salah", {"nama": "nama", "isi": "Cek Ini"})
    assert refused("isi") == ("plugin-isi-salah", {"nama": "isi", "isi": "cek"})
    assert refused("bawaan")[1] == {"nama": "bawaan", "isi": "salah-ketik", "berkas": "iki-lint"}
    assert refused("satu", "dua") == ("plugin-pemeriksa-ganda", {"nama": "dua", "isi": "cek-sama", "berkas": "satu"})
    assert refused("kembar") == ("plugin-ganda", {"nama": "kembar", "dikenal": "kembar_a, kembar_b"})


def test_a_check_that_crashes_is_a_finding(install, tmp_path) -> None:
    install(
        "jatuh",
        PLUGIN + "def crash(context, options):\n    raise ValueError('apa')\nPLUGIN = Plugin({'jatuh': crash})\n",
    )
    rule = RULE.replace('when: sumber.isi matches "lisan" and indikator.ada', "check: jatuh").replace(
        "{sumber.isi}", ""
    )
    pack = str(write_pack(tmp_path / "p", sumber__GRS001=rule))
    config = Config(select=("GRS", "STR006"), packs=Packs((pack,), ("jatuh",)))
    (found,) = check(DECREE, config).files[0].findings
    assert (found.code, found.severity) == ("IKI000", "error")
    assert "GRS001" in found.message
    assert "ValueError: apa" in found.message
    (tried,) = try_pack(pack, plugins=("jatuh",)).rules
    assert {each.key for each in tried.outcomes} == {"uji-tak-terbaca"}


def test_the_digest_tells_the_plugins(install) -> None:
    install("satu", PLUGIN + "PLUGIN = Plugin({'cek-satu': check})\n")
    assert catalog_for((), ("satu",)).digest != catalog_for().digest
    assert set(catalog_for((), ("satu",)).checks) >= {"cek-satu", "kata-terdaftar"}


def test_the_guide_names_what_there_is() -> None:
    guide = Path("docs/plugin.md").read_text(encoding="utf-8")
    example = Path("examples/plugin-contoh")
    for path in ("pyproject.toml", "plugin_contoh/__init__.py", "plugin_contoh/aturan/BRL/BRL001-kata-berturut.yaml"):
        text = (example / path).read_text(encoding="utf-8")
        shown = [part for part in guide.split("```")[1::2] if f"# {path}\n" in part]
        assert len(shown) == 1, path
        assert shown[0].partition(f"# {path}\n")[2].strip() in text
