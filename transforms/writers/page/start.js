/* Ties the parts together. */

const field = (id) => document.getElementById(id);

/* Turn on the switch that an event is hidden behind. */
function admit(e) {
  if (!has(e, ON_TIMELINE)) state.all = true;
  else if (E.level[e] !== KEY) state.more = true;
  if (!has(e, DATED)) state.undated = true;
  fillForm();
}

/* What the story is: its period, how many articles of how many outlets tell it, and its most important lines. */
function drawStory() {
  const days = keyDated.flatMap((e) => [E.start_earliest[e] ?? E.start_latest[e]]).filter((day) => day !== null).sort((a, b) => a - b);
  /* Of background from long before the first article the period says nothing. */
  const from = D.published_first === null ? -Infinity : D.published_first - 31, to = D.published_last === null ? Infinity : D.published_last + 1;
  const within = days.filter((day) => day >= from && day <= to);
  const ends = within.length ? [dayWords(within[0]), dayWords(within.at(-1))] : [];
  const sources = `${D.articles.toLocaleString("en")} ${D.articles === 1 ? "article" : "articles"}` + (D.sites ? ` of ${D.sites.toLocaleString("en")} ${D.sites === 1 ? "outlet" : "outlets"}` : "");
  field("about").textContent = ends.length ? `${ends[0]}${ends[1] === ends[0] ? "" : ` – ${ends[1]}`} · ${sources}` : sources;
  field("main-lines").replaceChildren(...mainLines().map((e) => {
    const link = element("a", { href: `#event=${E.id[e]}` }, foreign(E.title[e]));
    link.addEventListener("click", (happening) => { happening.preventDefault(); change("event", { event: e }, "story"); });
    return element("li", {}, has(e, DATED) ? element("span", { className: "date" }, `${S[E.when[e]]}: `) : "", link);
  }));
}

/* The three most important lines, of different kinds, so that they say three things.  What is apart from the story, or has
   no date, says what it is about only where too little else does. */
function mainLines() {
  const rank = (e) => (groupOf(e) === "story" ? 0 : has(e, DATED) ? 2 : 1);
  const best = keyRows.toSorted((a, b) => rank(a) - rank(b) || E.importance[b] - E.importance[a] || a - b);
  const kinds = new Set(), first = best.filter((e) => rank(e) === rank(best[0]) && kinds.size < 3 && !kinds.has(E.type[e]) && kinds.add(E.type[e]));
  return [...new Set([...first, ...best])].slice(0, 3).sort((a, b) => a - b);
}

function refresh() {
  applyFilters();
  summary();
  drawFacets();
  arrange();
  fit();
  drawChart();
  drawMap();
}

listeners.push((what, from) => {
  if (what === "filter") {
    refresh();
    view = state.view ?? [...home];
    fitHeight();
    list.scrollTop = 0;
  }
  if (what === "pick") {
    if (!state.picked.size) state.only = false;
    if (state.only !== field("only").checked || state.only) refresh();
    fillForm();
    drawDetail();
  }
  if (what === "view" && from === "axis") follow();
  if (what === "event") {
    if (state.event !== null && !shown.includes(state.event)) { admit(state.event); refresh(); }
    drawDetail();
    /* The opened event takes room from the list, whose titles then need other heights. */
    const narrower = list.clientWidth !== measured;
    if (narrower) measure();
    if (state.event !== null && (narrower || from !== "list")) bring(state.event);
    if (from === "axis" && state.event !== null) panel.focus({ preventScroll: true });
  }
  drawList();
  inSight();
  drawAxis();
  drawSnippet();
});

function fillForm() {
  field("search").value = state.text;
  field("from").value = state.from;
  field("to").value = state.to;
  field("more").checked = state.more;
  field("undated").checked = state.undated;
  field("all").checked = state.all;
  field("only").checked = state.only;
  drawPicks();
}

field("search").addEventListener("input", () => change("filter", { text: field("search").value }));
for (const id of ["from", "to"]) field(id).addEventListener("input", () => { if (!field(id).value || period(field(id).value)) change("filter", { [id]: field(id).value.trim(), view: null }); });
for (const id of ["more", "undated", "all", "only"]) field(id).addEventListener("change", () => change("filter", { [id]: field(id).checked }));
field("search-form").addEventListener("submit", (happening) => happening.preventDefault());
field("reset").addEventListener("click", () => {
  for (const facet of FACETS) state.chosen[facet.key].clear();
  change("filter", { text: "", from: "", to: "", more: false, undated: undatedAtFirst, all: false, only: false, view: null });
  fillForm();
});
document.querySelector(".skip").addEventListener("click", (happening) => { happening.preventDefault(); list.focus(); });

/* An event that is not here may stand on another page: the list of stories knows which, and asks only once. */
function lookElsewhere() {
  const parts = new URLSearchParams(location.hash.slice(1));
  if (parts.get("sought") === "yes") return false;
  location.replace(`${D.index}#${new URLSearchParams([["event", state.missing], ...(embedded ? [["embed", "yes"]] : [])])}`);
  return true;
}

function start() {
  if (/[#&](?:q|event|pick)=/.test(location.hash) && whenComplete(start)) return;
  readAddress();
  if (state.missing !== null && D.index && lookElsewhere()) return;
  fillForm();
  /* A link to an event shows that event, whatever the filters say. */
  if (state.event !== null) admit(state.event);
  drawStory();
  refresh();
  view = state.view ?? [...home];
  fitHeight();
  drawDetail();
  drawList();
  if (state.event !== null) bring(state.event, "start");
  else if (state.view) follow();
  drawList();
  inSight();
  drawAxis();
  document.documentElement.dataset.ready = "yes";
}

addEventListener("hashchange", start);
addEventListener("resize", () => { measure(); fitHeight(); drawList(); drawAxis(); });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAxis);
start();
/* The words of every event are folded while nobody waits, so that the first letter typed finds at once. */
function prepare(event) {
  const until = performance.now() + 12;
  while (event < N && performance.now() < until) haystack(event++);
  if (event < N) setTimeout(prepare, 4, event);
}
addEventListener("load", () => setTimeout(prepare, 50, 0));
