/* What is shown: filters, period, chosen event, part of the axis. All of it lives in the address, so that a view can be sent. */

const FACETS = [
  { key: "type", name: "Type", column: E.type, words: (type) => type.replaceAll("_", " ") },
  { key: "actor", name: "Actor", column: E.actors },
  { key: "place", name: "Place", column: E.place, none: "no place named" },
  { key: "site", name: "Outlet", column: E.sites },
  { key: "speaker", name: "Who says so", column: E.speakers, none: "the article itself", whereEmpty: [0] },
  { key: "modality", name: "Told as", column: E.modality, words: (modality) => TOLD_AS[modality] },
  { key: "precision", name: "Precision", column: E.precision },
];
const stringNumber = new Map(S.map((text, number) => [text, number]));

const state = {
  text: "", from: "", to: "", more: false, undated: false, all: false, only: false, event: null, missing: null, view: null,
  open: new Set(), picked: new Set(),
  chosen: Object.fromEntries(FACETS.map((facet) => [facet.key, new Set()])),
};
const listeners = [];
/* Undated events are a switch, off at first, unless hardly anything has a date. */
const keyRows = [...E.id.keys()].filter((e) => E.level[e] === KEY && has(e, ON_TIMELINE)), keyDated = keyRows.filter((e) => has(e, DATED));
const undatedAtFirst = keyDated.length < 3 || keyDated.length < keyRows.length / 3;
const embedded = new URLSearchParams(location.hash.slice(1)).get("embed") === "yes";
if (embedded) document.documentElement.dataset.embed = "yes";

/* Whether something must wait for the rest of the document; if so it is done then. */
function whenComplete(act) {
  if (document.readyState !== "loading") return false;
  addEventListener("DOMContentLoaded", act, { once: true });
  return true;
}

/* Change something and tell every part of the page: `what` is "filter", "event", "pick" or "view". */
function change(what, values = {}, from = null) {
  if (what !== "view" && whenComplete(() => change(what, values, from))) return;
  /* Opening another event is a step of the browser's history, so that Back closes it; moving on with the keys is not. */
  const step = what === "event" && values.event !== undefined && values.event !== null && state.event === null;
  if (step) { writeNow(); history.pushState(null, "", location.href); }
  Object.assign(state, values);
  if (what === "event") { state.missing = null; writeNow(); } else writeAddress();
  for (const listener of listeners) listener(what, from);
}

let pending = 0;
function writeAddress() {
  clearTimeout(pending);
  pending = setTimeout(writeNow, 120);
}

function writeNow() {
  clearTimeout(pending);
  const parts = new URLSearchParams();
  if (state.text) parts.set("q", state.text);
  if (state.from) parts.set("from", state.from);
  if (state.to) parts.set("to", state.to);
  if (embedded) parts.set("embed", "yes");
  if (state.more) parts.set("more", "yes");
  if (state.undated !== undatedAtFirst) parts.set("undated", state.undated ? "yes" : "no");
  if (state.all) parts.set("all", "yes");
  if (state.picked.size) parts.set("pick", [...state.picked].sort((a, b) => a - b).map((e) => E.id[e]).join("."));
  if (state.only) parts.set("only", "yes");
  for (const facet of FACETS) for (const number of state.chosen[facet.key]) parts.append(facet.key, S[number] ?? "");
  if (state.view) parts.set("view", state.view.map((day) => day.toFixed(1)).join("_"));
  if (state.event !== null) parts.set("event", E.id[state.event]);
  history.replaceState(null, "", "#" + parts.toString());
}

/* The event of an id, or the one that an event of that id was joined to since; null where there is none. */
function eventOf(id) {
  if (!id) return null;
  const event = E.id.indexOf(id);
  return event >= 0 ? event : evidence().aliases[id] ?? null;
}

function readAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  state.text = parts.get("q") ?? "";
  state.from = parts.get("from") ?? "";
  state.to = parts.get("to") ?? "";
  state.more = parts.get("more") === "yes";
  state.undated = parts.has("undated") ? parts.get("undated") === "yes" : undatedAtFirst;
  state.all = parts.get("all") === "yes";
  state.picked = new Set((parts.get("pick") ?? "").split(".").map(eventOf).filter((e) => e !== null));
  state.only = parts.get("only") === "yes" && state.picked.size > 0;
  for (const facet of FACETS) {
    state.chosen[facet.key] = new Set(parts.getAll(facet.key).map((text) => stringNumber.get(text || null)).filter((n) => n !== undefined));
  }
  const view = (parts.get("view") ?? "").split("_").map(Number);
  state.view = view.length === 2 && view[0] < view[1] ? view : null;
  const wanted = parts.get("event");
  state.event = eventOf(wanted);
  state.missing = wanted && state.event === null ? wanted : null;
}
