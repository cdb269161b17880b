"""Facts of a rencana kinerja or sasaran: how it opens, whether it holds several results, means or routine work."""

import re

from iki_lint.facts.cell import CellFacts
from iki_lint.facts.coordination import (
    JOINERS,
    Wording,
    opens_with_verb,
    second_result,
    second_work,
    unlike_form,
    wording,
)
from iki_lint.facts.fact import Phrase, fact, once
from iki_lint.language.classes import is_active_verb, is_frame, is_process, is_verb
from iki_lint.language.lexicon import pairs, phrases, words
from iki_lint.language.stems import stem
from iki_lint.language.tokens import find_phrase
from iki_lint.patterns import pattern

_CITED = pattern(
    r"\b(?:undang-undang|peraturan|keputusan|instruksi|surat edaran|per(?:men|pres|bup|wal|gub|da)\w*)\b"
    r"(?=.{0,90}?\b(?:nomor|no\.|tentang|\d+/\d{4})).*",
    re.IGNORECASE | re.DOTALL,
)
_MEANS = frozenset({"berdasarkan", "dengan", "melalui"})
# "tepat guna", "daya guna", "hasil guna": here *guna* is use, not purpose.
_USES = frozenset({"tepat", "daya", "hasil", "serba"})
_DUTIES = frozenset({"tugas", "tugas-tugas", "penugasan", "penugasan-penugasan", "pekerjaan", "pekerjaan-pekerjaan"})
_TO_WHOM = frozenset({"kepada", "para", "pada", "secara", "sesuai", "di", "dan"})
_SHORT = 5


class PlanFacts(CellFacts):
    """What the wording of a rencana kinerja or sasaran tells."""

    @once
    def wording(self) -> Wording:
        """The words in lower case, and how they are joined."""
        return wording(self.text, self.tokens)

    @fact
    def kata_kerja(self) -> Phrase | None:
        """Kata pembuka bila berupa kata kerja: "Menyusun", "Mengikuti", "Berkoordinasi"."""
        return self._word(self.wording.first if opens_with_verb(self.wording.head) else None)

    @fact
    def bentuk_hasil(self) -> str:
        """Bentuk hasil dari kata kerja pembuka yang menyatakan perubahan: "meningkatnya" untuk "Meningkatkan"."""
        return pairs("kata-kerja-hasil").get(self.wording.head, "")

    @fact
    def kegiatan(self) -> Phrase | None:
        """Kata benda kegiatan yang membuka rencana ("Pelaksanaan", "Penyusunan") tanpa keadaan yang dicapai."""
        head = self.wording.head
        return self._word(self.wording.first) if head and is_process(head) and not self._states_condition else None

    @property
    def _states_condition(self) -> bool:
        """Whether a quality is said of the work: "Pengelolaan keuangan yang akuntabel"."""
        lower, first, end = self.wording.lower, self.wording.first, self.wording.end
        return any(
            (lower[at] in words("kata-keadaan") or find_phrase(self.tokens, at, "istilah-kabur"))
            and lower[at] != "sesuai"
            and lower[at - 1] not in ("secara", "dengan")
            for at in range(first + 1, end)
        )

    @fact
    def hasil_kedua(self) -> Phrase | None:
        """Kata pembuka hasil kedua: "terpeliharanya" pada "Lancarnya administrasi dan terpeliharanya sarana"."""
        return self._word(second_result(self.wording))

    @fact
    def kegiatan_kedua(self) -> Phrase | None:
        """Kegiatan atau mutu kedua dengan objeknya sendiri: "pemrosesan" pada "Terlaksananya penyediaan data dan
        pemrosesan rekomendasi"."""
        return self._word(second_work(self.wording))

    @fact
    def tidak_sejajar(self) -> Phrase | None:
        """Kata kerja yang disambung pada kata hasil atau kata benda kegiatan: "mengarahkan" pada "Terlaksananya
        bimbingan dan mengarahkan ..."."""
        return self._word(unlike_form(self.wording))

    @fact
    def cara_tujuan(self) -> Phrase | None:
        """Cara atau tujuan di dalam rencana: "dengan cara", "agar", "dalam rangka", "berdasarkan ... sebagai"."""
        lower, marks = self.wording.lower, phrases("penanda-cara-tujuan")
        for at, word in enumerate(lower):
            if at <= self.wording.first or (word not in _MEANS and word not in marks):
                continue
            if word == "berdasarkan" and "sebagai" in lower[at:]:
                return self.phrase(at, at + 1)
            behind = lower[at + 1] if at + 1 < len(lower) else ""
            if (word == "dengan" and is_active_verb(behind)) or (word == "melalui" and is_process(behind)):
                return self.phrase(at, at + 2)
            if lower[at - 1] not in _USES and (found := find_phrase(self.tokens, at, "penanda-cara-tujuan")):
                return self.phrase(at, at + found[0])
        return None

    @fact
    def banyak_kata_pokok(self) -> int:
        """Banyaknya kata tanpa judul peraturan yang dikutip."""
        names_one = "tentang" in self.text or "omor" in self.text or "No" in self.text or "/" in self.text
        cited = _CITED.search(self.text) if names_one and len(self.tokens) > _SHORT else None
        if cited is None:
            return len(self.tokens)
        return sum(1 for word in self.tokens if word.end <= cited.start())

    @fact
    def tugas_lain(self) -> Phrase | None:
        """Tugas lain-lain: "tugas kedinasan lain", "tugas tambahan", "tugas yang diberikan pimpinan"."""
        first = self.wording.first
        opening = self.wording.lower[: first + 4]
        for at, word in enumerate(() if _DUTIES.isdisjoint(opening) else opening):
            if word in _DUTIES:
                found = find_phrase(self.tokens, at, "tugas-lain")
                return self.phrase(at, at + found[0]) if found else None
            if at >= first and not (is_frame(word) or is_verb(word) or is_process(word) or word in JOINERS):
                return None
        return None

    @fact
    def urusan_bawahan(self) -> Phrase | None:
        """Tugas memimpin bawahan: "pembagian tugas kepada bawahan", "pembinaan bawahan"."""
        lower, called = self.wording.lower, words("sebutan-bawahan")
        if self.wording.head in words("kata-perubahan"):
            return None
        if called.isdisjoint(lower):
            return self._shared_out()
        at = next(i for i, word in enumerate(lower) if word in called)
        managing = words("akar-memimpin")
        if any(stem(word) in managing for word in lower[self.wording.first : at]):
            return self.phrase(at, at + 1)
        return None

    def _shared_out(self) -> Phrase | None:
        """Work that is shared out or directed, whoever gets it: "Terbaginya pekerjaan", "Mengarahkan pekerjaan"."""
        first = self.wording.first
        if not self.tokens or stem(self.wording.head) not in ("bagi", "arah"):
            return None
        for at, word in enumerate(self.wording.lower[first + 1 : first + 3], first + 1):
            if word in _DUTIES:
                last = at + 1 == len(self.tokens) or self.wording.lower[at + 1] in _TO_WHOM
                return self.phrase(at, at + 1) if last else None
        return None

    def _word(self, at: int | None) -> Phrase | None:
        return None if at is None else self.phrase(at, at + 1)
