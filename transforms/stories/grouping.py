"""Articles become stories, day by day of their publication: in whatever order they arrive, the stories are the same.

    grouped = group(articles, earlier)

Each day's articles are compared with one another and with the stories there are, and the two groups that are most alike
join until none are alike enough.  Likeness is the average over all pairs of articles (average linking), so one article
that tells of two stories ties nothing by itself.  Two groups of some size join only where they are about as like each
other as each is within: two floods of one week are each denser than what they share.

What was joined the last time is kept, in its order.  A group that holds what it held then goes the same way again, and
only the others are compared anew: those with an article that is new, changed or gone, and those that such a group would
have met.  The result is that of grouping all at once.  A story is known by its founder, its earliest article.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from heapq import heapify, heappop, heappush

import numpy as np

from transforms.stories.groups import Groups
from transforms.stories.values import Articles, Earlier, Grouped, Joined
from transforms.stories.word_index import Whole

MANY = 300
"""Where more groups than this are to be compared anew, all of them are: their rows would fill the memory."""


def group(articles: Articles, earlier: Earlier) -> Grouped:
    """Return the stories of all articles, with the help of what was found earlier."""
    return _Grouping(articles, earlier).grouped()


class _Grouping:
    """Grouping under way, from the first day to the last."""

    def __init__(self, articles: Articles, earlier: Earlier) -> None:
        self._articles = articles
        self._groups = Groups(articles)
        self._others_before = earlier.others
        self._others: dict[int, int | None] = {}
        self._joins: list[Joined] = []
        self._anew = set(earlier.fresh)
        """Articles to come, and groups, that are not what they were: compared anew."""
        self._all_anew = False
        self._rows: dict[int, Whole] = {}
        """The products of each of these groups with all others, kept from day to day while there are few."""
        self._days: dict[date, tuple[list[int], list[Joined]]] = {}
        for at, day in enumerate(articles.days):
            self._days.setdefault(day, ([], []))[0].append(at)
        for join in earlier.joins:
            self._days.setdefault(join.day, ([], []))[1].append(join)

    def grouped(self) -> Grouped:
        """Go through the days."""
        for day in sorted(self._days):
            self._one_day(day, *self._days[day])
        groups = self._groups
        standing = np.unique(groups.founder).tolist() if self._all_anew else self._anew
        changed = frozenset(g for g in standing if groups.founder[g] == g)
        return Grouped(groups.founder, tuple(self._joins), self._others, changed)

    def _one_day(self, day: date, new: Sequence[int], before: Sequence[Joined]) -> None:
        ties = self._articles.ties
        tying = [at for at in new if ties[at]]
        seats = {j.other: j.one for j in before if j.other >= 0 and not ties[j.other]}
        self._groups.touched[:] = False
        for at in tying:
            self._groups.place(at)
        if self._all_anew or all(at in self._anew for at in tying):
            self._anew.update(tying)
            self._rows = {}
            wanted: Iterable[int] = tying
        else:
            wanted = sorted(g for g in self._anew if self._groups.stands(g))
        for at in wanted:
            if at not in self._rows:
                self._rows[at] = self._groups.row(at)
        joins = [] if self._all_anew else [j for j in before if j.other not in seats]
        _Day(day, self._groups, self._anew, self._rows, self._joins).join(joins)
        for at in new:
            if not ties[at]:
                self._seat(day, at, seats)
        self._find_others(new)
        if self._all_anew or len(self._rows) > MANY:
            self._all_anew, self._rows = True, {}

    def _seat(self, day: date, at: int, seats: dict[int, int]) -> None:
        """Put an article that ties nothing where it was, or where it belongs now that groups are not what they were."""
        same = not self._all_anew and at not in self._anew and not any(map(self._groups.stands, self._anew))
        seat = seats.get(at) if same else -1
        if seat == -1:
            seat = self._groups.best_seat(at)
        if seat is not None:
            self._groups.seat(seat, at)
            self._joins.append(Joined(day, seat, at, 0))

    def _find_others(self, new: Sequence[int]) -> None:
        """Note of each article of the day the other story that it tells of."""
        kept = [] if self._all_anew else [at for at in new if self._is_as_it_was(at)]
        again = set(new) - set(kept)
        if kept:
            for changed in self._anew:
                again.update(self._groups.like_enough(np.array(kept, dtype=np.int64), changed).tolist())
        for at in new:
            self._others[at] = self._groups.other_story(at) if at in again else self._others_before[at]

    def _is_as_it_was(self, at: int) -> bool:
        """True if neither the article's story nor the other one of its is to be compared anew."""
        other = self._others_before.get(at)
        return not {at, int(self._groups.founder[at]), other} & self._anew and other != -1


