/* The list beside the axis: only the rows in sight are in the document, so that 50,000 events scroll as lightly as fifty. */

const list = document.getElementById("list");
const filler = element("div", { className: "filler", role: "presentation" });
list.append(filler);
const ROW = 62, NARROW_ROW = 84, HEADING = 34;
const heading = (words, ofDay = false) => ({ words, ofDay });
const APART = "Over a longer time";
const isEvent = (row) => typeof row === "number";
let rows = [], tops = new Float64Array(1);
/* The details of each key event, in the order of the timeline. */
const details = new Map();
E.parent.forEach((parent, e) => { if (parent >= 0 && E.level[e] === DETAIL) (details.get(parent) ?? details.set(parent, []).get(parent)).push(e); });
const known = (e) => E.start_earliest[e] !== null || E.start_latest[e] !== null || E.end_earliest[e] !== null || E.end_latest[e] !== null;
const tall = () => (narrow.matches ? NARROW_ROW : ROW);

function arrange() {
  const dated = [], before = [heading("Date unknown: no later than it was reported")], undated = [heading("Date unknown")];
  const onDay = new Map();
  for (const e of shown) if (dayOf(e) !== null) onDay.set(dayOf(e), (onDay.get(dayOf(e)) ?? 0) + 1);
  let words = null, day = null;
  for (const e of shown) {
    const group = E.flags[e] & DATED ? dated : known(e) ? before : undated;
    if (group === dated && headingOf(e) !== words) { dated.push(heading(words = headingOf(e))); day = null; }
    if (group === dated && dayOf(e) !== day) {
      day = dayOf(e);
      if (onDay.get(day) > 1) dated.push(heading(dayWords(day), true));
    }
    group.push(e);
    if (state.open.has(e) && !state.more) group.push(...details.get(e) ?? []);
  }
  rows = dated.concat(before.length > 1 ? before : [], undated.length > 1 ? undated : []);
  tops = new Float64Array(rows.length + 1);
  rows.forEach((row, i) => { tops[i + 1] = tops[i] + (isEvent(row) ? tall() : HEADING); });
  filler.style.height = `${tops[rows.length]}px`;
}

/* The one known day of an event; several events of one day stand under a heading of their own. */
const dayOf = (e) => (E.flags[e] & DATED && E.start_earliest[e] !== null && E.start_earliest[e] === E.start_latest[e] ? E.start_earliest[e] : null);

/* The month that an event is listed under; its year where no month is known. */
function headingOf(e) {
  const first = E.start_earliest[e] ?? E.start_latest[e] ?? E.end_latest[e] ?? E.end_earliest[e];
  const last = E.end_latest[e] ?? E.start_latest[e] ?? first;
  if (first === null) return APART;
  const [at, end] = [first, last].map((day) => new Date(day * 864e5)), year = at.getUTCFullYear();
  /* An event that began within one year stands in it, however long it lasted. */
  const began = E.start_latest[e] !== null && new Date(E.start_latest[e] * 864e5).getUTCFullYear() === year;
  if (end.getUTCFullYear() !== year) return began ? `${year}` : APART;
  return at.getUTCMonth() === end.getUTCMonth() ? `${MONTHS[at.getUTCMonth()]} ${year}` : `${year}`;
}

/* The first row that lies at or below a height of the list. */
function rowAt(height) {
  let low = 0, high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tops[middle + 1] <= height) low = middle + 1; else high = middle;
  }
  return low;
}

function drawList() {
  const first = Math.max(0, rowAt(list.scrollTop) - 6), last = Math.min(rows.length, rowAt(list.scrollTop + list.clientHeight) + 7);
  filler.replaceChildren(...rows.slice(first, last).map((row, i) => drawRow(row, first + i)));
  const active = document.getElementById(`row-${rows.indexOf(state.event)}`);
  if (active) list.setAttribute("aria-activedescendant", active.id); else list.removeAttribute("aria-activedescendant");
}

function drawRow(row, position) {
  const made = element("div", { className: "row", id: `row-${position}`, role: "option", "aria-selected": `${row === state.event}`,
    "aria-posinset": `${position + 1}`, "aria-setsize": `${rows.length}` });
  made.style.top = `${tops[position]}px`;
  made.style.height = `${tops[position + 1] - tops[position]}px`;
  if (!isEvent(row)) {
    made.className = row.ofDay ? "row section day" : "row section";
    made.setAttribute("aria-disabled", "true");
    made.append(row.words);
    return made;
  }
  made.append(element("span", { className: "date" }, S[E.when[row]]),
    element("span", { className: "what" }, foreign(E.title[row], "span"), element("span", { className: "marks" }, ...marks(row))));
  made.querySelector(".what > span").className = "title";
  if (has(row, ON_TIMELINE) && E.level[row] !== KEY) made.classList.add("below");
  made.title = `${S[E.when[row]]}: ${E.title[row]}`;
  const under = state.more ? 0 : details.get(row)?.length ?? 0;
  if (under) {
    const more = element("span", { className: "unfold", "aria-hidden": "true" },
      `${state.open.has(row) ? "▾" : "▸"} ${under} ${under === 1 ? "detail" : "details"}`);
    more.addEventListener("click", (happening) => { happening.stopPropagation(); unfold(row); });
    made.querySelector(".marks").prepend(more, " ");
  }
  const tick = element("span", { className: "tick-off", "aria-hidden": "true", title: "Pick" }, state.picked.has(row) ? "☑" : "☐");
  tick.addEventListener("click", (happening) => { happening.stopPropagation(); pick(row); });
  made.querySelector(".marks").prepend(tick, " ");
  made.addEventListener("click", () => change("event", { event: row }, "list"));
  return made;
}

