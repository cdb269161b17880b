"""On which level of performance an indicator stands: what it is about decides first, how it is counted second.

A score of satisfaction or compliance is an outcome, the completeness of one's own reports quality of an output, a
number of documents an output, a number of meetings a process. What cannot be told is `ragu`, never a guess.
"""

from collections.abc import Sequence
from itertools import pairwise

from iki_lint.facts.instruments import instruments_in
from iki_lint.language.classes import Measure, is_process, is_verb
from iki_lint.language.lexicon import pairs, words
from iki_lint.language.stems import stem
from iki_lint.language.tokens import Word

OUTCOME, QUALITY, OUTPUT, PROCESS, INPUT, UNSURE = "hasil", "keluaran-bermutu", "keluaran", "proses", "masukan", "ragu"

_RATES = frozenset({"angka", "perubahan"})
_LINKS = frozenset({"hasil", "seluruh", "semua", "setiap", "dan", "dari", "atas", "rata-rata"})
_NEAR = 5


def states_outcome(text: Sequence[Word]) -> bool:
    """Whether a plan says that a state of things improved: a word for a change with anything behind it but goods and
    work, or another result frame with a word for a state right behind; an active verb ("Menurunkan ...") says it too.
    """
    if len(text) < 2:
        return False
    first = pairs("kata-kerja-hasil").get(text[0].lower, text[0].lower)
    if first not in words("bingkai-hasil"):
        return False
    near = [word.lower for word in text[1:_NEAR]]
    if near[0] in words("kata-produk"):
        return False
    if _any("kata-benda-keadaan", near):
        return True
    changes = first in words("kata-perubahan")
    return changes and not (is_own_work(near[0]) or near[0] in words("kata-barang") or near[0] in words("kata-masukan"))


def is_own_work(word: str) -> bool:
    """Whether a noun names work that an office does itself, not what others make of it ("pemanfaatan")."""
    return is_process(word) and word not in words("kata-hasil")


def level_of_performance(text: Sequence[Word], measure: Measure | None) -> str:
    """The level of an indicator with these words and this measure."""
    lower = [_single(word.lower) for word in text]
    if not lower:
        return UNSURE
    if measure is None:
        return _without_measure(text, lower)
    kind = measure.kind
    behind = _object(lower[measure.behind :])
    if _any("kata-hadir", lower):
        return PROCESS if _any("kata-pertemuan", lower) else UNSURE
    if kind == "jumlah":
        return _of_count(behind)
    if kind == "waktu":
        return QUALITY if any(is_process(word) or word in words("kata-layanan") for word in behind) else UNSURE
    if kind == "biaya":
        earned = lower[measure.first] in words("kata-pendapatan") and not _any("kata-anggaran", lower)
        return OUTCOME if earned else INPUT
    if behind and not _any("kata-dipakai", behind) and (behind[0] in words("kata-produk") or _of_paper(behind)):
        return QUALITY
    if kind in _RATES or instruments_in(text):
        return OUTCOME
    if kind in ("nilai", "rata-rata") and lower[measure.first] != "capaian":
        return OUTCOME
    return _of_share(behind, lower[measure.first])


def _without_measure(text: Sequence[Word], lower: list[str]) -> str:
    """A sentence instead of a measure: its opening word tells work and products, an instrument tells the rest."""
    first = lower[0]
    if first in words("bingkai-proses") or is_process(first) or is_verb(first):
        return PROCESS
    if first in words("bingkai-keluaran") or first in words("kata-produk"):
        return OUTPUT
    return OUTCOME if instruments_in(text) else UNSURE


def _of_count(behind: Sequence[str]) -> str:
    """A number of something: work, means, products; of events and people only what was done to them is known."""
    if not behind:
        return UNSURE
    head = behind[0]
    if head in ("kegiatan", "rapat", "pertemuan") or is_process(head) or head in words("kata-kegiatan-lapangan"):
        return PROCESS
    if head in words("kata-masukan") or _any("kata-cacat", behind):
        return UNSURE if "yang" in behind else INPUT
    if (
        head == "peserta"
        or head in words("kata-produk")
        or _any("kata-garapan", behind)
        or _worked_on(behind)
        or _took_part(behind)
    ):
        return OUTPUT
    return UNSURE


def _worked_on(behind: Sequence[str]) -> bool:
    """Whether "yang" is followed by what was done to the things counted, and not by what came of it."""
    verb = next((word for before, word in pairwise(behind) if before == "yang"), "")
    if not verb.startswith("di") or verb in words("kata-hasil") or verb in words("kata-dipakai"):
        return False
    return stem(verb) != verb


def _took_part(behind: Sequence[str]) -> bool:
    """Whether people are counted who took part in something: "tenaga kesehatan yang mengikuti pelatihan"."""
    return "mengikuti" in behind and (_any("kata-pertemuan", behind) or any(map(is_process, behind)))


def _of_share(behind: Sequence[str], measure: str) -> str:
    """A share: the condition of others is an outcome, of one's own papers quality; work that was done is a process.

    Of others, what was done to them is an output, and what they do or have an outcome.
    """
    if not behind:
        return UNSURE
    head = behind[0]
    spent = head in words("kata-masukan") and ("yang" not in behind or head in words("kata-anggaran"))
    if spent and _any("kata-pendapatan", behind):
        return OUTCOME
    if spent or (head in words("kata-serapan") and _any("kata-masukan", behind[1:2])):
        return INPUT
    if "waktu" in behind and "tepat" in behind and _any("kata-garapan", behind):
        return QUALITY
    if _any("kata-hasil", behind) or measure == "cakupan":
        return OUTCOME
    if head in words("kata-proses-umum"):
        return PROCESS
    if _any("kata-garapan", behind):
        return OUTPUT
    return UNSURE if any(map(is_process, behind)) else OUTCOME


def _of_paper(behind: Sequence[str]) -> bool:
    """Whether a share is of one's own papers: "penyusunan laporan", "kelengkapan dokumen"."""
    return (
        len(behind) > 1
        and behind[1] in words("kata-produk")
        and (is_process(behind[0]) or behind[0] in words("mutu-dokumen"))
    )


def _object(behind: list[str]) -> list[str]:
    """What is measured, without words that only link it to its measure."""
    at = 0
    while at < len(behind) and behind[at] in _LINKS:
        at += 1
    return behind[at:]


def _any(list_name: str, text: Sequence[str]) -> bool:
    """Whether a word of a list is in the text."""
    return not words(list_name).isdisjoint(text)


def _single(word: str) -> str:
    first, _, second = word.partition("-")
    return first if second == first else word
