"""Facts of a rencana kinerja or sasaran: how it opens, whether it holds several results, means or routine work."""

import re
from collections.abc import Callable

from iki_lint.facts.cell import CellFacts
from iki_lint.facts.fact import Phrase, fact, once
from iki_lint.language.classes import fixed_pair, is_active_verb, is_frame, is_process, is_verb
from iki_lint.language.lexicon import pairs, phrases, words
from iki_lint.language.stems import stem
from iki_lint.language.tokens import find_phrase

_JOINERS = frozenset({"dan", "serta", "maupun"})
# Behind these words stands a purpose or a means, and no second result.
_PURPOSE = frozenset(
    {"agar", "supaya", "guna", "untuk", "rangka", "demi", "sehingga", "dapat", "melalui", "sebagai", "cara"}
)
_OBJECTLESS = _JOINERS | {"yang", "atau", "dalam", "untuk", "dengan", "terhadap", "pada", "oleh", "di", "sesuai"}
_CITED = re.compile(
    r"\b(?:undang-undang|peraturan|keputusan|instruksi|surat edaran|per(?:men|pres|bup|wal|gub|da)\w*)\b"
    r"(?=.{0,90}?\b(?:nomor|no\.|tentang|\d+/\d{4})).*",
    re.IGNORECASE | re.DOTALL,
)
_GOVERNING = frozenset(
    {"dalam", "terhadap", "atas", "tentang", "mengenai", "bidang", "terkait", "seksi", "bagian", "subbagian", "subbag",
     "subbidang", "dinas", "badan", "kantor"}
)  # fmt: skip
# "tepat guna", "daya guna", "hasil guna": here *guna* is use, not purpose.
_MEANS = frozenset({"berdasarkan", "dengan"})
_USES = frozenset({"tepat", "daya", "hasil", "serba"})
_DUTIES = frozenset({"tugas", "tugas-tugas", "penugasan", "penugasan-penugasan", "pekerjaan", "pekerjaan-pekerjaan"})
_LONGEST_CLAUSE = 2
_SHORT = 5


