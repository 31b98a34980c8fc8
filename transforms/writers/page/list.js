/* The list beside the axis: only the rows in sight are in the document, so that 50,000 events scroll as lightly as fifty. */

const list = document.getElementById("list");
const filler = element("div", { className: "filler", role: "presentation" });
list.append(filler);
const ROW = 62, NARROW_ROW = 84;
const SECTIONS = { before: "No date told: known only from when it was reported, or from what happened before or after", undated: "Nothing known of when" };
let rows = [];
const known = (e) => E.start_earliest[e] !== null || E.start_latest[e] !== null || E.end_earliest[e] !== null || E.end_latest[e] !== null;
const tall = () => (narrow.matches ? NARROW_ROW : ROW);

function arrange() {
  const dated = [], before = [SECTIONS.before], undated = [SECTIONS.undated];
  for (const e of shown) (E.flags[e] & DATED ? dated : known(e) ? before : undated).push(e);
  rows = dated.concat(before.length > 1 ? before : [], undated.length > 1 ? undated : []);
  filler.style.height = `${rows.length * tall()}px`;
}

function drawList() {
  const height = tall(), first = Math.max(0, Math.floor(list.scrollTop / height) - 6);
  const last = Math.min(rows.length, first + Math.ceil(list.clientHeight / height) + 12);
  filler.replaceChildren(...rows.slice(first, last).map((row, i) => drawRow(row, first + i, height)));
  const active = document.getElementById(`row-${rows.indexOf(state.event)}`);
  if (active) list.setAttribute("aria-activedescendant", active.id); else list.removeAttribute("aria-activedescendant");
}

function drawRow(row, position, height) {
  const made = element("div", { className: "row", id: `row-${position}`, role: "option", "aria-selected": `${row === state.event}`,
    "aria-posinset": `${position + 1}`, "aria-setsize": `${rows.length}` });
  made.style.top = `${position * height}px`;
  made.style.height = `${height}px`;
  if (typeof row === "string") {
    made.className = "row section";
    made.setAttribute("aria-disabled", "true");
    made.append(row);
    return made;
  }
  made.append(element("span", { className: "date" }, S[E.when[row]]),
    element("span", { className: "what" }, foreign(E.title[row], "span"), element("span", { className: "marks" }, ...marks(row))));
  made.querySelector(".what > span").className = "title";
  made.title = `${S[E.when[row]]}: ${E.title[row]}`;
  made.addEventListener("click", () => change("event", { event: row }, "list"));
  return made;
}

/* What a reader must know at once: who says so, whether someone denies it, where, how many sources. */
function marks(e) {
  const found = [];
  if (!has(e, ON_TIMELINE)) found.push(`left out: ${S[E.reason[e]]}`);
  if (has(e, CONTESTED)) found.push(element("span", { className: "contested" }, "contested"));
  if (E.speakers[e].length) found.push(element("span", { className: "reported" }, "reported by ", foreign(E.speakers[e].map((s) => S[s]).join(", "))));
  if (E.place[e]) found.push(foreign(S[E.place[e]]));
  found.push(S[E.type[e]].replaceAll("_", " "), `${E.sources[e]} ${E.sources[e] === 1 ? "source" : "sources"}`);
  return found.flatMap((mark, i) => (i ? [" · ", mark] : [mark]));
}

function bring(event, towards = "nearest") {
  const position = rows.indexOf(event), height = tall(), top = position * height;
  if (position < 0) return;
  if (towards === "start") list.scrollTop = top;
  else if (top < list.scrollTop || top + height > list.scrollTop + list.clientHeight) list.scrollTop = top - list.clientHeight / 3;
}

/* The axis moved: the list goes to the first event that it shows. */
function follow() {
  const first = rows.find((e) => typeof e === "number" && has(e, DATED) && (E.start_earliest[e] ?? E.start_latest[e] ?? E.end_latest[e]) >= view[0]);
  if (first !== undefined) bring(first, "start");
}

/* The days of the rows in sight, marked on the axis. */
function inSight() {
  const height = tall(), visible = rows.slice(Math.floor(list.scrollTop / height), Math.ceil((list.scrollTop + list.clientHeight) / height))
    .filter((e) => typeof e === "number" && has(e, DATED));
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
  const events = rows.filter((row) => typeof row === "number"), at = events.indexOf(state.event);
  const page = Math.max(1, Math.floor(list.clientHeight / tall()) - 1);
  const to = { ArrowDown: at + 1, ArrowUp: Math.max(0, at - 1), Home: 0, End: events.length - 1, PageDown: at + page, PageUp: at - page }[happening.key];
  if (happening.key === "Enter" && state.event !== null) { document.getElementById("detail").focus(); happening.preventDefault(); }
  if (to === undefined || !events.length) return;
  happening.preventDefault();
  change("event", { event: events[Math.min(events.length - 1, Math.max(0, to))] }, "keys");
});

/* On paper there is no scrolling: everything that the filters show, line by line. */
addEventListener("beforeprint", () => {
  document.getElementById("print-list").replaceChildren(...rows.map((row) => element("li", {}, ...(typeof row === "string" ? [element("strong", {}, row)]
    : [`${S[E.when[row]]}: `, foreign(E.title[row]), " (", ...marks(row), ")"]))));
});
