/* Which events are shown, and how many each choice of a filter would show. */

let shown = [], datedShown = 0;
const onTimeline = E.flags.reduce((sum, flags) => sum + ((flags & ON_TIMELINE) !== 0), 0);
const counts = FACETS.map(() => new Int32Array(S.length));

/* The values of every event for one filter, flat: those of event e lie from start[e] to start[e + 1]. */
const each = Int32Array.from({ length: N + 1 }, (_, e) => e);
const columns = FACETS.map(({ column, whereEmpty = [] }) => {
  if (!Array.isArray(column[0])) return { start: each, values: Int32Array.from(column) };
  const of = (e) => (column[e].length ? column[e] : whereEmpty);
  const start = new Int32Array(N + 1);
  for (let e = 0; e < N; e++) start[e + 1] = start[e] + of(e).length;
  const values = new Int32Array(start[N]);
  for (let e = 0; e < N; e++) values.set(of(e), start[e]);
  return { start, values };
});

function holds({ start, values }, chosen, e) {
  for (let i = start[e]; i < start[e + 1]; i++) if (chosen.has(values[i])) return true;
  return false;
}

/* One pass: an event that fails one filter alone still counts for that filter's own choices. */
function applyFilters() {
  const words = fold(state.text).split(/\s+/).filter(Boolean);
  const from = period(state.from)?.[0] ?? -Infinity, to = period(state.to)?.[1] ?? Infinity;
  const limited = from > -Infinity || to < Infinity;
  const active = FACETS.map((facet, k) => [k, state.chosen[facet.key]]).filter(([, chosen]) => chosen.size);
  shown = [];
  datedShown = 0;
  for (const column of counts) column.fill(0);
  for (let e = 0; e < N; e++) {
    const flags = E.flags[e];
    if (state.only) { if (state.picked.has(e)) { shown.push(e); datedShown += flags & DATED; } continue; }
    if (!state.all && !(flags & ON_TIMELINE)) continue;
    if (!state.more && flags & ON_TIMELINE && E.level[e] !== KEY && e !== state.event) continue;
    if (!(flags & DATED) && !state.undated) continue;
    if (limited && ((E.start_earliest[e] ?? -Infinity) > to || (E.end_latest[e] ?? Infinity) < from)) continue;
    if (words.length && !words.every((word) => haystack(e).includes(word))) continue;
    let failed = -1, fails = 0;
    for (const [k, chosen] of active) {
      if (!holds(columns[k], chosen, e)) {
        failed = k;
        if (++fails > 1) break;
      }
    }
    if (fails > 1) continue;
    if (fails === 0) { shown.push(e); datedShown += flags & DATED; }
    for (let k = 0; k < columns.length; k++) {
      if (fails === 1 && k !== failed) continue;
      const { start, values } = columns[k], count = counts[k];
      for (let i = start[e]; i < start[e + 1]; i++) count[values[i]]++;
    }
  }
}

const CHOICES = 40;
/* Beside the list the filters are always there, and those that a reader asks for first are open; on a phone one line stands for them, and one for the search. */
const filterBox = document.getElementById("filter-box"), OPEN_AT_FIRST = ["type", "site"];
const searchBox = document.getElementById("search-box"), narrow = matchMedia("(max-width: 60rem)");
const unfoldBoxes = () => { filterBox.open = searchBox.open = !narrow.matches; };
narrow.addEventListener("change", unfoldBoxes);
const boxes = FACETS.map((facet, k) => {
  const list = element("ul");
  const find = element("input", { type: "search", "aria-label": `Find in ${facet.name}`, placeholder: "find …", autocomplete: "off" });
  find.addEventListener("input", () => drawFacet(k));
  const box = element("details", { open: OPEN_AT_FIRST.includes(facet.key) }, element("summary", {}, facet.name), find, list);
  list.addEventListener("change", (happening) => {
    const number = +happening.target.value, set = state.chosen[facet.key];
    if (happening.target.checked) set.add(number); else set.delete(number);
    change("filter");
  });
  box.addEventListener("toggle", () => drawFacet(k));
  box.hidden = !columns[k].values.some((number) => S[number] !== null);
  filterBox.append(box);
  return { box, find, list };
});

unfoldBoxes();

function drawFacets() {
  FACETS.forEach((facet, k) => {
    if (state.chosen[facet.key].size) boxes[k].box.open = true;
    drawFacet(k);
  });
}

/* The choices of an open box; a shut one is drawn when it is opened. */
function drawFacet(k) {
  const facet = FACETS[k], { box, find, list } = boxes[k], set = state.chosen[facet.key], wanted = fold(find.value);
  if (!box.open) return;
  const label = (number) => (S[number] === null ? facet.none ?? "none" : facet.words?.(S[number]) ?? S[number]);
  const numbers = [];
  counts[k].forEach((count, number) => {
    if ((count || set.has(number)) && (!wanted || fold(label(number)).includes(wanted))) numbers.push(number);
  });
  numbers.sort((a, b) => set.has(b) - set.has(a) || counts[k][b] - counts[k][a] || (label(a) < label(b) ? -1 : 1));
  find.hidden = numbers.length <= 8 && !wanted;
  const focused = document.activeElement?.dataset?.facet === facet.key ? document.activeElement.value : null;
  list.replaceChildren(...numbers.slice(0, CHOICES).map((number) => {
    const tick = element("input", { type: "checkbox", value: number, checked: set.has(number) });
    tick.dataset.facet = facet.key;
    return element("li", {}, element("label", {}, tick, foreign(label(number)), element("span", { className: "count" }, `${counts[k][number]}`)));
  }));
  if (numbers.length > CHOICES) list.append(element("li", {}, `${numbers.length - CHOICES} more: use find`));
  if (focused !== null) list.querySelector(`input[value="${focused}"]`)?.focus();
}

/* How many events are shown, of how many; those that a switch hides for want of a date are said to be there. */
function summary() {
  const count = (number) => number.toLocaleString("en"), some = (number) => `${count(number)} ${number === 1 ? "event" : "events"}`;
  const total = state.all ? N : state.more ? onTimeline : keyRows.length;
  const hidden = state.undated || state.only ? 0 : keyRows.length - keyDated.length, left = total - (state.all || state.more ? 0 : hidden);
  const said = [shown.length === left ? some(left) : `${count(shown.length)} of ${some(left)}`];
  if (hidden) said.push(`${count(hidden)} more without a date`);
  else if (datedShown < shown.length) said.push(`${count(datedShown)} with a date`);
  document.getElementById("shown-count").textContent = said.join(", ");
  document.getElementById("edition").textContent = (D.version ? ` · version ${D.version}` : "") + (D.published_at ? ` · published ${D.published_at}` : "");
}
