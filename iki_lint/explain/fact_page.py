"""What conditions may name, laid out: the facts of each subject, the language, the word lists."""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from iki_lint.catalog import Catalog
from iki_lint.explain.facts import FactCard, Piece, Shown, fact_cards, list_cards, pieces
from iki_lint.explain.page import Block, Entry, Page, Prose, Section, Table
from iki_lint.explain.rule_page import kind_name, option_value
from iki_lint.facts.subjects import VOCABULARY
from iki_lint.messages import say
from iki_lint.reports.notes import number

_WIDE = 10**6


def fact_page(catalog: Catalog, lang: str) -> Page:
    """All facts, all parts of the language and all word lists, in one language."""
    cards = fact_cards(catalog)
    sections = list(_subjects(cards, lang))
    sections.append(Section(say("fakta-bahasa", lang), tuple(_piece(piece, lang) for piece in pieces(catalog))))
    head = tuple(say(f"fakta-daftar-{column}", lang) for column in ("nama", "kata", "mulai"))
    lists = [(each.name, number(each.size, lang), ", ".join(each.first)) for each in list_cards(catalog)]
    shown: tuple[Block, ...] = (Prose(say("fakta-daftar-pengantar", lang)), Table(head, tuple(lists)))
    sections.append(Section(say("fakta-daftar", lang), shown))
    return Page(say("fakta-judul", lang), (Prose(say("fakta-pengantar", lang)),), tuple(sections))


def _subjects(cards: list[FactCard], lang: str) -> Iterator[Section]:
    """What several subjects have first, then what each has alone."""
    shared = [card for card in cards if len(card.subjects) > 1]
    subjects = ", ".join(subject for subject in VOCABULARY if any(subject in card.subjects for card in shared))
    yield Section(say("fakta-semua-sel", lang, subjek=subjects), tuple(_fact(card, lang) for card in shared))
    for subject in VOCABULARY:
        own = [card for card in cards if card.subjects == (subject,)]
        yield Section(say(f"fakta-subjek-{subject}", lang), tuple(_fact(card, lang) for card in own))


def _fact(card: FactCard, lang: str) -> Entry:
    lines = [getattr(card.meaning, lang)]
    if card.cases:
        lines += [f"{say('fakta-contoh', lang)}: {_shown(case, lang)}" for case in card.cases]
    else:
        lines.append(f"{say('fakta-contoh', lang)}: {_shown(card.example, lang)}")
    if card.values and not card.cases:
        lines.append(f"{say('fakta-isi', lang)}: {', '.join(card.values)}")
    kind = kind_name(card.kind, lang)
    if len(card.subjects) > 1:
        return Entry(card.name, f"{kind}; {', '.join(card.subjects)}", tuple(lines))
    return Entry(f"{card.subjects[0]}.{card.name}", kind, tuple(lines))


def _piece(piece: Piece, lang: str) -> Entry:
    options = "".join(f" (opsi.{name} = {option_value(value, lang)})" for name, value in piece.options.items())
    example = f"`{piece.condition}`{options}: {_shown(piece.example, lang)}"
    return Entry(piece.written, "", (getattr(piece.meaning, lang), f"{say('fakta-contoh', lang)}: {example}"))


def _shown(shown: Shown, lang: str) -> str:
    """An example with what came of it: the text alone where one cell is enough."""
    return say("fakta-hasil", lang, contoh=_given(shown.given, lang), hasil=_value(shown.value, lang))


def _given(given: Mapping[str, Any], lang: str) -> str:
    if isinstance(given.get("jabatan"), list):
        post = given["jabatan"][0]
        return f"`{post['nama'] if len(post) == 1 else _flow(post)}`"
    if len(given) == 1 and "iku" not in given:
        (text,) = given.values()
        return f"`{text}`" if text else say("fakta-kosong", lang)
    return ", ".join(f"{key} `{text}`" for key, text in given.items())


def _value(value: object, lang: str) -> str:
    if isinstance(value, bool):
        return say("nilai-ya" if value else "nilai-tidak", lang)
    if isinstance(value, int):
        return number(value, lang)
    if isinstance(value, list):
        return ", ".join(f"`{item}`" for item in value)
    return f"`{value}`" if value else say("fakta-kosong", lang)


def _flow(data: object) -> str:
    return yaml.safe_dump(data, default_flow_style=True, allow_unicode=True, sort_keys=False, width=_WIDE).strip()
