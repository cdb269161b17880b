"""Facts between cells: formula and indicator, source and indicator, indicator and plan."""

from iki_lint.engine.fact import Phrase, fact
from iki_lint.facts.cell import CellFacts
from iki_lint.facts.formula import FormulaFacts
from iki_lint.facts.indicator import IndicatorFacts
from iki_lint.facts.instruments import instrument_table, instruments_in
from iki_lint.facts.source import SourceFacts
from iki_lint.language.classes import content, content_stem, is_process
from iki_lint.language.distance import distance
from iki_lint.language.lexicon import pairs, words
from iki_lint.language.stems import is_known, stem
from iki_lint.language.tokens import first_phrase, phrases_in

_STANDARD = frozenset({"sesuai", "berdasarkan", "menurut", "berpedoman", "terhadap", "atas"})
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
        if not ours or len(ours) >= len(theirs) or self._adds_figures():
            return None
        return next((at for at in range(len(theirs) - len(ours) + 1) if theirs[at : at + len(ours)] == ours), None)

    def _adds_figures(self) -> bool:
        figures = {word for word in self.formula.normal_words if word[0].isdigit()}
        return not figures <= set(self.indicator.normal_words)

    def _only_work_before(self, at: int) -> bool:
        named = [word for word in self.indicator.normal_words if content_stem(word)]
        return all(is_process(word) for word in named[:at])

    @fact
    def tidak_selaras(self) -> bool:
        """Formulasi dan indikator tidak berbagi satu kata isi pun: yang dihitung hal lain."""
        ours, theirs = self.formula.things, self.indicator.things
        return bool(ours and theirs) and not ours & theirs and not _mistyped(ours, theirs)

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
        return self.formula.membatasi

    @fact
    def instrumen(self) -> tuple[str, ...]:
        """Instrumen penilaian yang disebut di indikator atau formulasi."""
        return tuple(dict.fromkeys(self.indicator.instrumen + self.formula.instrumen))


class SourceToRow:
    """`bukti`: what the source has to do with the indicator and the formula."""

    def __init__(self, relation: FormulaToIndicator, source: SourceFacts) -> None:
        self.relation = relation
        self.source = source

    @fact
    def instrumen_diukur(self) -> str:
        """Nama instrumen yang diukur indikator; kosong bila tidak ada."""
        keys = self._measured
        return str(instrument_table()[keys[0]]["nama"]) if keys else ""

    @fact
    def instrumen_sumber(self) -> str:
        """Nama instrumen lain yang disebut sumber data; kosong bila tidak ada atau cocok."""
        measured = set(self._measured)
        if not measured or measured & set(self._fitting):
            return ""
        others = [key for key in self.source.instrumen if key not in measured]
        return str(instrument_table()[others[0]]["nama"]) if others else ""

    @fact
    def sumber_keliru(self) -> Phrase | None:
        """Kata pada sumber data yang sering salah dipakai untuk instrumen yang diukur: "temuan" untuk nilai AKIP."""
        if not self._measured or self._names_instrument_itself:
            return None
        wrong = {word for key in self._measured for word in instrument_table()[key]["keliru"]}
        for at, word in enumerate(self.source.tokens):
            if word.lower in wrong:
                return self.source.phrase(at, at + 1)
        return None

    @fact
    def usul_sumber(self) -> str:
        """Sumber data yang lazim untuk instrumen yang diukur."""
        keys = self._measured
        return str(instrument_table()[keys[0]]["usul"]) if keys else ""

    @fact
    def wilayah_lain(self) -> Phrase | None:
        """Tingkat wilayah di sumber berbeda dari indikator: indikator kelurahan, laporan kecamatan."""
        levels = ("kelurahan", "kecamatan", "kabupaten")
        ours = [word.lower for word in self.relation.indicator.tokens if word.lower in levels]
        for at, word in enumerate(self.source.tokens):
            if word.lower in levels and ours and word.lower not in ours:
                return self.source.phrase(at, at + 1)
        return None

    @fact
    def bernama_sama(self) -> bool:
        """Sumber data menyebut kegiatan yang sama dengan indikator (mis. Musrenbang)."""
        levels = {
            "kelurahan",
            "kecamatan",
            "kabupaten",
            "desa",
            "hasil",
            "lapor",
            "laporan",
            "dokumen",
            "data",
            "laksana",
        }
        return bool((set(self.source.content) & set(self.relation.indicator.content)) - levels)

    @fact
    def menyebut_objek(self) -> bool:
        """Sumber data menyebut benda yang dihitung indikator: "Laporan kendala" untuk "Jumlah kendala"."""
        named = [word for word in self.source.normal_words[1:] if word in words("kata-generik-lemah")]
        return not set(content(named)).isdisjoint(self.relation.indicator.content)

    @fact
    def menghitung_dokumen_rencana(self) -> bool:
        """Yang dihitung indikator memang dokumen rencana, anggaran, atau peraturan itu sendiri."""
        found = first_phrase(self.source.tokens, "sumber-rencana")
        if found is None:
            return False
        tokens = self.relation.indicator.tokens
        behind = next((at for at, word in enumerate(tokens) if word.lower in _STANDARD), len(tokens))
        counted = tokens[:behind]
        if found[2] == "peraturan":
            return _counts_rules([word.lower for word in counted])
        ours = phrases_in(counted, "sumber-rencana")
        if ours:
            return not ours.isdisjoint(phrases_in(self.source.tokens, "sumber-rencana"))
        # The document itself is counted: "Jumlah dokumen perencanaan", not what is in a plan.
        things = [word.lower for word in counted if word.lower not in pairs("kata-ukur")][:2]
        return things[:1] == ["dokumen"] and bool({stem(word) for word in things} & {"rencana", "anggar", "anggaran"})

    @property
    def _measured(self) -> tuple[str, ...]:
        """Keys of the instruments that the row measures; a plain count of documents measures none."""
        indicator, formula = self.relation.indicator, self.relation.formula
        if indicator.ukuran == "jumlah" or (not indicator.ukuran and not formula.nilai and not indicator.kerangka):
            return ()
        return self.relation.instrumen

    @property
    def _fitting(self) -> tuple[str, ...]:
        return instruments_in(self.source.tokens, "sumber")

    @property
    def _names_instrument_itself(self) -> bool:
        return bool(set(self._measured) & set(instruments_in(self.source.tokens)))


