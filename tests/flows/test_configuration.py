"""Settings: who outranks whom, where each value came from, and what a mistake is told."""

import tomllib
from pathlib import Path

import pytest

from flows.errors import SettingsError
from flows.settings.load import configure, options, source_options
from flows.settings.reference import example_toml, reference_page

ROOT = Path(__file__).parents[2]


def written(folder: Path, text: str) -> Path:
    file = folder / "dateline.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_flag_outranks_a_variable_which_outranks_the_file_which_outranks_the_default(tmp_path):
    file = written(tmp_path, "[run]\nworkers = 2\nchunk_kilobytes = 100\nengine = 'direct'\n")

    made = configure(
        {"DATELINE_RUN_WORKERS": "3", "DATELINE_RUN_CHUNK_KILOBYTES": "200", "HOME": "/"}, {"run.workers": 4}, file
    )

    assert (made.settings.run.workers, made.origins["run.workers"]) == (4, "flag")
    assert (made.settings.run.chunk_kilobytes, made.origins["run.chunk_kilobytes"]) == (
        200,
        "DATELINE_RUN_CHUNK_KILOBYTES",
    )
    assert (made.settings.run.engine, made.origins["run.engine"]) == ("direct", f"{file}:4")
    assert (made.settings.publish.keep_versions, made.origins["publish.keep_versions"]) == (5, "default")


def test_a_flag_that_was_not_given_changes_nothing():
    made = configure({"DATELINE_QUIET": "yes"}, {"quiet": None})

    assert made.settings.quiet is True


def test_a_path_in_the_file_is_relative_to_the_file(tmp_path):
    file = written(
        tmp_path, 'store = "news"\n[[source]]\nlocation = "in"\n[[source]]\nlocation = "https://a.example/"\n'
    )

    made = configure({}, {}, file).settings

    assert made.store == tmp_path / "news"
    assert [source.location for source in made.source] == [str(tmp_path / "in"), "https://a.example/"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[run]\n\nworker = 2\n", ":3: unknown setting 'run.worker'; did you mean 'run.workers'?"),
        ("stoer = 'x'\n", ":1: unknown setting 'stoer'; did you mean 'store'?"),
        ("workers = 2\n", ":1: unknown setting 'workers'; did you mean 'run.workers'?"),
        ("[checks]\nx = 1\n", ":1: unknown setting 'checks'; did you mean 'check'?"),
        ("[run]\nworkers = 'two'\n", ":2: run.workers is 'two', not a whole number"),
        ("[run]\nworkers = true\n", ":2: run.workers is True, not a whole number"),
        ("[run]\nworkers = -1\n", ":2: run.workers is -1, it must be at least 0 and at most 256"),
        ("[run]\nengine = 'spark'\n", ":2: run.engine is 'spark', not one of prefect, dask, direct"),
        ("quiet = 1\n", ":1: quiet is 1, not true or false"),
        (
            "[[source]]\nlocation = 'a'\n[[source]]\nlocation = 'b'\nlang = 'en'\n",
            ":5: unknown setting 'lang' in [[source]]",
        ),
        ("[[source]]\nsite = 'a'\n", ":1: a [[source]] needs a location"),
        ("[source]\nlocation = 'a'\n", ":1: a source is a table of its own: [[source]]"),
        ("store = \n", ": Invalid value (at line 1, column 9)"),
    ],
)
def test_a_mistake_in_the_file_is_told_with_its_line(tmp_path, text, message):
    file = written(tmp_path, text)

    with pytest.raises(SettingsError) as caught:
        configure({}, {}, file)

    assert str(caught.value).startswith(f"{file}{message}")


@pytest.mark.parametrize(
    ("variable", "value", "message"),
    [
        ("DATELINE_STOER", "x", "unknown variable DATELINE_STOER; did you mean 'DATELINE_STORE'?"),
        ("DATELINE_RUN_WORKERS", "many", "DATELINE_RUN_WORKERS: 'many' is not a whole number"),
        ("DATELINE_QUIET", "perhaps", "DATELINE_QUIET: 'perhaps' is not true or false"),
        (
            "DATELINE_CHECK_VOLUME_AT_LEAST",
            "7",
            "DATELINE_CHECK_VOLUME_AT_LEAST: check.volume_at_least is 7.0, it must be",
        ),
        ("DATELINE_CONFIG", "/nowhere/x.toml", "no configuration file /nowhere/x.toml"),
    ],
)
def test_a_mistake_in_the_environment_names_the_variable(variable, value, message):
    with pytest.raises(SettingsError) as caught:
        configure({variable: value})

    assert str(caught.value).startswith(message)


def test_every_setting_has_a_meaning_and_a_default_within_its_limits():
    for option in (*options(), *source_options()):
        assert option.meaning[0].islower() or option.meaning[0].isdigit(), option.key
        assert option.default is None or isinstance(option.default, option.kind), option.key


def test_the_example_file_is_up_to_date_and_loads_with_every_line_switched_on(tmp_path):
    assert (ROOT / "dateline.example.toml").read_text(encoding="utf-8") == example_toml()
    shown = [line.removeprefix("# ") for line in example_toml().splitlines()]
    settings = "\n".join(
        line for line in shown if line.startswith("[") or (" = " in line and line.split(" = ")[0].isidentifier())
    )
    settings = settings.replace('location = ""', 'location = "articles"')
    assert len(tomllib.loads(settings)["run"]) > 2

    made = configure({}, {}, written(tmp_path, settings))

    assert {key for key, origin in made.origins.items() if origin == "default"} == set()


def test_the_reference_page_is_up_to_date():
    assert (ROOT / "docs/reference/settings.md").read_text(encoding="utf-8") == reference_page()
