"""`tingkat`: a rule for some levels of posts, asked once for each text and only where it applies."""

import iki_lint

TEXT = """versi_format: 1
jabatan:
- id: a
  nama: {first}
  rencana_kinerja:
  - {{id: a.1, uraian: Mutu, indikator: [{{id: a.1.1, nama: Nilai SAKIP, formulasi: Nilai, sumber_data: LHE}}]}}
- id: b
  nama: {second}
  rencana_kinerja:
  - {{id: b.1, uraian: Mutu, indikator: [{{id: b.1.1, nama: Nilai SAKIP, formulasi: Nilai, sumber_data: LHE}}]}}
"""


def found(first, second, code="LVL004"):
    (file,) = iki_lint.check(TEXT.format(first=first, second=second)).files
    assert file.readable
    return [finding.id for finding in file.findings if finding.code == code]


def test_equal_rows_are_judged_by_the_level_of_their_post():
    assert found("CAMAT", "STAF PELAYANAN") == ["b.1.1"]
    assert found("STAF PELAYANAN", "CAMAT") == ["a.1.1"]
    assert found("STAF PELAYANAN", "BENDAHARA") == ["a.1.1", "b.1.1"]
    assert found("CAMAT", "LURAH JAYA") == []
