"""What "dan", "serta" and commas join in a rencana kinerja: a second result, a second work, forms that don't match.

Each question is answered with the index of the word that shows it, or None.
"""

from collections.abc import Callable
from typing import NamedTuple

from iki_lint.language.classes import fixed_pair, is_active_verb, is_frame, is_process, is_verb
from iki_lint.language.lexicon import words
from iki_lint.language.stems import stem
from iki_lint.language.tokens import Word

JOINERS = frozenset({"dan", "serta", "maupun"})
# Behind these words stands a purpose or a means, and no second result.
_PURPOSE = frozenset(
    {"agar", "supaya", "guna", "untuk", "rangka", "demi", "sehingga", "dapat", "melalui", "sebagai", "cara"}
)
_OBJECTLESS = JOINERS | {"yang", "atau", "dalam", "untuk", "dengan", "terhadap", "pada", "oleh", "di", "sesuai"}
_GOVERNING = frozenset(
    {"dalam", "terhadap", "atas", "tentang", "mengenai", "bidang", "terkait", "seksi", "bagian", "subbagian", "subbag",
     "subbidang", "dinas", "badan", "kantor"}
)  # fmt: skip
_LONGEST_CLAUSE = 2


class Wording(NamedTuple):
    """The words of a plan: `first` stands behind the number or letter of a list, `end` where the result ends and a
    purpose or a means opens; `joined` are those that "dan", "serta", an ampersand or a comma joins to the ones before.
    """

    read: tuple[Word, ...]
    lower: tuple[str, ...]
    first: int
    end: int
    joined: tuple[int, ...]

    @property
    def head(self) -> str:
        """The first word in lower case, empty when there is none."""
        return self.lower[self.first] if self.lower else ""

    @property
    def states_work(self) -> bool:
        """Whether a result frame or a work noun opens the plan."""
        return bool(self.head) and (is_frame(self.head) or is_process(self.head))


def wording(text: str, read: tuple[Word, ...]) -> Wording:
    """How the words of a plan, `read` from its text, are joined."""
    lower = tuple([word.lower for word in read])
    first = 1 if len(lower) > 1 and (lower[0].isdigit() or len(lower[0]) == 1) else 0
    end = next((at for at, word in enumerate(lower) if word in _PURPOSE and at > first), len(lower))
    joined = []
    for at in range(first + 2, end):
        if lower[at - 1] in JOINERS:
            joined.append(at)
        elif read[at].start - read[at - 1].end > 1:
            between = text[read[at - 1].end : read[at].start]
            if "," in between or "&" in between or ";" in between:
                joined.append(at)
    return Wording(read, lower, first, end, tuple(joined))


def second_result(plan: Wording) -> int | None:
    """The word that opens a second result: "terpeliharanya" in "Lancarnya administrasi dan terpeliharanya sarana"."""
    return next((at for at in plan.joined if _is_surely_frame(plan.lower[at])), None) if plan.states_work else None


def second_work(plan: Wording) -> int | None:
    """The second work or quality with an object of its own: "pemrosesan" in "Terlaksananya penyediaan data dan
    pemrosesan rekomendasi"."""
    first = plan.first + 1 if is_frame(plan.head) else plan.first
    if not plan.joined or fixed_pair(plan.read, first):
        return None
    is_second = _second_beside(plan.lower[first], first > plan.first)
    if is_second is None:
        return None
    for at in plan.joined:
        word = plan.lower[at]
        verb = is_active_verb(word)
        if not (verb or is_second(word)) or not has_object(plan, at) or _in_clause(plan, at):
            continue
        between = [plan.lower[i] for i in range(first + 1, at) if i not in plan.joined]
        # What stands behind another work noun, or behind "terhadap", may be governed by that.
        governed = any(each in _GOVERNING or is_process(each) for each in between)
        own_object = any(each not in JOINERS and not is_process(each) for each in between)
        if own_object and (verb or not governed):
            return at
    return None


def unlike_form(plan: Wording) -> int | None:
    """The verb beside a result or a work noun, or the work noun beside a verb: "mengarahkan" in "Terlaksananya
    bimbingan dan mengarahkan ...", "pengolahan" in "Mengumpulkan dan pengolahan data"."""
    if not plan.states_work:
        at = plan.first + 2
        beside_verb = at < len(plan.lower) and plan.lower[at - 1] in JOINERS and opens_with_verb(plan.head)
        return at if beside_verb and is_process(plan.lower[at]) and has_object(plan, at) else None
    if is_frame(plan.head) and plan.first + 2 < len(plan.lower):
        second = plan.lower[plan.first + 1]
        if is_verb(second) and not is_process(second) and second not in words("kata-sifat-me"):
            return plan.first + 1
    for at in plan.joined:
        is_verb_form = is_active_verb(plan.lower[at]) and plan.lower[at] not in words("kata-sifat-me")
        if is_verb_form and has_object(plan, at) and not _in_clause(plan, at):
            return at
    return None


def opens_with_verb(word: str) -> bool:
    """Whether a first word is a verb: "Menyusun", "Mengikuti"."""
    return bool(word) and (is_verb(word) or word in words("kata-kerja-pembuka")) and not is_process(word)


def has_object(plan: Wording, at: int) -> bool:
    """Whether something follows word `at` that it may govern, also behind a further coordinated word."""
    behind = at + 1
    while behind + 1 < len(plan.lower) and plan.lower[behind] in JOINERS:
        behind += 2
    return behind < len(plan.lower) and plan.lower[behind] not in _OBJECTLESS


def _in_clause(plan: Wording, at: int) -> bool:
    """Whether word `at` goes on with a relative clause: behind a verb, or close behind "yang"."""
    lower = plan.lower
    before = at - 2 if lower[at - 1] in JOINERS else at - 1
    for back in range(before, plan.first, -1):
        if lower[back] == "yang":
            clause = lower[back + 1 : before + 1]
            if any(map(is_active_verb, clause)):
                return True
            return len(clause) <= _LONGEST_CLAUSE and not clause[0].startswith(("di", "ter", "masuk", "ada"))
    return False


def _second_beside(first: str, framed: bool) -> Callable[[str], bool] | None:
    """What makes a word a second head beside `first`, the first word behind the frame or of the plan; None when
    `first` can have none. Beside a noun that only says that work is done only a verb is one, whatever this says."""
    if is_process(first):
        return _never if first in words("kata-proses-umum") else is_process
    if framed and first in words("kata-kerja-benda"):
        return is_process
    if framed and first in words("kata-mutu"):
        return (words("kata-mutu") | words("kata-benda-keadaan")).__contains__
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
    affixed = bare.startswith(("ter", "ber", "me")) and (bare.endswith("kan") or not bare.endswith("an"))
    return affixed and stem(bare) != bare