class _Day:
    """The joins of one day: those of the last time where they hold, and the best of the groups compared anew."""

    def __init__(self, day: date, groups: Groups, anew: set[int], rows: dict[int, Whole], joins: list[Joined]) -> None:
        self._day, self._groups, self._anew, self._rows, self._joins = day, groups, anew, rows, joins
        self._turn = dict.fromkeys(rows, 0)
        self._waiting = [self._in_turn(*pair) for group in rows for pair in groups.alike(group, rows[group])]
        heapify(self._waiting)

    def join(self, before: Sequence[Joined]) -> None:
        """Join the two groups that are most alike until none are alike enough."""
        ahead = iter(before)
        same = self._next_same(ahead)
        while same or self._waiting:
            if same and (not self._waiting or self._groups.key(*same[1:]) <= self._waiting[0][:3]):
                self._join_again(same)
                same = self._next_same(ahead)
            else:
                self._join_anew(*heappop(self._waiting))
                if same and not self._holds(same):
                    self._part(same)
                    same = self._next_same(ahead)

    def _next_same(self, ahead: Iterable[Joined]) -> Joined | None:
        """Return the next join of the last time whose groups are what they were; those before it come apart."""
        for join in ahead:
            if self._holds(join):
                return join
            self._part(join)
        return None

    def _holds(self, join: Joined) -> bool:
        return all(self._groups.stands(g) and g not in self._anew for g in (join.one, join.other))

    def _part(self, join: Joined) -> None:
        """Compare anew what joined the last time and may not now."""
        for group in (join.one, join.other):
            if self._groups.stands(group) and group not in self._rows:
                self._compare(group)

    def _compare(self, group: int) -> None:
        self._anew.add(group)
        self._rows[group] = self._groups.row(group)
        for pair in self._groups.alike(group, self._rows[group]):
            heappush(self._waiting, self._in_turn(*pair))

    def _join_again(self, join: Joined) -> None:
        one, other = join.one, join.other
        self._merge(one, other, join.product)
        for group, row in self._rows.items():
            if pair := self._groups.pair(group, one, int(row[one])):
                heappush(self._waiting, self._in_turn(*pair))

    def _join_anew(self, _: float, one: int, other: int, *turns: int) -> None:
        if [self._turn.get(one, 0), self._turn.get(other, 0)] != list(turns):
            return
        known = self._rows.get(one)
        product = int(self._rows[other][one] if known is None else known[other])
        if self._groups.stay_apart(one, other, product):
            return
        for group in (one, other):
            if group not in self._rows:
                self._anew.add(group)
                self._rows[group] = self._groups.row(group)
        self._rows[one] += self._rows.pop(other)
        self._anew.discard(other)
        self._merge(one, other, product)
        for pair in self._groups.alike(one, self._rows[one]):
            heappush(self._waiting, self._in_turn(*pair))

    def _merge(self, one: int, other: int, product: int) -> None:
        self._groups.merge(one, other, product, self._rows)
        self._turn[one], self._turn[other] = self._turn.get(one, 0) + 1, -1
        self._joins.append(Joined(self._day, one, other, product))

    def _in_turn(self, alike: float, one: int, other: int) -> tuple[float, int, int, int, int]:
        """Return a pair with the turn in which it holds."""
        return alike, one, other, self._turn.get(one, 0), self._turn.get(other, 0)
