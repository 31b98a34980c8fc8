"""Every check passes on a sound candidate and fails on one that breaks just what it holds."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from expectations.gate import judge_candidate
from expectations.outcome import Verdict
from expectations.run import judge
from expectations.suites import suites
from tests.expectations import candidate

RUN_STARTED = datetime(2024, 5, 20, tzinfo=UTC)

BREAKS = {
    "article_article_id_is_unique": "INSERT INTO article FROM article WHERE article_id = 'a'",
    "article_article_id_is_present": "ALTER TABLE article ALTER article_id DROP NOT NULL; UPDATE article SET article_id = NULL",
    "article_text_is_present": "ALTER TABLE article ALTER text DROP NOT NULL; UPDATE article SET text = NULL",
    "article_published_precision_is_known": "UPDATE article SET published_precision = 'hour'",
    "article_kind_is_known": "UPDATE article SET kind = 'poem'",
    "article_published_is_plausible": "UPDATE article SET published = DATE '2024-05-29' WHERE article_id = 'b'",
    "article_published_has_its_signal": "UPDATE article_signal SET chosen = false",
    "article_copies_are_grouped": "UPDATE article SET text = 'the same'",
    "article_updated_follows_published": "UPDATE article SET updated = DATE '2024-05-01'",
    "article_signals_agree": "INSERT INTO article_signal SELECT * REPLACE (DATE '2024-04-01' AS day, false AS chosen) FROM article_signal",
    "article_published_is_known": "UPDATE article SET published = NULL",
    "article_is_no_near_duplicate": "UPDATE article SET copy_group = 'g'",
    "site_is_fresh": "UPDATE article SET published = DATE '2023-05-14'",
    "source_gives_something": "history",
    "site_volume_is_usual": "history",
    "article_furniture_reason_is_known": "INSERT INTO article_furniture VALUES ('a', 0, 1, 'advert', NULL)",
    "event_mention_stands_in_no_furniture": "INSERT INTO article_furniture VALUES ('a', 0, 70, 'credit', NULL)",
    "time_expression_time_expression_id_is_unique": "INSERT INTO time_expression FROM time_expression",
    "time_expression_rule_id_is_present": "ALTER TABLE time_expression ALTER rule_id DROP NOT NULL; UPDATE time_expression SET rule_id = NULL",
    "time_expression_timex_type_is_known": "UPDATE time_expression SET timex_type = 'WHEN'",
    "time_expression_precision_is_known": "UPDATE time_expression SET precision = 'hour'",
    "time_expression_mod_is_known": "UPDATE time_expression SET mod = 'MAYBE'",
    "time_expression_article_is_there": "UPDATE time_expression SET article_id = 'gone'",
    "time_expression_text_is_its_span": "UPDATE time_expression SET char_start = char_start + 1",
    "time_expression_days_are_in_order": "UPDATE time_expression SET earliest = DATE '2024-05-31'",
    "time_expression_value_is_timex3": "UPDATE time_expression SET value = '13 May'",
    "time_expression_edtf_is_well_formed": "UPDATE time_expression SET edtf = '13.5.2024'",
    "time_expression_guesses_nothing": "UPDATE article SET published = NULL",
    "time_expressions_do_not_overlap": "INSERT INTO time_expression FROM time_expression",
    "event_mention_mention_id_is_unique": "INSERT INTO event_mention FROM event_mention",
    "event_mention_event_class_is_known": "UPDATE event_mention SET event_class = 'noun'",
    "event_mention_event_type_is_known": "UPDATE event_mention SET event_type = 'thing'",
    "event_mention_modality_is_known": "UPDATE event_mention SET modality = 'likely'",
    "event_mention_kind_is_known": "UPDATE event_mention SET kind = 'instant'",
    "event_mention_precision_is_known": "UPDATE event_mention SET precision = 'hour'",
    "event_mention_speaker_kind_is_known": "UPDATE event_mention SET speaker_kind = 'bird'",
    "event_mention_article_is_there": "UPDATE event_mention SET article_id = 'gone'",
    "event_mention_event_is_there": "UPDATE event_mention SET event_id = 'gone'",
    "event_mention_trigger_is_its_span": "UPDATE event_mention SET trigger = 'burned'",
    "event_mention_sentence_is_its_span": "UPDATE event_mention SET sentence_start = 3",
    "event_mention_trigger_is_in_its_sentence": "UPDATE event_mention SET sentence_end = trigger_start",
    "event_mention_bounds_are_in_order": "UPDATE event_mention SET start_earliest = DATE '2024-05-31'",
    "event_mention_edtf_is_well_formed": "UPDATE event_mention SET edtf = 'Monday'",
    "event_mention_invents_no_day": "DELETE FROM mention_time; UPDATE event_mention SET article_published = start_earliest",
    "event_mention_happened_before_it_was_told": "UPDATE event_mention SET start_earliest = DATE '2024-06-01', start_latest = NULL, end_earliest = NULL, end_latest = NULL",
    "event_mention_on_timeline_is_actual": "UPDATE event_mention SET modality = 'planned'",
    "event_mention_left_out_says_why": "UPDATE event_mention SET on_timeline = false",
    "event_mention_has_something_in_common": "UPDATE event_join SET weight = -0.5",
    "event_type_is_mostly_known": "SELECT 1",
    "mention_time_role_is_known": "UPDATE mention_time SET role = 'near'",
    "mention_time_joins_rows_that_are_there": "UPDATE mention_time SET time_expression_id = 'gone'",
    "duration_dates_nothing": "UPDATE time_expression SET timex_type = 'DURATION', value = 'P1D', earliest = NULL, latest = NULL",
    "mention_bound_bound_is_known": "UPDATE mention_bound SET bound = 'middle'",
    "mention_bound_kind_is_known": "UPDATE mention_bound SET kind = 'guessed'",
    "mention_bound_joins_rows_that_are_there": "UPDATE mention_bound SET time_expression_id = 'gone'",
    "event_event_id_is_unique": "INSERT INTO event FROM event",
    "event_title_is_present": "ALTER TABLE event ALTER title DROP NOT NULL; UPDATE event SET title = NULL",
    "event_event_type_is_known": "UPDATE event SET event_type = 'thing'",
    "event_modality_is_known": "UPDATE event SET modality = 'likely'",
    "event_precision_is_known": "UPDATE event SET precision = 'hour'",
    "event_kind_is_known": "UPDATE event SET kind = 'instant'",
    "event_has_a_mention": "DELETE FROM event_mention",
    "event_counts_are_its_mentions": "UPDATE event SET mentions = 7",
    "event_bounds_are_in_order": "UPDATE event SET end_latest = DATE '2024-05-01'",
    "event_edtf_is_well_formed": "UPDATE event SET edtf = 'Monday'",
    "event_invents_no_day": "DELETE FROM event_bound; UPDATE event_mention SET article_published = DATE '2024-05-13'",
    "event_happened_before_it_was_told": "UPDATE event SET start_earliest = DATE '2024-06-01'",
    "event_on_timeline_is_actual": "UPDATE event SET modality = 'planned'",
    "event_left_out_says_why": "UPDATE event SET on_timeline = false",
    "event_on_timeline_has_a_level": "UPDATE event SET level = NULL",
    "event_detail_is_of_a_key_event": "UPDATE event SET parent_event_id = 'nobody'",
    "event_dated_has_its_evidence": "DELETE FROM event_bound",
    "event_lead_agrees_with_its_date": "UPDATE event SET start_earliest = DATE '2024-05-20', end_latest = DATE '2024-05-20'",
    "event_in_contradiction_has_no_date": "INSERT INTO event_conflict VALUES ('fire', NULL, ['m1', 'm2'], 'cannot both hold')",
    "event_day_is_one_day": "UPDATE event SET start_latest = DATE '2024-05-31'",
    "event_title_is_in_its_mentions": "UPDATE event SET title = 'a terrible fire'",
    "site_share_of_dated_is_usual": "history",
    "event_bound_bound_is_known": "UPDATE event_bound SET bound = 'middle'",
    "event_bound_kind_is_known": "UPDATE event_bound SET kind = 'guessed'",
    "event_bound_joins_rows_that_are_there": "UPDATE event_bound SET time_expression_id = 'gone'",
    "event_bounds_are_consistent": "INSERT INTO event_conflict VALUES ('fire', 'said', ['m1', 'm3'], 'cannot both hold')",
    "event_relation_relation_is_known": "UPDATE event_relation SET relation = 'near'",
    "event_relation_joins_rows_that_are_there": "UPDATE event_relation SET other_event_id = event_id",
    "event_relations_are_consistent": "UPDATE event_relation SET used = false",
    "event_actor_role_is_known": "UPDATE event_actor SET role = 'hero'",
    "event_actor_text_is_its_span": "UPDATE event_actor SET text = 'a mayor'",
    "event_place_text_is_its_span": "UPDATE event_place SET char_end = 9999",
    "event_place_is_on_earth": "UPDATE event_place SET latitude = 149.8",
    "quantity_text_is_its_span": "UPDATE quantity SET text = '30'",
    "quantity_is_in_order": "UPDATE quantity SET low = 99",
    "attribution_speaker_kind_is_known": "UPDATE attribution SET speaker_kind = 'bird'",
    "attribution_cue_is_its_span": "UPDATE attribution SET cue = 'told'",
    "story_story_id_is_unique": "INSERT INTO story FROM story",
    "story_title_is_present": "ALTER TABLE story ALTER title DROP NOT NULL; UPDATE story SET title = NULL",
    "story_swallows_no_others": "UPDATE story_change SET change = 'merged', other_story_ids = ['s2', 's3', 's4']",
    "story_holds_together": "UPDATE story_change SET change = 'fell apart', other_story_ids = ['s2', 's3']",
    "story_change_change_is_known": "UPDATE story_change SET change = 'moved'",
    "decision_decision_id_is_unique": "INSERT INTO decision FROM decision",
    "decision_action_is_known": "UPDATE decision SET action = 'guess'",
    "decision_event_is_there": "UPDATE decision SET event_id = 'gone'",
    "decision_finds_what_it_is_about": "UPDATE decision SET undone = false",
    "decision_about_a_date_is_allowed_by_the_texts": "UPDATE decision SET undone = false, applied = true; UPDATE event SET start_earliest = DATE '2024-06-01'",
}  # fmt: skip


# All three mentions of the sound candidate are of type other, which one check is there to report.
@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return candidate.write(tmp_path_factory.mktemp("candidate") / "sound.duckdb")


def broken(sound: Path, path: Path, statement: str) -> Path:
    shutil.copyfile(sound, path)
    with duckdb.connect(str(path)) as con:
        con.execute(statement)
    return path


def failed(verdict: Verdict) -> set[str]:
    return {result.name for result in verdict.results if not result.passed}


def names() -> list[str]:
    return [expectation.meta["name"] for suite in suites() for expectation in suite.expectations]


def test_every_check_has_an_example_that_fails_it() -> None:
    assert sorted(names()) == sorted(BREAKS)


def test_sound_candidate_passes_and_no_check_errs(sound: Path, tmp_path: Path) -> None:
    typed = broken(sound, tmp_path / "typed.duckdb", "UPDATE event_mention SET event_type = 'attack'")

    verdict = judge_candidate(typed, run_started=RUN_STARTED)

    assert [(r.name, r.error) for r in verdict.results if r.error] == []
    assert failed(verdict) == set()
    assert verdict.closing == ()


@pytest.mark.parametrize(
    ("name", "statement"),
    [
        pytest.param("event_dated_has_its_evidence", "UPDATE event_bound SET kind = 'relation'", id="only a relation dates it"),
        pytest.param("event_dated_has_its_evidence", "UPDATE event_bound SET mention_id = 'm3'", id="another event's mention dates it"),
        pytest.param("event_dated_has_its_evidence", "UPDATE event_mention SET modality = 'possible' WHERE mention_id = 'm1'", id="a mere possibility dates it"),
        pytest.param("event_lead_agrees_with_its_date", "UPDATE event SET lead = 'A fire.'", id="words that no mention has"),
        pytest.param("event_lead_agrees_with_its_date", "UPDATE event SET lead_mention_id = 'm3', lead = (SELECT sentence FROM event_mention WHERE mention_id = 'm3')", id="another event's sentence"),
    ],
)  # fmt: skip
def test_a_row_that_says_more_than_its_mentions_fails(name: str, statement: str, sound: Path, tmp_path: Path) -> None:
    verdict = judge(
        broken(sound, tmp_path / "broken.duckdb", statement), [CHECKS[name]], variables={"run_started": "2024-05-20"}
    )

    assert failed(verdict) == {name}


CHECKS = {e.meta["name"]: replace(suite, expectations=(e,)) for suite in suites() for e in suite.expectations}


@pytest.mark.parametrize("name", [name for name, statement in BREAKS.items() if statement != "history"])
def test_check_fails_on_its_example_and_shows_the_rows(name: str, sound: Path, tmp_path: Path) -> None:
    path = broken(sound, tmp_path / "broken.duckdb", BREAKS[name])

    verdict = judge(path, [CHECKS[name]], variables={"run_started": "2024-05-20"})

    (result,) = verdict.results
    assert (result.passed, result.error) == (False, None)
    assert result.rows_failed > 0
    assert verdict.failures
    assert all(failure.row_key and failure.detail for failure in verdict.failures)
    with duckdb.connect(str(path), read_only=True) as con:
        con.execute("SET VARIABLE run_started = '2024-05-20'")
        assert len(con.sql(result.sql).fetchall()) == len(verdict.failures)


HISTORY = """
CREATE TABLE site_volume (run_id VARCHAR, started_at TIMESTAMP, site VARCHAR, articles BIGINT, events BIGINT, dated BIGINT);
INSERT INTO site_volume
SELECT 'r' || n, TIMESTAMP '2024-05-01' + n * INTERVAL 1 DAY, site, n * 10, 100, 10
FROM range(1, 6) AS runs(n), (VALUES ('mail'), ('post')) AS sites(site);
"""
SOURCES = [
    ("https://mail.example/feed", "r5", 3, "status 404", datetime(2024, 5, 2)),  # noqa: DTZ001 -- the store keeps UTC without a zone
    ("https://post.example/feed", "r5", 2, None, None),
    ("https://left.example/feed", "r2", 9, "no longer read", None),
]
MANY_EVENTS = """
INSERT INTO event SELECT event.* REPLACE ('e' || n AS event_id) FROM event, range(30) AS more(n) WHERE event_id = 'said';
INSERT INTO event_mention
SELECT event_mention.* REPLACE ('m-e' || n AS mention_id, 'e' || n AS event_id)
FROM event_mention, range(30) AS more(n) WHERE mention_id = 'm3';
"""


@pytest.mark.parametrize(
    ("name", "statement"),
    [
        ("source_gives_something", "SELECT 1"),
        ("site_volume_is_usual", "SELECT 1"),
        ("site_share_of_dated_is_usual", MANY_EVENTS),
    ],
)
def test_check_against_history_fails_on_its_example(name: str, statement: str, sound: Path, tmp_path: Path) -> None:
    history = tmp_path / "quality.duckdb"
    with duckdb.connect(str(history)) as con:
        con.execute(HISTORY)
    path = broken(sound, tmp_path / "broken.duckdb", statement)

    without = judge_candidate(path, run_started=RUN_STARTED)
    verdict = judge_candidate(path, run_started=RUN_STARTED, history=history, sources=SOURCES)

    assert name not in failed(without)
    assert name in failed(verdict)
    assert name not in {r.name for r in verdict.closing}
    details = {f.row_key: f.detail for f in verdict.failures if f.check == "source_gives_something"}
    assert details == {"https://mail.example/feed": "nothing in the last 3 runs, since 2024-05-02: status 404"}


def test_row_fault_does_not_close_the_gate_and_table_fault_does(sound: Path, tmp_path: Path) -> None:
    row = judge_candidate(
        broken(sound, tmp_path / "row.duckdb", BREAKS["event_mention_trigger_is_its_span"]), run_started=RUN_STARTED
    )
    table = judge_candidate(
        broken(sound, tmp_path / "table.duckdb", BREAKS["event_event_id_is_unique"]), run_started=RUN_STARTED
    )

    assert {f.row_key for f in row.row_faults} >= {"m1", "m2", "m3"}
    assert row.closing == ()
    assert "event_event_id_is_unique" in {r.name for r in table.closing}


def test_candidate_is_left_as_it_was(sound: Path) -> None:
    before = sound.read_bytes()

    judge_candidate(sound, run_started=RUN_STARTED)

    assert sound.read_bytes() == before
