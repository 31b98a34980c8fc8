"""A pool works side by side, keeps the order, and leaves no process behind."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Future
from pathlib import Path

import pytest

from flows.runtime.worker_pool import WorkerPool, several, windowed
from transforms.writers.pieces import cut

ROOT = Path(__file__).parents[2]


def double(number: int) -> tuple[int, int]:
    return number * 2, os.getpid()


def die(number: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_results_keep_the_order_and_come_from_other_processes():
    with WorkerPool(2) as pool:
        found = list(pool.map(double, range(6)))

    assert [number for number, _ in found] == [0, 2, 4, 6, 8, 10]
    assert os.getpid() not in {process for _, process in found}


def test_little_work_and_a_crew_of_one_stay_in_this_process():
    with WorkerPool(2) as pool, WorkerPool(1) as lone:
        found = [*pool.map(double, [1]), *lone.map(double, [1, 2, 3])]

    assert {process for _, process in found} == {os.getpid()}


def test_no_more_is_taken_than_is_worked_on():
    taken = []

    def submit(item: int) -> "Future[int]":
        future: Future[int] = Future()
        future.set_result(item)
        return future

    def items():
        for item in range(100):
            taken.append(item)
            yield item

    first = next(windowed(submit, items(), 3))

    assert (first, taken) == (0, [0, 1, 2])


def test_a_lost_process_costs_its_chunk_and_the_next_gets_a_new_one():
    with WorkerPool(1) as pool:
        with pytest.raises(Exception, match="terminated abruptly"):
            pool.hand_to(die)(1)

        assert pool.hand_to(double)(4)[0] == 8


@pytest.mark.parametrize(("items", "worth"), [([], False), ([1], False), ([1, 2], True), ([1, 2, 3], True)])
def test_whether_there_is_more_than_one_chunk_is_known_without_losing_any(items, worth):
    found, rest = several(iter(items))

    assert (found, list(rest)) == (worth, items)


@pytest.mark.parametrize(
    ("weights", "chunks"),
    [([], []), ([5], [(5,)]), ([99], [(99,)]), ([4, 4, 4], [(4, 4), (4,)]), ([1, 99, 1], [(1,), (99,), (1,)])],
)
def test_chunks_weigh_at_most_their_limit_or_hold_one_item(weights, chunks):
    assert list(cut(weights, lambda weight: weight, 10)) == chunks


CHILD = """
import time
from flows.runtime.worker_pool import WorkerPool
if __name__ == "__main__":
    with WorkerPool(2) as pool:
        futures = [pool.submit(time.sleep, 60) for _ in range(3)]
        time.sleep(1)
        print(*pool._pool._processes, flush=True)
        {then}
"""


@pytest.mark.parametrize(
    ("then", "ending"),
    [("time.sleep(60)", signal.SIGKILL), ("time.sleep(60)", signal.SIGINT), ("raise SystemExit", None)],
)
def test_killed_interrupted_or_failed_it_leaves_no_process(tmp_path, then, ending):
    script = tmp_path / "child.py"
    script.write_text(CHILD.format(then=then), encoding="utf-8")
    parent = subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    workers = [int(word) for word in parent.stdout.readline().split()]
    assert len(workers) == 2
    if ending:
        parent.send_signal(ending)
    parent.wait(10)

    until = time.monotonic() + 5
    while (left := [pid for pid in workers if Path(f"/proc/{pid}").exists()]) and time.monotonic() < until:
        time.sleep(0.05)
    assert left == []
