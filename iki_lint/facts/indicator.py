"""Facts of an indicator's wording."""

import re
from collections.abc import Collection

from iki_lint.facts.cell import CellFacts
from iki_lint.facts.fact import Phrase, fact
from iki_lint.facts.outcome import level_of_performance
from iki_lint.language.classes import Measure, fixed_pair, is_active_verb, is_passive_verb, is_process, is_verb, measure
from iki_lint.language.distance import distance
from iki_lint.language.lexicon import pairs, words
from iki_lint.language.stems import stem
from iki_lint.language.vocabulary import is_known_word
from iki_lint.patterns import pattern

_COUNTS = frozenset({"jumlah", "banyaknya", "banyak", "total", "frekuensi", "volume"})
_SCORES = frozenset({"nilai", "indeks", "index", "skor", "predikat", "opini", "peringkat", "akreditasi", "maturitas"})
_JOINERS = frozenset({"dan", "atau", "serta"})
_CLAUSE = frozenset({"yang", "dalam", "untuk", "dengan", "terhadap", "pada", "oleh", "terkait", "tentang", "hasil"})
_PREPOSITIONS = frozenset({"dengan", "di", "ke", "dari", "pada", "untuk", "dan", "atau", "oleh", "terhadap", "dalam"})
_PERIOD = pattern(
    r"\b(?:(?:selama|tiap|setiap|per)\s+(?:\d+|satu)\s*(?:\([a-z ]+\)\s*)?(?:minggu|hari)"
    r"|(?:selama|dalam|tiap|setiap|per)\s+(?:\d+|satu)\s*(?:\([a-z ]+\)\s*)?(?:tahun|bulan|triwulan|semester))\b"
    r"|(?:\b(?:minimal|maksimal|sebesar|sebanyak|sekurang-kurangnya|target)\s+)?"
    r"(?<!\d[.,])(?<![xX×])(?<![xX×]\s)\b\d+(?:[.,]\d+)*\s*(?:%|persen\b)"
    r"|\b(?:minimal|maksimal|sebesar|sebanyak|sepanjang|seluas|sejumlah|sekurang-kurangnya|target)\s+\d+(?:[.,]\d+)*\b"
    r"|\b(?:pada|di|untuk)?\s*tahun\s+(?:19|20)\d\d\b(?!\s*[-–/]\s*\d)",
    re.IGNORECASE,
)
_FIGURE = pattern(r"\d|\bsatu\b", re.IGNORECASE)


