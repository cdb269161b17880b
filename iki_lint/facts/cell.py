"""Facts that every cell has, and the helpers that make phrases of words."""

import re

from iki_lint.facts.fact import Phrase, fact, once
from iki_lint.facts.instruments import instruments_in
from iki_lint.facts.outcome import states_outcome
from iki_lint.language.classes import content, is_frame, is_process, is_verb, thing
from iki_lint.language.lexicon import phrases, words
from iki_lint.language.tokens import find_phrase, first_phrase, normal, normal_words, tokens
from iki_lint.patterns import pattern

_ITEM = pattern(r"(?:^|[\s;:,])(?:\(?([1-9])[.)]|([a-h])\.)\s*(?=\S)")
_LEFTOVER = pattern(r"</?[a-z][a-z0-9]*\s*/?>|&(?:nbsp|amp|lt|gt|quot);|^\s*-{2,}[\s-]*$", re.IGNORECASE)
_RATINGS = frozenset({"predikat", "berpredikat", "kategori", "berkategori", "peringkat", "minimal"})


class CellFacts:
    """What can be said of one cell's text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens(text)
        self.normal_words = normal_words(text)

    @once
    def content(self) -> tuple[str, ...]:
        """The stems that carry meaning, in order."""
        return content(self.normal_words)

    @once
    def things(self) -> frozenset[str]:
        """The content words for the question whether two texts speak of one thing."""
        return frozenset([root for word in self.normal_words if (root := thing(word))])

    @once
    def behind_frame(self) -> tuple[str, ...]:
        """The content without the result frame that the text opens with."""
        opens = bool(self.normal_words) and is_frame(self.normal_words[0])
        return content(self.normal_words[1:]) if opens else self.content

    @once
    def meaning(self) -> frozenset[str]:
        """The stems that tell a statement from others: without its frame and words that every office uses."""
        stems = frozenset(self.behind_frame)
        return stems - words("akar-umum-kinerja") or stems

    @once
    def matter(self) -> frozenset[str]:
        """What a statement is about: the instruments that it names, and the stems of its meaning without those for
        kinds of work and of papers."""
        return frozenset(self.instrumen) | (self.meaning - words("akar-umum-kegiatan") or self.meaning)

    @fact
    def ada(self) -> bool:
        """Sel ini berisi sesuatu selain spasi."""
        return bool(self.text.strip())

    @fact
    def isi(self) -> str:
        """Isi sel apa adanya."""
        return self.text

    @fact
    def baku(self) -> str:
        """Isi sel dalam bentuk baku untuk dibandingkan: huruf kecil, ejaan baku, tanpa tanda baca."""
        return normal(self.text)

    @fact
    def kata(self) -> tuple[str, ...]:
        """Kata-kata sel dalam bentuk baku."""
        return self.normal_words

    @fact
    def banyak_kata(self) -> int:
        """Banyaknya kata."""
        return len(self.tokens)

    @fact
    def kata_kerja(self) -> Phrase | None:
        """Kata pembuka bila berupa kata kerja: "Menyusun", "Melaporkan"."""
        return self.phrase(0, 1) if self.tokens and is_verb(self.tokens[0].lower) else None

    @fact
    def kerangka(self) -> Phrase | None:
        """Kata pembuka bila menyatakan hasil: "Meningkatnya", "Terlaksananya"."""
        return self.phrase(0, 1) if self.tokens and is_frame(self.tokens[0].lower) else None

    @fact
    def menyatakan_hasil(self) -> bool:
        """Dibuka kerangka hasil dan menyebut keadaan: "Meningkatnya kualitas pelayanan"."""
        return states_outcome(self.tokens)

    @fact
    def kegiatan(self) -> Phrase | None:
        """Kata pembuka bila berupa kata benda kegiatan: "Pelaksanaan", "Koordinasi"."""
        return self.phrase(0, 1) if self.tokens and is_process(self.tokens[0].lower) else None

    @fact
    def kabur(self) -> Phrase | None:
        """Istilah kabur pertama ("yang baik", "optimal", "sesuai ketentuan")."""
        vague = phrases("istilah-kabur")
        for at, word in enumerate(self.tokens):
            if word.lower not in vague or self._correlative(at) or self._rating(at):
                continue
            known = find_phrase(self.tokens, at, "bukan-kabur") or find_phrase(
                self.tokens, max(at - 1, 0), "bukan-kabur"
            )
            found = find_phrase(self.tokens, at, "istilah-kabur")
            if found and not known:
                return self.phrase(at, at + found[0])
        return None

    def _rating(self, at: int) -> bool:
        """Whether the word names a rating: "predikat kinerja minimal Baik"."""
        before = [word.lower for word in self.tokens[max(at - 3, 0) : at]]
        return not _RATINGS.isdisjoint(before) and "yang" not in before

    def _correlative(self, at: int) -> bool:
        """Whether "baik" only opens an enumeration: "baik A maupun B"."""
        return self.tokens[at].lower == "baik" and any(word.lower == "maupun" for word in self.tokens[at:])

    @fact
    def sisa_format(self) -> Phrase | None:
        """Sisa format atau ekspor: <p>, &nbsp;, ---."""
        return leftover(self.text)

    @fact
    def butir_ukuran(self) -> Phrase | None:
        """Beberapa ukuran bernomor dalam satu sel: "1. Persentase ...; 2. Persentase ..."."""
        return _measured_items(self)

    @fact
    def instrumen(self) -> tuple[str, ...]:
        """Instrumen penilaian yang disebut: skm, sakip, rb, spbe, zi ..."""
        return instruments_in(self.tokens)

    def phrase(self, first: int, behind: int) -> Phrase:
        """The words `first..behind` of the cell as they are written."""
        start, end = self.tokens[first].start, self.tokens[behind - 1].end
        return Phrase(start, end, self.text[start:end])

    def listed(self, list_name: str, start: int = 0) -> Phrase | None:
        """The first phrase of a word list in this cell."""
        found = first_phrase(self.tokens, list_name, start)
        return self.phrase(found[0], found[1]) if found else None

    def has(self, list_name: str) -> bool:
        """Whether a phrase of a word list occurs in this cell."""
        return first_phrase(self.tokens, list_name) is not None


def leftover(text: str) -> Phrase | None:
    """The first piece of markup or table drawing left over in a text."""
    if "<" not in text and "&" not in text and "--" not in text:
        return None
    found = _LEFTOVER.search(text)
    return Phrase(found.start(), found.end(), found.group()) if found else None


def _measured_items(cell: CellFacts) -> Phrase | None:
    """The second numbered item of a cell whose numbered items each start with a measure noun."""
    if "1" not in cell.text and "a." not in cell.text:
        return None
    starts = [found.end() for found in _ITEM.finditer(cell.text)]
    if len(starts) < 2:
        return None
    heads = [next((i for i, word in enumerate(cell.tokens) if word.start >= start), None) for start in starts[:2]]
    if any(head is None or not find_phrase(cell.tokens, head, "kata-ukur") for head in heads[:2]):
        return None
    second = heads[1] or 0
    return cell.phrase(second, second + 1)
