/* Ties the parts together. */

const field = (id) => document.getElementById(id);

function refresh() {
  applyFilters();
  summary();
  drawFacets();
  arrange();
  fit();
}

listeners.push((what, from) => {
  if (what === "filter") {
    refresh();
    view = state.view ?? [...home];
    list.scrollTop = 0;
    if (home !== whole) follow();
  }
  if (what === "view" && from === "axis") follow();
  if (what === "event") {
    if (state.event !== null && from !== "list") bring(state.event);
    drawDetail();
    if (from === "axis" && state.event !== null) panel.focus({ preventScroll: true });
  }
  drawList();
  inSight();
  drawAxis();
});

function fillForm() {
  field("search").value = state.text;
  field("from").value = state.from;
  field("to").value = state.to;
  field("undated").checked = state.undated;
  field("all").checked = state.all;
}

field("search").addEventListener("input", () => change("filter", { text: field("search").value }));
for (const id of ["from", "to"]) field(id).addEventListener("input", () => { if (!field(id).value || period(field(id).value)) change("filter", { [id]: field(id).value.trim(), view: null }); });
for (const id of ["undated", "all"]) field(id).addEventListener("change", () => change("filter", { [id]: field(id).checked }));
field("search-form").addEventListener("submit", (happening) => happening.preventDefault());
field("reset").addEventListener("click", () => {
  for (const facet of FACETS) state.chosen[facet.key].clear();
  change("filter", { text: "", from: "", to: "", undated: true, all: false, view: null });
  fillForm();
});
document.querySelector(".skip").addEventListener("click", (happening) => { happening.preventDefault(); list.focus(); });

function start() {
  readAddress();
  if ((state.text || state.event !== null) && whenComplete(start)) return;
  fillForm();
  /* A link to an event shows that event, whatever the filters say. */
  if (state.event !== null && !has(state.event, ON_TIMELINE)) { state.all = true; fillForm(); }
  refresh();
  view = state.view ?? [...home];
  drawDetail();
  drawList();
  if (state.event !== null) bring(state.event, "start");
  else if (state.view || home !== whole) follow();
  drawList();
  inSight();
  drawAxis();
  document.documentElement.dataset.ready = "yes";
}

addEventListener("hashchange", start);
addEventListener("resize", () => { arrange(); drawList(); drawAxis(); });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAxis);
start();
/* The words of every event are folded while nobody waits, so that the first letter typed finds at once. */
function prepare(event) {
  const until = performance.now() + 12;
  while (event < N && performance.now() < until) haystack(event++);
  if (event < N) setTimeout(prepare, 4, event);
}
addEventListener("load", () => setTimeout(prepare, 50, 0));
