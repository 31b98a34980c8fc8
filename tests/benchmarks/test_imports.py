"""Benchmarks are run by hand and seldom: that each still finds what it imports is seen here."""

import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted(".".join(path.relative_to(ROOT).with_suffix("").parts) for path in ROOT.glob("benchmarks/*/*.py"))


@pytest.mark.parametrize("module", MODULES)
def test_a_benchmark_finds_what_it_imports(module):
    importlib.import_module(module)
