"""Which slips of the commonest words the lexicon takes for words; `python tests/corpus/hidden_slips.py` prints them.

Every root makes some typing errors look right: with *lada* in the lexicon "lada" for *pada* is never found. Run it
before and after adding words, and leave out what hides more than it is worth, or put names of things into
`kata-lepas.txt`.
"""

from collections import Counter
from collections.abc import Iterator

from iki_lint.language.derivation import is_derived
from iki_lint.language.lexicon import words

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def slips(word: str) -> Iterator[str]:
    """All words one letter away: lost, added, mistaken, two swapped."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in LETTERS if letter != tail[0])
        if len(tail) > 1 and tail[0] != tail[1]:
            yield head + tail[1] + tail[0] + tail[2:]
        yield from (head + letter + tail for letter in LETTERS)


def hidden() -> tuple[dict[str, list[str]], int]:
    """The slips of words of five letters and more that are taken for words, by word, and how many slips there are."""
    found: dict[str, list[str]] = {}
    total = 0
    for word in sorted(words("kata-utama")):
        if len(word) > 4:
            made = set(slips(word)) - {word}
            total += len(made)
            found[word] = sorted(slip for slip in made if is_derived(slip))
    return found, total


def main() -> None:
    """Print the share, and the words with most hidden slips."""
    found, total = hidden()
    count = sum(map(len, found.values()))
    print(f"{count} dari {total} ({100 * count / total:.2f} %)")
    for word, _ in Counter({word: len(made) for word, made in found.items()}).most_common(40):
        print(f"{word}: {', '.join(found[word])}")


if __name__ == "__main__":
    main()
