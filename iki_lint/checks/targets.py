"""TGT001 targets that cannot be measured, TGT002 that do not fit, TGT003 that contradict each other."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from iki_lint.decree.model import Position
from iki_lint.engine.context import Context
from iki_lint.engine.hit import Hit, related
from iki_lint.facts.indicator import IndicatorFacts
from iki_lint.facts.subjects import value
from iki_lint.facts.targets import PERCENTS, SCORES, TIMES, Amount, Target, amounts, is_measurable, rating
from iki_lint.findings import Related
from iki_lint.language.lexicon import pairs, words
from iki_lint.language.tokens import normal_words, tokens

_COUNTS = frozenset({"jumlah", "banyaknya", "total", "frekuensi"})


def unmeasurable_targets(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """TGT001: no figure and no rating; a part without a figure; two amounts in one target."""
    for target in context.targets.found:
        text = target.text.value
        if target.plain or not is_measurable(text):
            yield _hit(target)
            continue
        if open_end := _open_end(text):
            yield _hit(target, "sebagian", *open_end)
            continue
        found = _two_amounts(text)
        if found:
            args = {"pertama": text[found[0].start : found[0].end], "kedua": text[found[1].start : found[1].end]}
            yield _hit(target, "dua-besaran", args=args)


def _open_end(text: str) -> tuple[int, int] | None:
    """Where a target goes on with something that nobody can count: "6 jenis barang cetak dan kebutuhan ..."."""
    read = tokens(text)
    for joiner, word in pairwise(read):
        if joiner.lower in ("dan", "serta") and word.lower in words("kata-tak-terhitung"):
            return word.start, len(text.rstrip())
    return None


def _two_amounts(text: str) -> tuple[Amount, Amount] | None:
    """Two amounts of different things; times together are one ("1 tahun 6 bulan")."""
    named = [amount for amount in amounts(text) if amount.unit]
    for first, second in pairwise(named):
        kinds = {_kind(first.unit), _kind(second.unit)}
        if first.unit != second.unit and kinds != {"waktu"} and "nilai" not in kinds:
            return first, second
    return None


def _kind(unit: str) -> str:
    """What a unit measures: persen, nilai, waktu, or hitungan; empty for a word that is no known unit."""
    if unit in PERCENTS:
        return "persen"
    if unit in SCORES:
        return "nilai"
    if unit in TIMES:
        return "waktu"
    return "hitungan" if unit in words("satuan") else ""


def _kind_of(amount: Amount, text: str) -> str:
    """What an amount in a target measures; an acronym behind a figure, or a word that ends the target, names something
    counted ("12 LHP", "90 modul")."""
    kind = _kind(amount.unit)
    if kind or amount.unit in words("penyerta-predikat"):
        return kind
    written = text[amount.end - len(amount.unit) : amount.end]
    return "hitungan" if amount.end == len(text.rstrip()) or (len(written) > 1 and written.isupper()) else ""


def unfitting_targets(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """TGT002: a target in a unit in which its indicator cannot be measured."""
    for target in context.targets.found:
        if target.plain:
            continue
        found = amounts(target.text.value)
        indicator = target.row.indicator
        facts = context.subjects.indicator(value(indicator.name))
        kinds = {_kind_of(amount, target.text.value) for amount in found if amount.unit}
        unit = value(indicator.unit).strip()
        case = _misfit(facts, found, kinds or ({_kind(unit.lower())} if found and unit else kinds))
        if case is None and {"persen", _kind(unit.lower())} == kinds | {"waktu"}:
            case = "satuan"
        if case is not None:
            yield _hit(target, case, args={"target": target.text.value.strip(), "satuan": unit})


def _misfit(facts: IndicatorFacts, found: tuple[Amount, ...], kinds: set[str]) -> str | None:
    """The rule's case that a target fulfils, None when it may fit."""
    if not found or not facts.tokens or _is_share(facts):
        return None
    head = facts.tokens[0].lower
    if head == "persentase":
        return "persentase" if kinds and kinds <= {"hitungan", "waktu"} else None
    if head in _COUNTS:
        return "jumlah" if kinds == {"persen"} else None
    if facts.skor and facts.ukuran_di_depan:
        if kinds == {"persen"} and facts.instrumen:
            return "instrumen"
        return "nilai" if kinds == {"hitungan"} else None
    if facts.ukuran or not (facts.kerangka or facts.kegiatan or facts.kata_kerja):
        return None
    if not kinds:
        return "" if len(found) == 1 and not found[0].unit and isinstance(found[0].value, float) else None
    outcome = facts.kerangka is not None and facts.kerangka.text.lower() in words("bingkai-hasil")
    return "instrumen" if outcome and facts.instrumen and kinds == {"persen"} else None