class IndicatorToPlan:
    """`turunan`: what the indicator has to do with its rencana kinerja."""

    def __init__(self, plan: CellFacts, indicator: IndicatorFacts) -> None:
        self.plan = plan
        self.indicator = indicator

    @fact
    def menyalin(self) -> bool:
        """Indikator mengulang bunyi rencana kinerja, hanya kata pembukanya yang berbeda."""
        if self.indicator.ukuran not in ("", "jumlah") or not self._of_like_length():
            return False
        theirs, ours = self.plan.behind_frame, self.indicator.content
        without_work = ours[1:] if self._opens_with_work() else ours
        return (_alike(ours, theirs) or _alike(without_work, theirs)) and not self._honest_product(theirs)

    def _of_like_length(self) -> bool:
        """A cheap first look: a copy is about as long as what it copies."""
        return 0 < len(self.plan.normal_words) < 2 * len(self.indicator.normal_words) + 2

    def _opens_with_work(self) -> bool:
        """Whether the first content word behind the measure names work: "Jumlah pelaksanaan ..."."""
        behind = self.indicator.measure.behind if self.indicator.measure else 0
        return behind < len(self.indicator.tokens) and is_process(self.indicator.tokens[behind].lower)

    def _honest_product(self, theirs: tuple[str, ...]) -> bool:
        """A count of a product says more than its plan: when it is short, or names a product the plan does not."""
        measure = self.indicator.measure
        if measure is None or measure.behind >= len(self.indicator.tokens):
            return False
        head = self.indicator.tokens[measure.behind].lower
        if is_process(head) or head == "pelayanan":
            return False
        return len(self.indicator.content) <= 4 or stem(head) not in theirs


def _alike(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two texts have the same content, or all but a tenth of it."""
    if len(left) < 2 or not 0.85 < len(left) / (len(right) or 1) < 1.2:
        return left == right and len(left) > 1
    ours, theirs = set(left), set(right)
    return len(ours) > 1 and 10 * len(ours & theirs) >= 9 * len(ours | theirs)


def _mistyped(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether an unknown word of one text is a mistyped word of the other ("pemasalahan", "tuga")."""
    unknown = [word for word in ours | theirs if len(word) > 3 and not is_known(word)]
    return any(
        word[0] == other[0] and abs(len(word) - len(other)) < 3 and distance(word, other) <= 2
        for word in unknown
        for other in (theirs if word in ours else ours)
    )


def _counts_rules(counted: list[str]) -> bool:
    """Whether the first thing that is counted is a rule: peraturan, perda, SOP."""
    things = [word for word in counted if word not in pairs("kata-ukur") and not is_process(word)]
    return bool(things) and (stem(things[0]) in ("atur", "aturan", "peraturan") or things[0] in pairs("sumber-rencana"))
