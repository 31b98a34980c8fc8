/* What is shown: filters, period, chosen event, part of the axis. All of it lives in the address, so that a view can be sent. */

const FACETS = [
  { key: "type", name: "Type", values: (e) => [E.type[e]] },
  { key: "actor", name: "Actor", values: (e) => E.actors[e] },
  { key: "place", name: "Place", values: (e) => [E.place[e]], none: "no place named" },
  { key: "site", name: "Outlet", values: (e) => E.sites[e], none: "no outlet named" },
  { key: "speaker", name: "Who says so", values: (e) => (E.speakers[e].length ? E.speakers[e] : [0]), none: "the article itself" },
  { key: "modality", name: "Told as", values: (e) => [E.modality[e]] },
  { key: "precision", name: "Precision", values: (e) => [E.precision[e]] },
];
const stringNumber = new Map(S.map((text, number) => [text, number]));

const state = {
  text: "", from: "", to: "", undated: true, all: false, event: null, view: null,
  chosen: Object.fromEntries(FACETS.map((facet) => [facet.key, new Set()])),
};
const listeners = [];

/* Change something and tell every part of the page: `what` is "filter", "event" or "view". */
function change(what, values = {}, from = null) {
  Object.assign(state, values);
  writeAddress();
  for (const listener of listeners) listener(what, from);
}

let pending = 0;
function writeAddress() {
  clearTimeout(pending);
  pending = setTimeout(() => {
    const parts = new URLSearchParams();
    if (state.text) parts.set("q", state.text);
    if (state.from) parts.set("from", state.from);
    if (state.to) parts.set("to", state.to);
    if (!state.undated) parts.set("undated", "no");
    if (state.all) parts.set("all", "yes");
    for (const facet of FACETS) for (const number of state.chosen[facet.key]) parts.append(facet.key, S[number] ?? "");
    if (state.view) parts.set("view", state.view.map((day) => day.toFixed(1)).join("_"));
    if (state.event !== null) parts.set("event", E.id[state.event]);
    history.replaceState(null, "", "#" + parts.toString());
  }, 120);
}

function readAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  state.text = parts.get("q") ?? "";
  state.from = parts.get("from") ?? "";
  state.to = parts.get("to") ?? "";
  state.undated = parts.get("undated") !== "no";
  state.all = parts.get("all") === "yes";
  for (const facet of FACETS) {
    state.chosen[facet.key] = new Set(parts.getAll(facet.key).map((text) => stringNumber.get(text || null)).filter((n) => n !== undefined));
  }
  const view = (parts.get("view") ?? "").split("_").map(Number);
  state.view = view.length === 2 && view[0] < view[1] ? view : null;
  const event = parts.get("event") ? E.id.indexOf(parts.get("event")) : -1;
  state.event = event >= 0 ? event : null;
}
