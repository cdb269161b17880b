"""Facts between a formula and its indicator."""

import itertools

from iki_lint.facts.cell import CellFacts
from iki_lint.facts.fact import fact
from iki_lint.facts.formula import FormulaFacts
from iki_lint.facts.indicator import IndicatorFacts
from iki_lint.language.classes import content_stem, is_active_verb, is_process, is_verb
from iki_lint.language.derivation import is_derived
from iki_lint.language.distance import distance
from iki_lint.language.stems import stem
from iki_lint.language.vocabulary import is_known_word

_CONTAINERS = frozenset({"dokumen", "lapor", "laporan", "data", "kegiatan", "giat"})


class FormulaToIndicator:
    """`hitung`: what the formula has to do with its indicator."""

    def __init__(self, indicator: IndicatorFacts, formula: FormulaFacts) -> None:
        self.indicator = indicator
        self.formula = formula

    @fact
    def sama(self) -> bool:
        """Formulasi menyalin indikator kata demi kata."""
        return bool(self.formula.normal_words) and self.formula.normal_words == self.indicator.normal_words

    @fact
    def potongan(self) -> bool:
        """Formulasi hanya potongan indikator: kata-katanya berurutan di dalam indikator, dan ada isi yang hilang."""
        if not self.formula.content or self.formula.normal_words[0] not in ("jumlah", "banyaknya", "total"):
            return False
        start = self._start_in_indicator()
        # One word from the middle of the indicator is another thing rather than a piece of it.
        return start is not None and (len(self.formula.content) > 1 or self._only_work_before(start))

    @fact
    def termuat(self) -> bool:
        """Isi formulasi termuat seluruhnya dan berurutan di dalam indikator, tanpa tambahan apa pun."""
        return self.sama or self._start_in_indicator() is not None

    def _start_in_indicator(self) -> int | None:
        """Where the content of the formula stands in the longer content of the indicator."""
        ours, theirs = self.formula.content, self.indicator.content
        if not ours or len(ours) >= len(theirs) or ours[0] not in theirs or self._adds_figures():
            return None
        return next((at for at in range(len(theirs) - len(ours) + 1) if theirs[at : at + len(ours)] == ours), None)

    def _adds_figures(self) -> bool:
        figures = {word for word in self.formula.normal_words if word[0].isdigit()}
        return not figures <= set(self.indicator.normal_words)

    def _only_work_before(self, at: int) -> bool:
        named = [word for word in self.indicator.normal_words if content_stem(word)]
        if all(is_process(word) or word == "kegiatan" for word in named[:at]):
            return True
        literal = self.formula.normal_words[-1] in self.indicator.normal_words
        return literal and all(is_process(word) or is_verb(word) for word in named[:at])

    @fact
    def tidak_selaras(self) -> bool:
        """Formulasi dan indikator tidak berbagi satu kata isi pun: yang dihitung hal lain."""
        ours, theirs = self.formula.things, self.indicator.things
        if not ours or not theirs or ours & theirs or self._technical or self._describes:
            return False
        return not _mistyped(ours, theirs) and not _abbreviated(self.formula, self.indicator)

    @property
    def _technical(self) -> bool:
        """A rate or a level is calculated from other quantities: inflation from prices, occupancy from beds."""
        measure = self.indicator.measure
        if measure is None or not self.formula.rasio:
            return False
        head = self.indicator.tokens[measure.first].lower
        return measure.kind not in ("jumlah", "persentase") or head in ("tingkat", "rasio", "kontribusi")

    @property
    def _describes(self) -> bool:
        """A long count with a criterion says in other words what the indicator names ("berita": "siaran pers yang
        dimuat di portal resmi ...")."""
        return len(self.formula.things) > 4 and self.formula.berdefinisi

    @fact
    def hanya_satuan(self) -> bool:
        """Formulasi hanya satu kata: nama benda yang dihitung indikator ("Resep" untuk "Jumlah resep")."""
        if len(self.formula.tokens) != 1:
            return False
        return self.formula.tokens[0].lower in [word.lower for word in self.indicator.tokens[1:]]

    @fact
    def mengulang_pekerjaan(self) -> bool:
        """Satu-satunya kriteria formulasi mengulang pekerjaan di indikator: "buku yang diolah" untuk "pengolahan"."""
        verb = self.formula.bare_clause
        if not verb or "yang" in self.indicator.normal_words:
            return False
        root = stem(verb)
        return root != verb and any(
            stem(word) == root for word in self.indicator.normal_words if is_process(word) or is_verb(word)
        )

    @fact
    def hanya_wadah(self) -> bool:
        """Formulasi hanya menghitung wadah umum ("Jumlah laporan", "Jumlah dokumen"), bukan isinya."""
        return bool(self.formula.content) and set(self.formula.content) <= _CONTAINERS

    @fact
    def banyak_bergeser(self) -> bool:
        """Sebagian besar isi formulasi tidak ada di indikator: mungkin yang dihitung hal lain."""
        ours, theirs = self.formula.things, self.indicator.things
        extra = ours - theirs
        return len(extra) >= 2 and 2 * len(extra) >= len(ours) and bool(ours & theirs)

    @fact
    def kabur_terdefinisi(self) -> bool:
        """Istilah kabur di indikator diberi batasan (angka, standar, kriteria) di formulasi atau penjelasan."""
        return self.formula.membatasi or self._clause_defines

    @property
    def _clause_defines(self) -> bool:
        """Whether the formula says by a clause what the vague term means: "yang menyampaikan laporan keuangan"."""
        vague = self.indicator.kabur
        lower = [word.lower for word in self.formula.tokens]
        if vague is None or vague.text.lower().split()[-1] in lower:
            return False
        return any(
            word == "yang" and is_active_verb(verb) and content_stem(first) != "" and content_stem(second) != ""
            for word, verb, first, second in zip(lower, lower[1:], lower[2:], lower[3:], strict=False)
        )

    @fact
    def instrumen(self) -> tuple[str, ...]:
        """Instrumen penilaian yang disebut di indikator atau formulasi."""
        return tuple(dict.fromkeys(self.indicator.instrumen + self.formula.instrumen))


def _abbreviated(left: CellFacts, right: CellFacts) -> bool:
    """Whether one text abbreviates words of the other: "RTLH" for "rumah tidak layak huni"."""
    return _holds_initials(left, right) or _holds_initials(right, left)


def _holds_initials(short: CellFacts, long: CellFacts) -> bool:
    initials = "".join([word.lower[0] for word in long.tokens])
    return any(
        2 < len(word.lower) < 8 and (word.lower in initials or _is_blend(word.lower, long)) for word in short.tokens
    )


def _is_blend(word: str, long: CellFacts) -> bool:
    """Whether an unknown word is made of pieces of two words that follow each other: "pusling"."""
    if len(word) < 6 or is_derived(word):
        return False
    names = [each.lower for each in long.tokens]
    return any(word[:3] in left and word[-3:] in right for left, right in itertools.pairwise(names))


def _mistyped(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether an unknown word of one text is a mistyped word of the other ("pemasalahan", "tuga")."""
    unknown = [word for word in ours | theirs if len(word) > 3 and not is_known_word(word)]
    return any(
        word[0] == other[0] and abs(len(word) - len(other)) < 3 and distance(word, other) <= 2
        for word in unknown
        for other in (theirs if word in ours else ours)
    )
