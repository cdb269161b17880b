"""Which words Indonesian makes from the roots of the lexicon.

A form counts only when it can be generated, affix by affix; nothing is stripped on the chance that something known
remains. So *penyelenggaraan* is a word and *penyelenggaran* is none, *mengoordinasikan* is and *mengkoordinasikan* is
not. What is right only in certain words (pe- without a nasal, verbs in -i) stands in lists; names of things that take
no affixes (*kue*, *tenda*) are kept apart from the roots, so that typing errors cannot be derived from them.
"""

from functools import lru_cache

from iki_lint.language.lexicon import words
from iki_lint.language.nasals import VOWELS, stems_behind

_BOUND = (
    "agro", "anti", "antar", "auto", "bio", "catur", "dwi", "eko", "ekstra", "elektro", "etno", "foto", "geo", "hidro",
    "hiper", "infra", "inter", "intra", "kontra", "maha", "makro", "mikro", "mono", "multi", "nir", "non", "panca",
    "pasca", "poli", "pra", "psiko", "purna", "semi", "sosio", "sub", "super", "swa", "tele", "trans", "tri", "tuna",
    "ultra",
)  # fmt: skip
# Before these only words of five letters and more, lest prasana be a word.
_SHORT_BOUND = frozenset({"bio", "dwi", "eko", "geo", "nir", "pra", "tri"})
# me- does not take the p of these, although a vowel follows.
_KEEPS_P = ("per", "punya", "pelajar", "pekerja")


@lru_cache(maxsize=16384)
def is_derived(word: str) -> bool:
    """Whether a lower-case word is a root or can be made from roots by the rules of Indonesian."""
    if _is_bare(word) or _is_base(word):
        return True
    if "-" in word:
        return is_reduplication(word)
    ending = word[-3:]
    if ending == "nya":
        return _is_bare(word[:-3]) or _is_base(word[:-3])
    return ending in ("lah", "kah") and (word[:-3] in words("roots") or _is_verb(word[:-3]))


def _is_bare(word: str) -> bool:
    return word in words("bentuk-umum") or word in words("roots") or word in words("kata-lepas")


def is_reduplication(word: str) -> bool:
    """Whether a word with a hyphen repeats a root: *surat-surat*, *perundang-undangan*, *surat-menyurat*."""
    first, _, second = word.partition("-")
    if not second or "-" in second:
        return False
    if first == second:
        return is_derived(first)
    if len(first) < 3 or len(second) < 3:
        return False
    # Most pairs of words have nothing in common.
    for ending in ("annya", "nya", "kan", "an", "i", "") if second[:3] in first else ():
        core = second[: len(second) - len(ending)] if ending else second
        if second.endswith(ending) and len(core) > 2 and first.endswith(core):
            return core in words("roots") and (is_derived(first + ending) or is_derived(first))
        if ending and second == first + ending:
            return is_derived(first)
    # tolong-menolong: the second half has lost its first sound to the prefix.
    if len(first) < 4 or first not in words("roots"):
        return False
    return (second[:2] == "me" and first in stems_behind(second[2:], False)) or second == f"ber{first}"


def _is_base(word: str) -> bool:
    """Whether a word is an affixed form without particles."""
    start = word[:2]
    if start in ("me", "di", "te", "be") and _is_verb(word):
        return True
    if start == "pe":
        # Imperatives: pertimbangkan, perbaiki. Peruntukkan is mostly meant to be peruntukan.
        imperative = word[-1:] == "i" or (word[-3:] == "kan" and word[-4:-3] != "k")
        if _is_noun_in_pe(word) or (imperative and _is_per(word)):
            return True
    elif start == "ke":
        if word[-2:] == "an" and _is_core(word[2:-2]):
            return True
    elif start == "se" and _is_se(word[2:]):
        return True
    roots = words("roots")
    if word[-2:] == "an":
        root = word[:-2]
        if root in roots and root[-1] != "a" and not root.endswith(("si", "tas")) and not _is_noun_in_an(root):
            return True
        if word[-3:-2] == "k" and word[:-3] in roots:
            return True
    elif word[-1:] == "i" and word[:-1] in words("akar-i"):
        return True
    return word.startswith(_BOUND) and _is_bound(word)


def _is_verb(word: str) -> bool:
    start = word[:2]
    if start == "di":
        return _is_stem(word[2:]) or _is_per(word[2:])
    if start == "me":
        body = word[2:]
        if body[:2] == "mp" and body[1:].startswith(_KEEPS_P):
            return _is_per(body[1:]) if body[1:4] == "per" else _is_stem(body[1:])
        return any(_is_stem(stem) for stem in stems_behind(body, False))
    if start == "te":
        return word[2:3] == "r" and ((word[3:4] != "r" and _is_ter(word[3:])) or _is_ter(word[2:]))
    return start == "be" and _is_ber(word)