const NAMED = 2;
function namesOf(numbers) {
  const names = numbers.slice(0, NAMED).map((s) => S[s]).join(", "), left = numbers.length - NAMED;
  return left > 0 ? `${names} and ${left} more` : names;
}

/* What a reader must know at once: who says so, whether someone denies it, where, how many sources. */
function marks(e) {
  const found = [];
  if (!has(e, ON_TIMELINE)) found.push(`excluded: ${S[E.reason[e]]}`);
  if (state.picked.has(e)) found.push("picked");
  if (has(e, CONTESTED)) found.push(element("span", { className: "contested" }, "disputed"));
  if (E.speakers[e].length) found.push(element("span", { className: "reported" }, "attributed to ", foreign(namesOf(E.speakers[e]))));
  if (E.place[e]) found.push(foreign(S[E.place[e]]));
  found.push(S[E.type[e]].replaceAll("_", " "), `${E.sources[e]} ${E.sources[e] === 1 ? "source" : "sources"}`);
  return found.flatMap((mark, i) => (i ? [" · ", mark] : [mark]));
}

/* Show the details of a key event under it, or put them away. */
function unfold(e) {
  if (!details.has(e)) return;
  if (!state.open.delete(e)) state.open.add(e);
  arrange();
  drawList();
}

function bring(event, towards = "nearest") {
  const position = rows.indexOf(event);
  if (position < 0) return;
  const top = tops[position], height = tops[position + 1] - top;
  if (towards === "start") list.scrollTop = top;
  else if (top < list.scrollTop || top + height > list.scrollTop + list.clientHeight) list.scrollTop = top - list.clientHeight / 3;
}

/* The axis moved: the list goes to the first event that it shows. */
function follow() {
  const first = rows.find((e) => isEvent(e) && has(e, DATED) && (E.start_earliest[e] ?? E.start_latest[e] ?? E.end_latest[e]) >= view[0]);
  if (first !== undefined) bring(first, "start");
  for (let above = rows.indexOf(first) - 1; above >= 0 && !isEvent(rows[above]); above--) list.scrollTop -= HEADING;
}

/* The days of the rows in sight, marked on the axis. */
function inSight() {
  const visible = rows.slice(rowAt(list.scrollTop), rowAt(list.scrollTop + list.clientHeight) + 1)
    .filter((e) => isEvent(e) && has(e, DATED));
  const days = visible.flatMap((e) => [E.start_earliest[e] ?? E.start_latest[e], E.start_latest[e] ?? E.start_earliest[e]]).filter((day) => day !== null);
  listed = days.length ? [Math.min(...days), Math.max(...days)] : null;
}

let waiting = false;
list.addEventListener("scroll", () => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => { waiting = false; drawList(); inSight(); drawAxis(); });
});
list.addEventListener("keydown", (happening) => {
  const events = rows.filter(isEvent), at = events.indexOf(state.event);
  const page = Math.max(1, Math.floor(list.clientHeight / tall()) - 1);
  const to = { ArrowDown: at + 1, ArrowUp: Math.max(0, at - 1), Home: 0, End: events.length - 1, PageDown: at + page, PageUp: at - page }[happening.key];
  if (happening.key === " " && state.event !== null) { unfold(state.event); happening.preventDefault(); }
  if (happening.key === "p" && state.event !== null && !happening.ctrlKey && !happening.metaKey) { pick(state.event); happening.preventDefault(); }
  if (happening.key === "Enter" && state.event !== null) { document.getElementById("detail").focus(); happening.preventDefault(); }
  if (to === undefined || !events.length) return;
  happening.preventDefault();
  change("event", { event: events[Math.min(events.length - 1, Math.max(0, to))] }, "keys");
});

/* On paper there is no scrolling: everything that the filters show, line by line, with its sentences where they are asked for. */
const paper = document.getElementById("paper");
addEventListener("beforeprint", () => {
  document.getElementById("print-list").replaceChildren(...rows.map((row) => (isEvent(row) ? printed(row)
    : element("li", {}, element("strong", {}, row.words)))));
});

function printed(e) {
  const line = element("li", {}, `${S[E.when[e]]}: `, foreign(E.title[e]), " (", ...marks(e), ")");
  if (paper.checked) for (let m = E.mentions[e]; m < E.mentions[e + 1]; m++) line.append(quote(m));
  return line;
}
