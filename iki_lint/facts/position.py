"""Facts of a position (jabatan): its level, its duties, and what its indicators look like as a set."""

from functools import lru_cache

from iki_lint.decree.model import Position, field_texts, filled
from iki_lint.facts.fact import fact
from iki_lint.facts.formula import FormulaFacts
from iki_lint.facts.indicator import IndicatorFacts
from iki_lint.facts.outcome import OUTCOME, UNSURE
from iki_lint.facts.role import full_name
from iki_lint.language.lexicon import table

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


class PositionFacts:
    """What can be said of a position. For the IKU of the office `position` is None and the level is "iku"."""

    def __init__(
        self, position: Position | None, indicators: list[IndicatorFacts], formulas: list[FormulaFacts]
    ) -> None:
        self.position = position
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
        return level_of(self.nama, self.position.kind.value if self.position.kind else "")

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
