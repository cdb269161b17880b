"""Facts of the sumber data cell."""

from iki_lint.facts.cell import CellFacts
from iki_lint.facts.fact import Phrase, fact, once
from iki_lint.language.classes import is_process
from iki_lint.language.lexicon import words

_CARRIERS = frozenset({"laporan", "dokumen", "data", "dokumentasi", "lap", "lpaoran"})
_RECORDS = frozenset(
    {"laporan", "realisasi", "register", "rekap", "rekapitulasi", "berita", "ba", "notulen", "lhe", "spj", "sipd"}
)


class SourceFacts(CellFacts):
    """What the sumber data cell tells."""

    @fact
    def setara_kosong(self) -> bool:
        """Isinya tidak menyebut apa pun: "Jelas", "Ada", "-"."""
        return self.ada and (self._plain in words("sumber-kosong") or not any(c.isalnum() for c in self.text))

    @fact
    def umum(self) -> bool:
        """Hanya satu kata umum: "Laporan", "Data", "Konsep/hasil kerja"."""
        return self._plain in words("sumber-umum")

    @fact
    def generik(self) -> bool:
        """ "Laporan" atau "Dokumen" yang hanya diikuti kata umum: "Laporan kegiatan"."""
        if len(self.normal_words) < 2 or self.normal_words[0] not in _CARRIERS or self.umum:
            return False
        general, less_general = words("kata-generik"), words("kata-generik-lemah")
        return all(word in general or word in less_general or is_process(word) for word in self.normal_words[1:])

    @fact
    def bukan_dokumen(self) -> bool:
        """Menyebut pekerjaan, orang, tempat, atau barang, bukan dokumen: "Tugas yang diberikan", "Desa/Kelurahan"."""
        if not self.normal_words or self.umum or self.normal_words[0] not in words("sumber-bukan-dokumen"):
            return False
        return not any(word in _RECORDS for word in self.normal_words[1:])

    @fact
    def rencana(self) -> Phrase | None:
        """Dokumen rencana atau peraturan, bila seluruh sumber hanya itu: "DPA", "Perbup", "RKA/DPA"."""
        if not self.tokens:
            return None
        found = self.listed("sumber-rencana")
        if found is None or self._names_a_record:
            return None
        first = self.tokens[0].lower
        return found if first in ("dokumen", "data") or found.start == self.tokens[0].start else None

    @property
    def _names_a_record(self) -> bool:
        """Whether something in the cell records what has happened (a report, a register, minutes)."""
        return any(word in _RECORDS for word in self.normal_words)

    @fact
    def menyerupai_dokumen(self) -> bool:
        """Dibuka dengan kata yang lazim pada nama dokumen: "Laporan", "Register", "Data"."""
        return bool(self.normal_words) and self.normal_words[0] in words("sumber-awalan")

    @fact
    def menyebut_metode(self) -> bool:
        """Sumber data menyebut cara, penilai, atau pedoman penilaian."""
        return self.has("kata-metode")

    @once
    def _plain(self) -> str:
        return " ".join(self.normal_words)
