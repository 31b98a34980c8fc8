"""The notebooks run on the demo's store, cell by cell, each in a kernel of its own."""

import nbformat
import pytest
from nbclient import NotebookClient

from tests.conftest import REPOSITORY

NOTEBOOK = REPOSITORY / "examples" / "timeline.ipynb"
PYTHON = REPOSITORY / "examples" / "python.ipynb"


def shown_by(path, store, scratch):
    """What each code cell shows, by the first words of its source."""
    notebook = nbformat.read(path, as_version=4)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DATELINE_STORE", str(store))
        environment.setenv("IPYTHONDIR", str(scratch))
        environment.setenv("PYTHONPATH", str(REPOSITORY))
        NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(scratch)}}).execute()
    shown = {}
    for cell in notebook.cells:
        if cell.cell_type == "code":
            printed = [output.get("text") or output.get("data", {}).get("text/plain", "") for output in cell.outputs]
            shown[cell.source.splitlines()[0]] = "".join(printed)
    return shown


@pytest.fixture(scope="module")
def printed(demo_master, tmp_path_factory):
    return shown_by(NOTEBOOK, demo_master, tmp_path_factory.mktemp("notebook"))


def test_the_notebook_on_python_shows_what_it_says(demo_master, tmp_path):
    shown = shown_by(PYTHON, demo_master, tmp_path)
    assert "2025-01-10" in of(shown, "text =")
    assert "XXXX-WXX-5" in of(shown, "[t.value")
    assert "ruled" in of(shown, "annotation =")
    assert "weekday-shifted" in of(shown, "print(dateline.explain")
    assert "2023-03" in of(shown, "import os")


def of(printed, beginning):
    return next(text for source, text in printed.items() if source.startswith(beginning))


@pytest.mark.parametrize("path", [NOTEBOOK, PYTHON], ids=lambda path: path.stem)
def test_it_is_kept_without_output(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert [
        cell for cell in notebook.cells if cell.cell_type == "code" and (cell.outputs or cell.execution_count)
    ] == []


def test_march_holds_the_fire(printed):
    assert "2023-03-06" in of(printed, "march =")
    assert "06 March  ■" in of(printed, "known =")


def test_rival_figures_have_their_speakers(printed):
    shown = of(printed, "figures =")
    assert "five" in shown
    assert "Union" in shown


def test_the_chain_of_a_date_is_whole(printed):
    lines = dict(line.split(maxsplit=1) for line in of(printed, "chain =").splitlines())
    assert lines["expression"] in lines["sentence"]
    assert lines["value"].startswith("2023-03-")
    assert lines["anchor_date"] != "NaT"
    assert lines["anchor_reason"] != "None"


def test_what_was_left_out_has_its_reason(printed):
    assert {"planned", "possible", "negated"} <= set(of(printed, 'con.sql("""').split())