class PlanFacts(CellFacts):
    """What the wording of a rencana kinerja or sasaran tells."""

    @once
    def first(self) -> int:
        """The index of the first word: behind a number or letter of a list."""
        if len(self.tokens) > 1 and (self.lower[0].isdigit() or len(self.lower[0]) == 1):
            return 1
        return 0

    @once
    def lower(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple([word.lower for word in self.tokens])

    @once
    def joined(self) -> tuple[int, ...]:
        """The indices of the words that "dan", "serta", an ampersand or a comma joins to what stands before them, as
        far as the result goes."""
        lower, read = self.lower, self.tokens
        found = []
        for at in range(self.first + 2, self.result_end):
            if lower[at - 1] in _JOINERS:
                found.append(at)
            elif read[at].start - read[at - 1].end > 1:
                between = self.text[read[at - 1].end : read[at].start]
                if "," in between or "&" in between or ";" in between:
                    found.append(at)
        return tuple(found)

    @once
    def head(self) -> str:
        """The first word in lower case, empty when there is none."""
        return self.lower[self.first] if self.tokens else ""

    @once
    def result_end(self) -> int:
        """The index of the first word that opens a purpose or a means; behind the last word when there is none."""
        for at, word in enumerate(self.lower):
            if word in _PURPOSE and at > self.first:
                return at
        return len(self.lower)

    @fact
    def kata_kerja(self) -> Phrase | None:
        """Kata pembuka bila berupa kata kerja: "Menyusun", "Mengikuti", "Berkoordinasi"."""
        word = self.head
        if not word or not (is_verb(word) or word in words("kata-kerja-pembuka")) or is_process(word):
            return None
        return self.phrase(self.first, self.first + 1)

    @fact
    def bentuk_hasil(self) -> str:
        """Bentuk hasil dari kata kerja pembuka yang menyatakan perubahan: "meningkatnya" untuk "Meningkatkan"."""
        return pairs("kata-kerja-hasil").get(self.head, "")

    @fact
    def kegiatan(self) -> Phrase | None:
        """Kata benda kegiatan yang membuka rencana ("Pelaksanaan", "Penyusunan") tanpa keadaan yang dicapai."""
        if not self.head or not is_process(self.head) or self._states_condition:
            return None
        return self.phrase(self.first, self.first + 1)

    @property
    def _states_condition(self) -> bool:
        """Whether a quality is said of the work: "Pengelolaan keuangan yang akuntabel"."""
        return any(
            (self.lower[at] in words("kata-keadaan") or find_phrase(self.tokens, at, "istilah-kabur"))
            and self.lower[at] != "sesuai"
            and self.lower[at - 1] not in ("secara", "dengan")
            for at in range(self.first + 1, self.result_end)
        )

    @fact
    def hasil_kedua(self) -> Phrase | None:
        """Kata pembuka hasil kedua: "terpeliharanya" pada "Lancarnya administrasi dan terpeliharanya sarana"."""
        if not self._opens:
            return None
        for at in self.joined:
            if _is_surely_frame(self.lower[at]):
                return self.phrase(at, at + 1)
        return None

    @fact
    def kegiatan_kedua(self) -> Phrase | None:
        """Kegiatan atau mutu kedua dengan objeknya sendiri: "pemrosesan" pada "Terlaksananya penyediaan data dan
        pemrosesan rekomendasi"."""
        first = self.first + 1 if is_frame(self.head) else self.first
        if not self.joined or fixed_pair(self.tokens, first):
            return None
        is_second = _second_beside(self.lower[first], first > self.first)
        if is_second is None:
            return None
        for at in self.joined:
            word = self.lower[at]
            verb = is_active_verb(word)
            if not (verb or is_second(word)) or not self._has_object(at) or self._in_clause(at):
                continue
            between = [self.lower[i] for i in range(first + 1, at) if i not in self.joined]
            # What stands behind another work noun, or behind "terhadap", may be governed by that.
            governed = any(each in _GOVERNING or is_process(each) for each in between)
            own_object = any(each not in _JOINERS and not is_process(each) for each in between)
            if own_object and (verb or not governed):
                return self.phrase(at, at + 1)
        return None

    @fact
    def tidak_sejajar(self) -> Phrase | None:
        """Kata kerja yang disambung pada kata hasil atau kata benda kegiatan: "mengarahkan" pada "Terlaksananya
        bimbingan dan mengarahkan ..."."""
        if not self._opens:
            return self._work_beside_verb()
        if is_frame(self.head) and self.first + 2 < len(self.tokens):
            second = self.lower[self.first + 1]
            if is_verb(second) and not is_process(second) and second not in words("kata-sifat-me"):
                return self.phrase(self.first + 1, self.first + 2)
        for at in self.joined:
            word = self.lower[at]
            if not is_active_verb(word) or word in words("kata-sifat-me"):
                continue
            if self._has_object(at) and not self._in_clause(at):
                return self.phrase(at, at + 1)
        return None

    def _work_beside_verb(self) -> Phrase | None:
        """The work noun that is joined to the verb at the head: "Mengumpulkan dan pengolahan data"."""
        at = self.first + 2
        if self.kata_kerja is None or at >= len(self.tokens) or self.lower[at - 1] not in _JOINERS:
            return None
        return self.phrase(at, at + 1) if is_process(self.lower[at]) and self._has_object(at) else None

    @property
    def _opens(self) -> bool:
        """Whether a result frame or a work noun opens the plan."""
        return bool(self.head) and (is_frame(self.head) or is_process(self.head))

    def _has_object(self, at: int) -> bool:
        """Whether something follows word `at` that it may govern, also behind a further coordinated word."""
        behind = at + 1
        while behind + 1 < len(self.tokens) and self.lower[behind] in _JOINERS:
            behind += 2
        return behind < len(self.tokens) and self.lower[behind] not in _OBJECTLESS

    def _in_clause(self, at: int) -> bool:
        """Whether word `at` goes on with a relative clause: behind a verb, or close behind "yang"."""
        before = at - 2 if self.lower[at - 1] in _JOINERS else at - 1
        for back in range(before, self.first, -1):
            word = self.lower[back]
            if word == "yang":
                clause = [each.lower for each in self.tokens[back + 1 : before + 1]]
                if any(map(is_active_verb, clause)):
                    return True
                return len(clause) <= _LONGEST_CLAUSE and not clause[0].startswith(("di", "ter", "masuk", "ada"))
        return False

    @fact
    def cara_tujuan(self) -> Phrase | None:
        """Cara atau tujuan di dalam rencana: "dengan cara", "agar", "dalam rangka", "berdasarkan ... sebagai"."""
        lower, marks = self.lower, phrases("penanda-cara-tujuan")
        for at, word in enumerate(lower):
            if at <= self.first or (word not in _MEANS and word not in marks):
                continue
            if word == "berdasarkan" and "sebagai" in lower[at:]:
                return self.phrase(at, at + 1)
            if word == "dengan" and at + 1 < len(lower) and is_active_verb(lower[at + 1]):
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
        opening = self.lower[: self.first + 4]
        for at, word in enumerate(() if _DUTIES.isdisjoint(opening) else opening):
            if word in _DUTIES:
                found = find_phrase(self.tokens, at, "tugas-lain")
                return self.phrase(at, at + found[0]) if found else None
            if at >= self.first and not (is_frame(word) or is_verb(word) or is_process(word) or word in _JOINERS):
                return None
        return None

    @fact
    def urusan_bawahan(self) -> Phrase | None:
        """Tugas memimpin bawahan: "pembagian tugas kepada bawahan", "pembinaan bawahan"."""
        called = words("sebutan-bawahan")
        if called.isdisjoint(self.lower) or self.head in words("kata-perubahan"):
            return None
        at = next(i for i, word in enumerate(self.lower) if word in called)
        managing = words("akar-memimpin")
        if any(stem(word.lower) in managing for word in self.tokens[self.first : at]):
            return self.phrase(at, at + 1)
        return None


def _second_beside(first: str, framed: bool) -> Callable[[str], bool] | None:
    """What makes a word a second head beside `first`, the first word behind the frame or of the plan; None when
    `first` can have none. Beside a noun that only says that work is done only a verb is one, whatever this says."""
    if is_process(first):
        return _never if first in words("kata-proses-umum") else is_process
    if framed and first in words("kata-kerja-benda"):
        return is_process
    if framed and first in words("kata-mutu"):
        return words("kata-mutu").__contains__
    return _never if not framed and is_verb(first) else None


def _never(word: str) -> bool:
    return False


def _is_surely_frame(word: str) -> bool:
    """Whether a word within a sentence is a result frame, and not a noun in -nya ("bentuknya", "berkasnya")."""
    if any(word in words(name) for name in ("bingkai-hasil", "bingkai-keluaran", "bingkai-proses")):
        return True
    if not word.endswith("nya") or not is_frame(word):
        return False
    bare = word[:-3]
    return bare.startswith(("ter", "ber", "me")) and not bare.endswith("an") and stem(bare) != bare
