"""The checks that a condition cannot express, by the name under which rule files call them."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from iki_lint.checks.blocks import identical_blocks
from iki_lint.checks.cascade import key_indicators_not_carried, untraceable_plans
from iki_lint.checks.cells import empty_cells, shifted_columns
from iki_lint.checks.counted import miscounted_targets
from iki_lint.checks.cut import cut_texts
from iki_lint.checks.duplicates import copied_sets, double_indicators, double_plans
from iki_lint.checks.duties import uncovered_duties
from iki_lint.checks.foreign_names import foreign_names
from iki_lint.checks.handed_down import undivided_indicators, unsupported_indicators
from iki_lint.checks.identity import incomplete_identity
from iki_lint.checks.leftovers import leftovers
from iki_lint.checks.legal import miscited, missing_basis, repealed_basis
from iki_lint.checks.levels import outcomes_without_outcome
from iki_lint.checks.outside_duties import outside_duties
from iki_lint.checks.positions import double_positions, empty_duties, positions_without_unit
from iki_lint.checks.preamble import unlike_parts
from iki_lint.checks.spelling import (
    bound_forms,
    broken_frames,
    joined_words,
    misspelt_words,
    nonstandard_words,
    terms,
)
from iki_lint.checks.targets import (
    contradictory_targets,
    unfitting_targets,
    unmeasurable_targets,
)
from iki_lint.checks.typography import marks_and_capitals
from iki_lint.engine.context import Context
from iki_lint.engine.hit import Hit

Check = Callable[[Context, Mapping[str, Any]], Iterator[Hit]]

CHECKS: dict[str, Check] = {
    "sel-wajib-kosong": empty_cells,
    "kolom-bergeser": shifted_columns,
    "tugas-fungsi-kosong": empty_duties,
    "jabatan-ganda": double_positions,
    "unit-jabatan-tidak-jelas": positions_without_unit,
    "sisa-format": leftovers,
    "teks-terpotong": cut_texts,
    "kata-tidak-baku": nonstandard_words,
    "salah-ketik": misspelt_words,
    "kata-menempel": joined_words,
    "kata-depan-bentuk-terikat": bound_forms,
    "singkatan-istilah": terms,
    "kapital-tanda-baca": marks_and_capitals,
    "sasaran-bentuk-rusak": broken_frames,
    "hasil-diukur-dengan-proses": outcomes_without_outcome,
    "iku-tidak-diturunkan": key_indicators_not_carried,
    "kinerja-bawahan-tanpa-induk": untraceable_plans,
    "indikator-atasan-tanpa-pendukung": unsupported_indicators,
    "indikator-sama-tanpa-pembagian": undivided_indicators,
    "di-luar-tugas-jabatan": outside_duties,
    "tugas-tanpa-indikator": uncovered_duties,
    "dasar-hukum-inti-tidak-ada": missing_basis,
    "dasar-hukum-dicabut": repealed_basis,
    "kutipan-peraturan-keliru": miscited,
    "konsiderans-tidak-selaras": unlike_parts,
    "target-tidak-terukur": unmeasurable_targets,
    "target-tidak-cocok": unfitting_targets,
    "target-berbeda-antarjabatan": contradictory_targets,
    "terbilang-tidak-sama": miscounted_targets,
    "identitas-keputusan": incomplete_identity,
    "indikator-ganda-dalam-jabatan": double_indicators,
    "rencana-ganda-dalam-jabatan": double_plans,
    "blok-jabatan-identik": identical_blocks,
    "salin-tempel-antar-rencana": copied_sets,
    "sisa-nama-unit-lain": foreign_names,
}
