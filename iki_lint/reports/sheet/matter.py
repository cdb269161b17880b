"""What a review sheet is about: a checked decree, its posts with their findings, and which rules were run."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property, lru_cache

from iki_lint.catalog import catalog_shown
from iki_lint.decree.model import Decree, Indicator, Plan, Position
from iki_lint.facts.subjects import Subjects, value
from iki_lint.facts.suspect import suspect_rows
from iki_lint.facts.targets import Targets
from iki_lint.findings import TOOL_GROUP, FileReport, Finding
from iki_lint.language.lexicon import table
from iki_lint.language.tokens import normal
from iki_lint.messages import say
from iki_lint.reports.notes import number
from iki_lint.reports.sheet.pointers import post_key, spot_of, unit_of
from iki_lint.reports.sheet.post import IKU, Post


class Matter:
    """A checked decree, seen as a reviewer sees it.

    `mark` is the SHA-256 of the file in hexadecimal. `paper`: the sheet
    is printed, so that what is long is cut; otherwise everything is told.
    """

    def __init__(self, report: FileReport, decree: Decree, mark: str, lang: str = "id", paper: bool = True) -> None:
        self.report = report
        self.decree = decree
        self.ran = report.ran
        self.mark = mark
        self.lang = lang
        self.paper = paper
        self.subjects = Subjects(decree)

    def say(self, key: str, **args: object) -> str:
        """A sentence in the language of the sheet, whole numbers written as it writes them."""
        return say(key, self.lang, **{name: self.number(x) if isinstance(x, int) else x for name, x in args.items()})

    def number(self, count: int) -> str:
        """A whole number as the language writes it."""
        return number(count, self.lang)

    def figure(self, count: int) -> str:
        """A whole number for a cell of its own; where it is no paper, one that can be sorted by."""
        return self.number(count) if self.paper else str(count)

    @property
    def whole(self) -> bool:
        """Whether all rules were run."""
        return self.ran >= codes()

    def all_ran(self, prefixes: Iterable[str]) -> bool:
        """Whether all rules with these codes or beginnings of codes were run."""
        chosen = tuple(prefixes)
        return self.ran >= {code for code in codes() if code.startswith(chosen)}

    @cached_property
    def posts(self) -> tuple[Post, ...]:
        """The posts in the order of the decree, numbered from 1; the IKU of the office first, as number 0, if any."""
        findings = self._by_post
        goals = self.decree.goals
        found = [Post(0, None, say(IKU, self.lang), tuple(goals), tuple(findings.get("iku", ())))] if goals else []
        seen: dict[tuple[object, ...], int] = {}
        for at, position in enumerate(self.decree.positions, 1):
            content = tuple(_content(plan) for plan in position.plans)
            twin = seen.setdefault(content, at) if content else at
            own = tuple(findings.get(post_key(position.pointer), ()))
            found.append(Post(at, position, _name(position), tuple(position.plans), own, twin if twin != at else None))
        return tuple(found)

    @cached_property
    def post_of(self) -> dict[str, Post]:
        """The posts by the head of the pointers into them."""
        return {post_key(post.position.pointer) if post.position else "iku": post for post in self.posts}

    @cached_property
    def by_pointer(self) -> dict[str, list[Finding]]:
        """The findings by the indicator or plan that they are about, told by its pointer."""
        found: dict[str, list[Finding]] = {}
        for finding in self.report.findings:
            found.setdefault(unit_of(finding.pointer), []).append(finding)
        return found

    @property
    def file(self) -> str:
        """The name of the checked file, without its folders."""
        return self.report.path.replace("\\", "/").rpartition("/")[2]

    @cached_property
    def document(self) -> str:
        """The document that most findings point into: the file, or what it was imported from."""
        counted = Counter(spot_of(finding, self.file)[0] for finding in self.report.findings)
        return max(sorted(counted), key=lambda name: counted[name], default=self.file)

    @cached_property
    def unchecked(self) -> frozenset[Indicator]:
        """The indicators with rows whose columns look shifted: other rules leave them alone."""
        return frozenset(row.indicator for row in self.decree.rows() if id(row) in self._suspects)

    @property
    def unchecked_rows(self) -> int:
        """How many rows have columns that look shifted."""
        return len(self._suspects)

    @cached_property
    def aimed(self) -> frozenset[Indicator]:
        """The indicators for which the decree has a target."""
        return frozenset(each.row.indicator for each in Targets(self.decree, self.subjects, self._suspects).found)

    @cached_property
    def _suspects(self) -> frozenset[int]:
        return suspect_rows(self.decree, self.subjects)

    @cached_property
    def _by_post(self) -> dict[str, list[Finding]]:
        found: dict[str, list[Finding]] = {}
        for finding in self.report.findings:
            found.setdefault(post_key(finding.pointer), []).append(finding)
        return found


def codes() -> frozenset[str]:
    """The codes of all rules that look at decrees; those of the tool's own findings are none."""
    return frozenset(rule.code for rule in catalog_shown().rules if not rule.code.startswith(TOOL_GROUP))


def duty(code: str) -> dict[str, str]:
    """What the sheet knows of a rule: its criterion, if any, and who mends what it finds.

    That of built-in rules stands in `telaah-aturan`, that of local ones in the `telaah` of their pack.
    """
    return _duty(code, catalog_shown().digest)


@lru_cache(maxsize=256)
def _duty(code: str, digest: str) -> dict[str, str]:
    records = (*table("telaah-aturan"), *catalog_shown().duties)
    fitting = [record for record in records if code.startswith(record["aturan"])]
    return max(fitting, key=lambda record: len(record["aturan"]), default={"penanggung": "perencana"})


def _name(position: Position) -> str:
    return " ".join(part for part in (value(position.name).strip(), value(position.unit).strip()) if part)


def _content(plan: Plan) -> tuple[object, ...]:
    rows = [
        (normal(value(each.name)), *((normal(value(row.formula)), normal(value(row.source))) for row in each.rows))
        for each in plan.indicators
    ]
    return normal(value(plan.text)), *rows
