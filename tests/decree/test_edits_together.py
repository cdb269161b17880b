"""Many fixes at once, in random documents: each text becomes what was meant, and nothing else changes."""

from hypothesis import given, settings
from hypothesis import strategies as st
from yaml_documents import documents

from iki_lint.decree.tree import plain, texts
from iki_lint.decree.yaml_source import read_yaml
from iki_lint.engine.hit import Hit, fix_of
from iki_lint.findings import Finding
from iki_lint.fixes import applied, compatible, holds, offered, quarrelling, rewrites

NEW = st.sampled_from(["", " ", "-", "x", "kata lain", "it's", 'a "b"', ": ", "#", ", ", "\\", "null"])


def findings_in(root, data):
    """Findings with one to three random edits each, as many as hold."""
    found = []
    for number, text in enumerate(texts(root)):
        for _ in range(data.draw(st.integers(0, 3)) if text.value else 0):
            ends = sorted(data.draw(st.lists(st.integers(0, len(text.value)), min_size=2, max_size=6)))
            edits = [(start, end, data.draw(NEW)) for start, end in zip(ends[::2], ends[1::2], strict=False)]
            fix = fix_of(Hit(None, text, "", edits=tuple(edits), safe=data.draw(st.booleans())))
            if fix:
                found.append(Finding(f"FRM00{number % 3}", "contoh", "info", "", "", fix=fix))
    return found


@settings(deadline=None, max_examples=400)
@given(documents, st.data())
def test_fixes_that_go_together_hold_together(document, data):
    written = document if data.draw(st.booleans()) else document.replace("\n", "\r\n")
    before = read_yaml("a.yaml", written.encode())
    if before.root is None:
        return
    unsafe = data.draw(st.booleans())
    found = findings_in(before.root, data)
    changes = compatible(offered(found, before.source, unsafe))
    assert bool(changes) == any(finding.fix.safe or unsafe for finding in found)
    plan = rewrites(before.root, changes)
    assert plan is not None
    waiting = quarrelling(plan)
    if waiting:
        changes = [change for number, change in enumerate(changes) if number not in waiting]
        plan = rewrites(before.root, changes)
    after = read_yaml("a.yaml", applied(written, changes).encode())
    assert holds(before, after, plan)
    for rewrite in plan:
        for start, end, new in reversed(rewrite.edits):
            rewrite.text.value = rewrite.text.value[:start] + new + rewrite.text.value[end:]
    assert plain(after.root) == plain(before.root)


@settings(deadline=None, max_examples=200)
@given(documents, st.data())
def test_any_other_difference_is_seen(document, data):
    before = read_yaml("a.yaml", document.encode())
    at = data.draw(st.integers(0, len(document)))
    other = document[:at] + data.draw(st.sampled_from(["x", " ", "\n", "'", "-", "#", ""])) + document[at + 1 :]
    after = read_yaml("a.yaml", other.encode())
    if before.root is not None and after.root is not None:
        complaints = [[(p.code, p.message, p.pointer) for p in each.problems] for each in (before, after)]
        same = plain(before.root) == plain(after.root) and complaints[0] == complaints[1]
        order = str(plain(before.root)) == str(plain(after.root))
        assert holds(before, after, []) == (same and order)
    else:
        assert not holds(before, after, [])
