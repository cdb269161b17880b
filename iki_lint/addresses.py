"""Where something stands in a source document, in another language than that in which readers write it down.

Readers write addresses in Indonesian ("Tabel 2, baris 617, kolom Formulasi"), and so they stand in `*.asal.json` files.
The sentences `alamat-...` of rules/messages tell their forms in all languages.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from iki_lint.catalog import load_catalog
from iki_lint.messages import LANGUAGES, say

if TYPE_CHECKING:
    from iki_lint.findings import Finding

Place = TypeVar("Place")

_FORM = "alamat-"
_NAMED = {"berkas": ".+", "kolom": ".+", "lembar": ".+", "sel": "[A-Z]{1,3}[0-9]{1,7}"}
"""What may stand in a form's placeholders; in the others a number."""

_WHERE = ("alamat", "sel")
"""The placeholders of sentences that are filled with an address."""


def address_in(lang: str, address: str) -> str:
    """An address in a language; as it is where its form is not known."""
    if lang == LANGUAGES[0]:
        return address
    for key, form in _forms():
        found = form.fullmatch(address)
        if found:
            return say(key, lang, **found.groupdict())
    return address


def found_in(lang: str, places: Mapping[str, Place]) -> dict[str, Place]:
    """What is kept by address, to be found in a language too, whatever language a review was made in."""
    return {**places, **{address_in(lang, address): place for address, place in places.items()}}


def arguments_in(lang: str, args: Mapping[str, str]) -> dict[str, str]:
    """What fills a sentence, its addresses in the language of the sentence."""
    return {name: address_in(lang, value) if name in _WHERE else value for name, value in args.items()}


def finding_in(lang: str, finding: "Finding") -> "Finding":
    """A finding with its address in a language."""
    return finding._replace(address=address_in(lang, finding.address)) if finding.address else finding


@lru_cache(maxsize=1)
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The key of each form with the pattern of its Indonesian; the longer ones, which say more, first."""
    forms = {key: said[0] for key, said in load_catalog().messages.items() if key.startswith(_FORM)}
    return tuple((key, _pattern(forms[key])) for key in sorted(forms, key=lambda key: -len(forms[key])))


def _pattern(form: str) -> re.Pattern[str]:
    parts = re.split(r"{(\w+)}", form)
    words = [
        f"(?P<{part}>{_NAMED.get(part, '[0-9]+')})" if at % 2 else re.escape(part) for at, part in enumerate(parts)
    ]
    return re.compile("".join(words), re.DOTALL)