class IndicatorFacts(CellFacts):
    """What the wording of an indicator tells."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.measure: Measure | None = measure(self.tokens)

    @fact
    def ukuran(self) -> str:
        """Jenis ukuran: jumlah, persentase, angka, nilai, rata-rata, perubahan, waktu, biaya; kosong bila tidak ada."""
        return self.measure.kind if self.measure else ""

    @fact
    def kata_ukur(self) -> Phrase | None:
        """Kata yang menunjukkan ukuran: "Jumlah", "Persentase"."""
        return self.phrase(self.measure.first, self.measure.behind) if self.measure else None

    @fact
    def skor(self) -> bool:
        """Yang diukur nilai hasil penilaian: nilai, indeks, skor, predikat, opini, peringkat."""
        measure = self.measure
        return measure is not None and measure.kind == "nilai" and self.tokens[measure.first].lower in _SCORES

    @fact
    def tataran(self) -> str:
        """Tataran kinerja: hasil, keluaran-bermutu, keluaran, proses, masukan; ragu bila tidak dapat dipastikan."""
        return level_of_performance(self.tokens, self.measure)

    @fact
    def ukuran_di_depan(self) -> bool:
        """Indikator dibuka dengan kata ukur."""
        return self.measure is not None and self.measure.first == 0

    @fact
    def jumlah_kata_kerja(self) -> Phrase | None:
        """ "Jumlah" yang langsung diikuti kata kerja: "Jumlah Memonitor", "Jumlah laporkan"."""
        return counted_verb(self, _COUNTS)

    @fact
    def proses(self) -> Phrase | None:
        """Kata benda kegiatan yang dihitung: "koordinasi" pada "Jumlah koordinasi ..."; juga bila tanpa kata ukur."""
        at = 0
        if self.tokens and self.tokens[0].lower in _COUNTS:
            at = 1
        elif self.measure is not None:
            return None
        if at < len(self.tokens) and self.tokens[at].lower in ("kegiatan", "frekuensi"):
            at += 1
        if at >= len(self.tokens) or not is_process(self.tokens[at].lower):
            return None
        return self.phrase(at, at + 1)

    @fact
    def negatif(self) -> Phrase | None:
        """Kata benda bermakna buruk yang dihitung tanpa arah: "hambatan" pada "Jumlah hambatan ..."."""
        if not self.tokens or self.tokens[0].lower not in _COUNTS:
            return None
        at = 1
        while at < len(self.tokens) and is_process(self.tokens[at].lower) and not self._is_bad(at):
            if self.tokens[at].lower in words("kata-penanganan"):
                return None
            at += 1
        if at >= len(self.tokens) or not self._is_bad(at):
            return None
        if any(word.lower in words("kata-tindak-lanjut") for word in self.tokens[at:]):
            return None
        return self.phrase(at, at + 1)

    def _is_bad(self, at: int) -> bool:
        first, _, second = self.tokens[at].lower.partition("-")
        word = first if first == second else self.tokens[at].lower
        return word in words("kata-negatif") or (at == 1 and word in words("kata-peristiwa-buruk"))

    @fact
    def majemuk(self) -> Phrase | None:
        """Dua hal yang diukur sekaligus: "koordinasi dan pelayanan" pada "Jumlah koordinasi dan pelayanan ..."."""
        if self.measure is None or self.measure.first != 0:
            return None
        at = self.measure.behind
        if at >= len(self.tokens) or fixed_pair(self.tokens, at):
            return None
        behind = self._second_head(at) or self._second_work(at)
        return self.phrase(at, behind) if behind else None

    def _second_work(self, at: int) -> int | None:
        """The index behind a second work noun that is joined to a first one, each with its own object: "konseling
        gizi dan pemantauan pertumbuhan"; a noun that only says that work is done governs all that follows."""
        first = self.tokens[at].lower
        if not is_process(first) or first in words("kata-proses-umum"):
            return None
        for joiner in range(at + 2, min(at + 5, len(self.tokens) - 2)):
            word, second = self.tokens[joiner].lower, self.tokens[joiner + 1].lower
            if word in ("dan", "serta"):
                seen = {stem(each.lower) for each in self.tokens[at:joiner]}
                own_object = self.tokens[joiner + 2].lower not in _CLAUSE
                return joiner + 2 if own_object and is_process(second) and stem(second) not in seen else None
            if word in _CLAUSE or is_process(word):
                return None
        return None

    def _second_head(self, at: int) -> int | None:
        """The index behind the second of two coordinated heads, when the measure governs both of them directly."""
        joiner = at + 1
        if joiner + 1 >= len(self.tokens):
            return None
        between = self.text[self.tokens[at].end : self.tokens[joiner].start]
        if "&" in between:
            return joiner + 1
        second = joiner
        while second < len(self.tokens) and self.tokens[second].lower in _JOINERS:
            second += 1
        if second > joiner and self.tokens[joiner].lower != "atau" and second < len(self.tokens):
            return second + 1 if stem(self.tokens[at].lower) != stem(self.tokens[second].lower) else None
        if "," in between:
            last = next(
                (i for i in range(joiner, min(joiner + 4, len(self.tokens))) if self.tokens[i].lower in _JOINERS), None
            )
            return None if last is None else min(last + 2, len(self.tokens))
        return None

    @fact
    def target_waktu(self) -> Phrase | None:
        """Target atau waktu di dalam indikator: "selama 1 tahun", "80 %", "minimal 75", "tahun 2023"."""
        found = _PERIOD.search(self.text) if _has_figure(self.text) else None
        if not found or self._bounds_population(found):
            return None
        start = found.start() + len(found.group()) - len(found.group().lstrip())
        return Phrase(start, found.end(), self.text[start : found.end()])

    def _bounds_population(self, found: re.Match[str]) -> bool:
        """Whether a limit says which ones are counted: "pegawai yang mengikuti diklat minimal 20 jam"."""
        if not found.group().lower().startswith(("minimal", "maksimal", "sekurang")):
            return False
        return any(word.lower in ("yang", "dengan") for word in self.tokens if word.end <= found.start())

    @fact
    def kepala_rusak(self) -> Phrase | None:
        """Pembuka yang rusak: "Jumlah dengan", "Jugas tugas", "Jumlah peneliti dan mengoreksi"."""
        if not self.tokens:
            return None
        first = self.tokens[0].lower
        if first in _COUNTS and len(self.tokens) > 1:
            second = self.tokens[1].lower
            if second in _PREPOSITIONS and not (second == "dari" and len(self.tokens) > 3):
                return None if counted_verb(self, _COUNTS) else self.phrase(0, 2)
            return self._agent_for_work()
        if first not in pairs("kata-ukur") and not is_known_word(first) and _near_measure(first):
            return self.phrase(0, 1)
        return None

    def _agent_for_work(self) -> Phrase | None:
        """ "Jumlah peneliti dan mengoreksi": an agent noun joined to a verb, or one that governs an object."""
        second = self.tokens[1].lower
        if not _is_agent(second) or len(self.tokens) < 3:
            return None
        third = self.tokens[2].lower
        if third in _JOINERS and len(self.tokens) > 3 and is_active_verb(self.tokens[3].lower):
            return self.phrase(0, 4)
        if third in ("data", "bahan", "daftar", "dokumen") or (_is_torn(self.tokens[2].lower)):
            return self.phrase(0, 3)
        return None


def counted_verb(cell: CellFacts, counts: Collection[str]) -> Phrase | None:
    """A count word with the verb behind it; a passive verb may be torn from its prefix ("di laksanakan")."""
    if len(cell.tokens) < 2 or cell.tokens[0].lower not in counts:
        return None
    word = cell.tokens[1].lower
    if word == "di" and len(cell.tokens) > 2:
        return cell.phrase(0, 3) if is_passive_verb("di" + cell.tokens[2].lower) else None
    return cell.phrase(0, 2) if is_verb(word) and not is_process(word) else None


def _has_figure(text: str) -> bool:
    """Whether a text has a digit or the word "satu"; most are letters and blanks, which need no pattern."""
    if text.replace(" ", "").isalpha() and "satu" not in text.casefold():
        return False
    return _FIGURE.search(text) is not None


def _is_agent(word: str) -> bool:
    return word.startswith(
        ("peneliti", "pengolah", "pendata", "pengumpul", "penyusun", "pengelola")
    ) and not word.endswith("an")


def _is_torn(word: str) -> bool:
    """Whether a word begins with a suffix that was torn from the word before it ("pendata anteknologi")."""
    return word.startswith("an") and not is_known_word(word) and is_known_word(word[2:])


def _near_measure(word: str) -> bool:
    """Whether an unknown word at the head looks like a mistyped measure: same beginning, at most three edits."""
    return any(
        word[:2] == known[:2] and distance(word, known) <= 3 for known in ("jumlah", "persentase", "nilai", "indeks")
    )
