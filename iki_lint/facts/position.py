"""Facts of a position (jabatan): its level, its duties, and what its indicators look like as a set."""

from functools import lru_cache

from iki_lint.decree.model import Decree, Position, field_texts, filled, text
from iki_lint.decree.tree import Map
from iki_lint.facts.fact import fact
from iki_lint.facts.formula import FormulaFacts
from iki_lint.facts.indicator import IndicatorFacts
from iki_lint.facts.outcome import OUTCOME, UNSURE
from iki_lint.facts.role import full_name
from iki_lint.language.lexicon import pairs, table
from iki_lint.language.tokens import normal_words

_QUANTITY = frozenset({"", "jumlah"})


@lru_cache(maxsize=4096)
def level_of(name: str, kind: str = "") -> str:
    """The level of a post: kepala, administrator, pengawas, fungsional, pelaksana, or empty when unknown."""
    joined = " ".join(full_name(name)) + " "
    for record in table("level-jabatan"):
        if "awal" in record and joined.startswith(record["awal"] + " "):
            return str(record["tingkat"])
        if "kata" in record and f" {record['kata']} " in " " + joined:
            return str(record["tingkat"])
    return kind if kind in ("pelaksana", "fungsional") else ""


def heads(decree: Decree) -> frozenset[Position]:
    """The heads of the unit: of an office by their level; where the decree has none, the one post that leads the
    kelurahan, puskesmas or school whose decree it is."""
    found = [each for each in decree.positions if level_of(*_name_and_kind(each)) == "kepala"]
    unit = decree.root.items.get("unit_kerja")
    name = text(unit, "nama") if isinstance(unit, Map) else None
    if found or not filled(name):
        return frozenset(found)
    kinds = pairs("kata-instansi")
    kind = next((kinds[word] for word in normal_words(name.value if name else "") if word in kinds), "")
    led = {each: _led_office(full_name(_name_and_kind(each)[0])) for each in decree.positions}
    leading = [each for each, office in led.items() if office and kind in ("", office)]
    return frozenset(leading if len(leading) == 1 else ())


def _led_office(name: tuple[str, ...]) -> str:
    """The kind of office that a post of this name leads: "kelurahan" for a lurah; empty for other posts."""
    if name[:1] == ("kepala",):
        name = name[1:]
    elif name[:1] != ("lurah",):
        return ""
    return pairs("kata-instansi").get(name[0], "") if name else ""


def _name_and_kind(position: Position) -> tuple[str, str]:
    return (
        position.name.value if position.name else "",
        position.kind.value if position.kind else "",
    )


class PositionFacts:
    """What can be said of a position; `leads` when it heads the unit. For the IKU it is None, and the level "iku"."""

    def __init__(
        self, position: Position | None, leads: bool, indicators: list[IndicatorFacts], formulas: list[FormulaFacts]
    ) -> None:
        self.position = position
        self.leads = leads
        self.indicators = indicators
        self.formulas = formulas

    @fact
    def nama(self) -> str:
        """Nama jabatan."""
        return self.position.name.value if self.position and self.position.name else ""

    @fact
    def tingkat(self) -> str:
        """Tingkat jabatan: iku, kepala, administrator, pengawas, fungsional, pelaksana; kosong bila tidak dikenal."""
        if self.position is None:
            return "iku"
        return "kepala" if self.leads else level_of(*_name_and_kind(self.position))

    @fact
    def ada_tugas(self) -> bool:
        """Tugas jabatan terisi."""
        return self.position is not None and any(filled(text) for text in field_texts(self.position.duties))

    @fact
    def ada_fungsi(self) -> bool:
        """Fungsi jabatan terisi."""
        return self.position is not None and any(filled(text) for text in field_texts(self.position.functions))

    @fact
    def banyak_indikator(self) -> int:
        """Banyaknya indikator jabatan ini."""
        return len(self.indicators)

    @fact
    def banyak_rencana(self) -> int:
        """Banyaknya rencana kinerja jabatan ini."""
        return len(self.position.plans) if self.position else 0

    @fact
    def banyak_hasil(self) -> int:
        """Banyaknya indikator jabatan ini yang mengukur hasil (outcome)."""
        return sum(indicator.tataran == OUTCOME for indicator in self.indicators)

    @fact
    def persen_ragu(self) -> int:
        """Persentase indikator jabatan ini yang tatarannya tidak dapat dipastikan."""
        doubted = sum(indicator.tataran == UNSURE for indicator in self.indicators)
        return round(100 * doubted / len(self.indicators)) if self.indicators else 0

    @fact
    def hanya_kuantitas(self) -> bool:
        """Semua indikator hanya menghitung jumlah atau kegiatan; tidak ada mutu, waktu, atau biaya."""
        if not self.indicators or any(indicator.ukuran not in _QUANTITY for indicator in self.indicators):
            return False
        return all(formula.jenis not in ("rasio", "nilai", "rata-rata") for formula in self.formulas)
