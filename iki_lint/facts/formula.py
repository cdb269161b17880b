"""Facts of the formulasi cell: the reading of its formula, and whether it defines anything."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from iki_lint.facts.cell import CellFacts
from iki_lint.facts.fact import Phrase, fact, once
from iki_lint.facts.indicator import counted_verb
from iki_lint.formula.plain import Vocabulary, plain_kind
from iki_lint.language.lexicon import pairs, words
from iki_lint.language.stems import stem
from iki_lint.language.tokens import tokens
from iki_lint.patterns import pattern

if TYPE_CHECKING:
    from iki_lint.formula.reading import Formula

_LIMIT = pattern(
    r"\d|[≥≤<>]|\b(?:minimal|maksimal|sekurang|selambat|standar|sop|spm|permen\w*|perbup|perda|perwal\w*|peraturan|pedoman|"
    r"kriteria|keputusan|juknis|juklak)\b",
    re.IGNORECASE,
)


_NUMBERING = pattern(r"(?:^|(?<=[\s;:,(]))\d{1,2}[.)](?=\s)")
_HUNDRED = pattern(r"(?<!\w)[xX×*]?\s*\(?\s*100\s*(?:%|persen)?\s*\)?(?!\w)")


class FormulaFacts(CellFacts):
    """What the formulasi cell tells; `numerator` and `denominator` are the texts of the good form, if it is used."""

    def __init__(self, text: str, numerator: str = "", denominator: str = "", explanation: str = "") -> None:
        super().__init__(text)
        self.numerator_text = numerator
        self.denominator_text = denominator
        self.explanation = explanation

    @once
    def formula(self) -> "Formula":
        """The formula as read."""
        from iki_lint.formula.reading import read

        return read(self.text, _words())

    @fact
    def ada(self) -> bool:
        """Formulasi terisi, sebagai teks atau sebagai pembilang dan penyebut."""
        return bool(self.text.strip() or (self.numerator_text.strip() and self.denominator_text.strip()))

    @fact
    def jenis(self) -> str:
        """Bacaan formulasi: rasio, hitungan, jumlah, nilai, rata-rata, persentase, waktu, biaya, perubahan, target,
        satuan, kalimat, majemuk, kosong, atau tidak-terbaca."""
        if self.numerator_text and self.denominator_text:
            return "rasio"
        if not self.text.strip():
            return "kosong"
        return plain_kind(self.text, _words()) or self.formula.kind

    @fact
    def rasio(self) -> bool:
        """Formulasi membandingkan: pembilang dibagi penyebut."""
        return self.jenis == "rasio"

    @fact
    def nilai(self) -> bool:
        """Formulasi menyebut nilai, indeks, skor, atau predikat."""
        return self.jenis == "nilai"

    @fact
    def pembilang(self) -> Phrase | None:
        """Bagian di atas garis bagi."""
        side = self.formula.numerator if self.rasio and self.text else None
        return Phrase(side.start, side.end, self.text[side.start : side.end]) if side else None

    @fact
    def penyebut(self) -> Phrase | None:
        """Bagian di bawah garis bagi."""
        side = self.formula.denominator if self.rasio and self.text else None
        return Phrase(side.start, side.end, self.text[side.start : side.end]) if side else None

    @fact
    def penyebut_sama(self) -> Phrase | None:
        """Penyebut yang menghitung hal yang sama dengan pembilang: "yang hadir" dibagi "yang hadir"."""
        if self.pembilang is None or self.penyebut is None:
            return None
        above, below = _counted(self.pembilang.text), _counted(self.penyebut.text)
        if above is None or below is None or above != below:
            return None
        return self.penyebut

    @fact
    def jumlah_kata_kerja(self) -> Phrase | None:
        """ "Jumlah" yang langsung diikuti kata kerja: "Jumlah Menyusun laporan"."""
        return counted_verb(self, ("jumlah", "banyaknya", "total"))

    @fact
    def berdefinisi(self) -> bool:
        """Hitungan ini diberi batasan: kriteria, waktu, standar, atau tempat pencatatannya."""
        if self.explanation.strip() or self.rasio or _limited(self.text):
            return True
        lower = [word.lower for word in self.tokens]
        # The word behind "Jumlah" is what is counted, not its criterion: "Jumlah buku".
        if any(word in words("kata-kriteria") for word in lower[2:]):
            return True
        weak = words("kata-kriteria-lemah")
        return any(
            word == "yang" and at + 1 < len(lower) and lower[at + 1] not in weak for at, word in enumerate(lower)
        )

    @property
    def bare_clause(self) -> str:
        """The verb of a relative clause that ends the formula and is its only criterion: "... yang diolah"."""
        lower = [word.lower for word in self.tokens]
        if len(lower) < 4 or lower[-2] != "yang" or lower.count("yang") > 1 or _limited(self.text):
            return ""
        return "" if any(word in words("kata-kriteria") for word in lower[2:]) else lower[-1]

    @fact
    def membatasi(self) -> bool:
        """Formulasi atau penjelasan memuat angka, batas, standar, atau pedoman."""
        return any(_limited(text) for text in (self.text, self.explanation, self.numerator_text, self.denominator_text))

    @fact
    def menyebut_metode(self) -> bool:
        """Formulasi atau penjelasan menyebut cara, penilai, atau pedoman penilaian."""
        return self.has("kata-metode") or bool(tokens(self.explanation))

    @fact
    def berupa_persentase(self) -> bool:
        """Formulasi dibuka dengan persentase, proporsi, atau rasio."""
        return bool(self.tokens) and pairs("kata-ukur").get(self.tokens[0].lower) == "persentase"

    @fact
    def satu_kata(self) -> bool:
        """Formulasi hanya satu kata satuan: "Dokumen", "Kali"."""
        return len(self.tokens) == 1 and self.tokens[0].lower in words("satuan")

    @fact
    def objek_hilang(self) -> Phrase | None:
        """ "Jumlah" yang langsung diikuti kata depan: "Jumlah dengan unit kerja"."""
        if (
            len(self.tokens) < 2
            or self.tokens[0].lower not in ("jumlah", "banyaknya", "total")
            or self.jumlah_kata_kerja
        ):
            return None
        lost = ("dengan", "di", "ke", "pada", "untuk", "dan", "atau", "oleh", "terhadap")
        return self.phrase(0, 2) if self.tokens[1].lower in lost else None


def _limited(text: str) -> bool:
    """Whether a text names a figure, a limit or a standard; a factor 100 or the number of a list item is none."""
    if "100" in text:
        text = _HUNDRED.sub("", text)
    if "1" in text:
        text = _NUMBERING.sub(" ", text)
    return _LIMIT.search(text) is not None


@lru_cache(maxsize=1)
def _words() -> Vocabulary:
    return Vocabulary(pairs("kepala-formula"), words("satuan"))


def _counted(side: str) -> tuple[str, tuple[str, ...]] | None:
    """What one side of a division counts: its head noun and the verbs after "yang"; None without such a clause."""
    lower = [word.lower for word in tokens(side)]
    heads = [word for word in lower if word not in ("jumlah", "banyaknya", "total", "seluruh", "semua", "dengan")]
    clauses = tuple(sorted({lower[at + 1] for at, word in enumerate(lower[:-1]) if word == "yang"}))
    return (stem(heads[0]), clauses) if heads and clauses else None