def _is_share(facts: IndicatorFacts) -> bool:
    """Whether an indicator that begins like a count is computed as a share."""
    return facts.tokens[0].lower in _COUNTS and any(
        word.lower in ("%", "persen", "berbanding", "dibagi", "dibanding", "dibandingkan", "persentase")
        for word in facts.tokens
    )


def contradictory_targets(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """TGT003: the same indicator has another target among the IKU or at another post."""
    first: dict[tuple[object, str], Target] = {}
    planned: dict[object, list[Target]] = {}
    said: set[int] = set()
    for target in context.targets.found:
        indicator = target.row.indicator
        name = normal_words(value(indicator.name))
        if target.plain or len(name) < 2 or name[0] in _COUNTS:
            continue
        before = first.setdefault((name, target.year), target)
        yearly = planned.setdefault(name, [])
        if target.year:
            yearly.append(target)
        elif before is target and yearly and all(_contradict(target, each) for each in yearly):
            # One target without a year may be that of any year.
            before = yearly[0]
        post, other = indicator.plan.position, before.row.indicator.plan.position
        if post is None or post is other or id(indicator) in said or _may_differ(post, other, name):
            continue
        if _contradict(target, before):
            said.add(id(indicator))
            place = value(other.name) if other is not None else "IKU"
            args = {"jabatan": place, "target": target.text.value.strip(), "lain": before.text.value.strip()}
            case = "iku" if other is None else "telaah" if name[0] == "persentase" else ""
            yield _hit(target, case, args=args, others=(related(before.text, before.pointer, place),))


def _may_differ(post: Position, other: Position | None, name: tuple[str, ...]) -> bool:
    """Whether two posts may well differ: in another unit, in the same role, or one the superior of the other with its
    own share of something counted. Of a score or a percentage nobody has a share."""
    if other is None:
        return False
    if value(post.unit).strip().lower() != value(other.unit).strip().lower():
        return True
    named = {value(post.superior), value(other.superior)} & {post.id, other.id}
    if named and name[0] in pairs("kata-ukur"):
        return False
    ours, theirs = normal_words(value(post.name)), normal_words(value(other.name))
    units = ("kelurahan", "desa", "lurah", "puskesmas", "sekolah", "upt", "uptd")
    if ours == theirs or any(word in units for word in (*ours, *theirs)):
        return True
    return bool(named) and name[0] not in pairs("kata-ukur")


def _contradict(target: Target, other: Target) -> bool:
    """Whether two targets cannot both hold: other figures in one unit, another rating, another level. Texts that
    differ in words only do not contradict."""
    ours, theirs = target.text.value, other.text.value
    left, right = ({a.unit: a.value for a in amounts(text)} for text in (ours, theirs))
    if not left and not right:
        mine, other_one = rating(normal_words(ours)), rating(normal_words(theirs))
        return mine is not None and other_one is not None and mine != other_one
    if not left or not right:
        return False
    shared = left.keys() & right.keys()
    if shared:
        return any(left[unit] != right[unit] for unit in shared)
    if "" in left or "" in right:
        return set(left.values()).isdisjoint(right.values())
    return len(left) == len(right) == 1


def _hit(
    target: Target,
    case: str = "",
    start: int = 0,
    end: int | None = None,
    args: Mapping[str, str] = {},
    others: tuple[Related, ...] = (),
) -> Hit:
    return Hit(target.row, target.text, target.pointer, start, end, case, args, others)