def _is_ter(body: str) -> bool:
    """What can stand behind ter-, or behind te- when it begins with r; with -i only roots that are listed for it."""
    if body[-1:] == "i" and body not in words("roots"):
        return body[:-1] in words("akar-i") or body[:-1] in words("gabungan")
    return _is_root(body) or _is_stem(body) or _is_per(body)


def _is_stem(stem: str) -> bool:
    """Whether a verb can be made of this: a root, with -kan or -i, or an inner prefix with one of them."""
    roots = words("roots")
    if stem in roots:
        if stem in words("akar-bersufiks") or stem in words("kata-tugas"):
            return False
        return not _is_noun_in_an(stem)
    if stem[-3:] == "kan":
        body = stem[:-3]
        if body in roots or body in words("gabungan"):
            return True
        return (body[:3] == "ber" and body[3:] in roots) or (body[:2] in ("se", "ke") and body[2:] in roots)
    if stem[-1:] == "i":
        body = stem[:-1]
        if body in words("akar-i") or body in words("gabungan"):
            return True
        if body[:2] == "ke" and body[2:] in words("akar-i"):
            return True
        return len(body) > 2 and body[-1] not in "ie" and _is_root(body) and not _is_noun_in_an(body)
    return False


def _is_noun_in_an(root: str) -> bool:
    """Roots such as *susunan* and *pelayanan*, which are derived already."""
    return root[-2:] == "an" and (root[:-2] in words("roots") or (len(root) > 6 and root[:2] in ("pe", "ke")))


def _is_root(word: str) -> bool:
    """Whether a word is a root that takes affixes."""
    return word in words("roots") and word not in words("kata-tugas")


def _is_per(stem: str) -> bool:
    """*perbaiki*, *perluas*, *persiapkan*: the stem behind mem- and di-."""
    if stem[:3] != "per":
        return False
    root, roots = stem[3:], words("roots")
    if root[-3:] == "kan" and (root[:-3] in roots or root[:-3] in words("gabungan")):
        return True
    return (root in roots and root[:1] != "r") or (root[-1:] == "i" and root[:-1] in words("akar-i"))


def _is_ber(word: str) -> bool:
    roots = words("roots")
    if word[2:3] != "r":
        return word[2:] in words("akar-be")
    body = word[3:]
    if word[2:] in roots:
        return True
    if not body or body[0] == "r":
        return False
    if _is_root(body):
        return True
    if body[-2:] == "an" and (body[:-2] in roots or (body[-3:-2] == "k" and body[:-3] in roots)):
        return True
    return (body[:2] == "ke" and body[-2:] == "an" and _is_core(body[2:-2])) or (
        body[:2] == "pe" and _is_noun_in_pe(body)
    )


def _is_noun_in_pe(word: str) -> bool:
    """*penyusunan*, *penyusun*, *pertanian*, *pekerjaan*, *pemberdayaan*."""
    body = word[2:]
    if any(stem in words("roots") for stem in stems_behind(body, True)):
        return True
    if word[-2:] == "an":
        core = body[1:-2]
        if body[0] == "r" and core[:1] != "r" and (_is_root(core) or core in words("gabungan") or _is_se(core)):
            return True
        if body[:-2] in words("akar-pe") or any(_is_noun_stem(stem) for stem in stems_behind(body[:-2], True)):
            return True
    return body in words("akar-pe")


def _is_noun_stem(stem: str) -> bool:
    roots = words("roots")
    if stem in roots:
        return not _is_noun_in_an(stem)
    return (
        stem in words("gabungan")
        or (stem[:3] in ("ber", "per") and stem[3:] in roots)
        or (stem[:2] == "se" and stem[2:] in roots)
        or (stem[:2] == "ke" and stem[2:] in words("akar-i"))
    )


def _is_core(core: str) -> bool:
    """What ke-...-an can stand around: *kependudukan*, *keterlibatan*, *ketidakpatuhan*."""
    roots = words("roots")
    if core in roots or core in words("gabungan"):
        return True
    if core[:5] == "tidak":
        return core[5:] in roots or _is_base(core[5:])
    start = core[:3]
    if start == "ber":
        return core[3:] in roots
    if start == "ter":
        return core[3:] in roots or _is_stem(core[2:])
    return (core[:2] == "se" and core[2:] in roots) or (core[:2] == "pe" and _is_noun_in_pe(core))


def _is_se(body: str) -> bool:
    """*seluas*, *sewilayah*, *selengkap(nya)*: behind se- stands a root that is long enough to be meant."""
    return len(body) > 4 and body in words("roots")


def _is_bound(word: str) -> bool:
    roots = words("roots")
    for prefix in _BOUND:
        if word.startswith(prefix) and len(word) - len(prefix) > (4 if prefix in _SHORT_BOUND else 3):
            body = word[len(prefix) :]
            if body in roots or ((body[0] not in VOWELS or len(prefix) > 3) and _is_base(body)):
                return True
    return False
