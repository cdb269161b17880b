"""Facts between cells: source and indicator, indicator and plan."""

from iki_lint.facts.alignment import FormulaToIndicator
from iki_lint.facts.cell import CellFacts
from iki_lint.facts.fact import Phrase, fact, once
from iki_lint.facts.indicator import IndicatorFacts
from iki_lint.facts.instruments import instrument_table, instruments_in
from iki_lint.facts.plan import PlanFacts
from iki_lint.facts.source import SourceFacts
from iki_lint.language.classes import content, is_process
from iki_lint.language.lexicon import pairs, words
from iki_lint.language.stems import stem
from iki_lint.language.tokens import first_phrase, phrases_in

_STANDARD = frozenset({"sesuai", "berdasarkan", "menurut", "berpedoman", "terhadap", "atas"})


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
        levels = ("kelurahan", "kecamatan")
        named = [at for at, word in enumerate(self.source.tokens) if word.lower in levels]
        if not named:
            return None
        ours = [word.lower for word in self.relation.indicator.tokens if word.lower in levels]
        others = [at for at in named if ours and self.source.tokens[at].lower not in ours]
        return self.source.phrase(others[0], others[0] + 1) if others else None

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
        if self._counts_plan_of_source:
            return True
        behind = next((at for at, word in enumerate(tokens) if word.lower in _STANDARD), len(tokens))
        counted = tokens[:behind]
        if found[2] == "peraturan":
            return _counts_rules([word.lower for word in counted])
        ours = phrases_in(counted, "sumber-rencana")
        if ours:
            return not ours.isdisjoint(phrases_in(self.source.tokens, "sumber-rencana"))
        # The document itself is counted: "Jumlah dokumen perencanaan", not what is in a plan.
        nouns = [word.lower for word in counted if word.lower not in pairs("kata-ukur")]
        while nouns and is_process(nouns[0]) and stem(nouns[0]) == "susun":
            del nouns[0]
        things = nouns[:2]
        return things[:1] == ["dokumen"] and bool({stem(word) for word in things} & {"rencana", "anggar", "anggaran"})

    @property
    def _counts_plan_of_source(self) -> bool:
        """Whether indicator or formula counts documents ("dokumen RKPD") that the source names too."""
        theirs = _plans_in(self.source)
        for cell in (self.relation.indicator, self.relation.formula):
            lower = [word.lower for word in cell.tokens]
            if "dokumen" in lower[:2] and not theirs.isdisjoint(_plans_in(cell)):
                return True
        return False

    @once
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

    def __init__(self, plan: PlanFacts, indicator: IndicatorFacts) -> None:
        self.plan = plan
        self.indicator = indicator

    @fact
    def menyalin(self) -> bool:
        """Indikator mengulang bunyi rencana kinerja, hanya kata pembukanya yang berbeda."""
        if self.indicator.ukuran not in ("", "jumlah") or not self._of_like_length():
            return False
        theirs, ours = self.plan.behind_frame, self.indicator.content
        without_work = ours[1:] if self._opens_with_work() else ours
        if len(theirs) == 1 and self._opens_with_work() and (ours == theirs or self._same_work(without_work)):
            return True
        return (_alike(ours, theirs) or _alike(without_work, theirs)) and not self._honest_product(theirs)

    def _of_like_length(self) -> bool:
        """A cheap first look: a copy is about as long as what it copies."""
        return 0 < len(self.plan.normal_words) < 2 * len(self.indicator.normal_words) + 2

    def _same_work(self, objects: tuple[str, ...]) -> bool:
        """Whether the plan's frame is made of the very work the indicator counts: "Tersusunnya", "penyusunan"."""
        return objects == self.plan.behind_frame and stem(self.plan.normal_words[0]) == self.indicator.content[0]

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


def _plans_in(cell: CellFacts) -> frozenset[str]:
    """The plans (not the rules) that a text names."""
    kinds = pairs("sumber-rencana")
    return frozenset([each for each in phrases_in(cell.tokens, "sumber-rencana") if kinds[each] == "rencana"])


def _counts_rules(counted: list[str]) -> bool:
    """Whether the first thing that is counted is a rule: peraturan, perda, SOP."""
    things = [word for word in counted if word not in pairs("kata-ukur") and not is_process(word)]
    return bool(things) and (stem(things[0]) in ("atur", "aturan", "peraturan") or things[0] in pairs("sumber-rencana"))
