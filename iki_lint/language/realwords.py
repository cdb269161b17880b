"""Words that exist and are not meant: a person where the work stands everywhere else.

*Jumlah pengolah data* for *pengolahan data*: only the sentence tells, so the document itself is the witness. Behind a
word that counts or names work or papers, an agent noun is doubted when the same document has the noun of work before
the same word elsewhere.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from iki_lint.language.derivation import is_derived
from iki_lint.patterns import pattern

_AGENT = pattern(r"(?:peng|peny|pe[mnlr]?)[a-z]{3,}(?<!an)")
_HEADS = frozenset(
    {"bahan", "data", "dokumen", "hasil", "jumlah", "kegiatan", "laporan", "melakukan", "melaksanakan", "pelaksanaan",
     "penyelenggaraan", "persentase", "proses", "rencana"}
)  # fmt: skip


def doubtful_agents(
    texts: Iterable[Sequence[str]], counts: Mapping[str, int], neighbours: Collection[tuple[str, str]]
) -> dict[str, str]:
    """The noun of work for each agent noun that is doubted, by the three words "before agent behind".

    `texts` are the words of each text in lower case, `counts` all of them, `neighbours` the pairs of them.
    """
    agents = {word for before, word in neighbours if before in _HEADS and word[:2] == "pe" and f"{word}an" in counts}
    works = {word: f"{word}an" for word in agents if _AGENT.fullmatch(word) and is_derived(word)}
    if not works:
        return {}
    return {
        f"{before} {word} {behind}": works[word]
        for text in texts
        if not works.keys().isdisjoint(text)
        for before, word, behind in zip(text, text[1:], text[2:], strict=False)
        if word in works and before in _HEADS and (works[word], behind) in neighbours
    }
