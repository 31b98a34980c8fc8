/* One event in full: who tells of it in which words, why it has its date, why its mentions were joined. */

const panel = document.getElementById("detail");
const evidenceOf = byEvent("evidence"), joinsOf = byEvent("joins"), figuresOf = byEvent("figures"), conflictsOf = byEvent("conflicts"), decisionsOf = byEvent("decisions");
const EDGES = ["begins no earlier", "begins no later", "ends no earlier", "ends no later"];

function drawDetail() {
  const e = state.event;
  panel.hidden = e === null && state.missing === null;
  if (e === null) {
    panel.replaceChildren(...(state.missing === null ? [] : [element("p", {}, "There is no such event in this timeline: ", element("code", {}, state.missing),
      ". It may have been forgotten, or it stands in an earlier version.")]));
    return;
  }
  const close = element("button", { type: "button" }, "Close");
  close.addEventListener("click", () => { change("event", { event: null }, "detail"); list.focus(); });
  const link = element("a", { href: `#event=${E.id[e]}` }, "link to this event");
  panel.replaceChildren(...[
    element("div", { className: "top" }, element("h2", {}, foreign(E.title[e])), close),
    element("p", { className: "when" }, S[E.when[e]], " ", element("code", {}, S[E.edtf[e]] ?? "")),
    element("p", {}, ...marks(e)),
    element("p", {}, link, " ", element("code", {}, E.id[e]), " ", copyButton(e), " ", pickButton(e)),
    underIt(e),
    decided(e), figuresBeside(e), quotes(e), whyDate(e), conflictList(e), whyJoined(e),
  ].filter((part) => part !== null));
}

/* The row as a line of text with its sources, to paste into a document. */
function asText(e) {
  return `${S[E.when[e]]}: ${E.title[e]} (${sourcesOf(e).join("; ")})`;
}

function pickButton(e) {
  const button = element("button", { type: "button", "aria-pressed": `${state.picked.has(e)}` }, state.picked.has(e) ? "Picked" : "Pick");
  button.addEventListener("click", () => { pick(e); panel.querySelector("[aria-pressed]")?.focus(); });
  return button;
}

function copyButton(e) {
  const button = element("button", { type: "button" }, "Copy as text");
  button.addEventListener("click", async () => {
    try { await navigator.clipboard.writeText(asText(e)); button.textContent = "Copied"; } catch { button.replaceWith(element("textarea", { readOnly: true, rows: 4, "aria-label": "The event as text" }, asText(e))); }
  });
  return button;
}

/* The steps, consequences and sayings of a key event; for one of these, the event that it belongs to. */
function underIt(e) {
  const parent = E.parent[e], below = details.get(e) ?? [];
  const line = (other) => element("li", {}, `${S[E.when[other]]}: `, element("a", { href: `#event=${E.id[other]}` }, foreign(E.title[other])));
  if (parent >= 0) return element("div", {}, element("h3", {}, "Belongs to"), element("ul", {}, line(parent)));
  return below.length ? element("div", {}, element("h3", {}, "Details"), element("ul", {}, ...below.map(line))) : null;
}

function quotes(e) {
  const box = element("div", {}, element("h3", {}, "Who tells of it"));
  for (let m = E.mentions[e]; m < E.mentions[e + 1]; m++) box.append(quote(m));
  return box;
}

function quote(m) {
  const M = evidence().mentions, [sentence, from, length] = M.place[m], to = from + length;
  const text = M.sentences[sentence], article = evidence().articles[M.article[m]];
  const said = foreign("", "p");
  said.append(text.slice(0, from), element("mark", {}, text.slice(from, to)), text.slice(to));
  const notes = [TOLD_AS[S[M.modality[m]]] ?? S[M.modality[m]]];
  if (M.cue[m]) notes.push(`because of “${S[M.cue[m]]}”`);
  if (M.reason[m]) notes.push(`excluded: ${S[M.reason[m]]}`);
  const cite = element("cite");
  if (article) {
    const name = foreign(article[1] || article[0]);
    cite.append(article[3] ? element("a", { href: article[3], rel: "noopener noreferrer", target: "_blank" }, name) : name,
      article[2] ? " · " : "", foreign(article[2]), " · ", article[4] === null ? "publication date unknown" : dayWords(article[4]));
  }
  const who = M.speaker[m] || M.said[m] ? element("cite", { className: "reported" }, "said by ", foreign(S[M.speaker[m]] ?? "a source not named"), M.said[m] ? ` (“${S[M.said[m]]}”)` : "") : null;
  return element("blockquote", { id: `mention-${m}` }, said, who, cite, element("cite", {}, "told as ", notes.join(", ")), chain(m));
}

/* The expressions of time that date a mention, each with its rule and what it was reckoned from. */
function chain(m) {
  const M = evidence().mentions;
  if (!M.times[m].length) return M.why[m] ? element("cite", {}, `when: ${S[M.why[m]]}`) : null;
  return element("ul", {}, ...M.times[m].map(([t, role, reason]) => element("li", {}, ...timeWords(t), ` gives ${S[role] === "both" ? "begin and end" : S[role]}`, reason ? ` (${S[reason]})` : "")));
}

function timeWords(t) {
  const [text, value, rule, anchor, reason] = evidence().times[t];
  return [foreign(`“${S[text]}”`), " → ", element("code", {}, S[rule]), " → ", element("code", {}, S[value]),
    anchor === null ? "" : `, reckoned from ${dayWords(anchor)}`, reason ? ` (${S[reason]})` : ""];
}

function whyDate(e) {
  const box = element("div", {}, element("h3", {}, "Why this date?"));
  const rowsOf = evidenceOf(e);
  if (!rowsOf.length) { box.append(element("p", {}, "Nothing in the articles tells when it happened, so it is given no date.")); return box; }
  box.append(element("ul", {}, ...rowsOf.map(([day, mention, time, other, ground]) => {
    const [kind, rule, used, bits] = evidence().grounds[ground];
    const edges = EDGES.filter((_, i) => bits & (1 << i));
    const words = bits === 15 ? "lies on" : `${edges.join(", ")} than`;
    const line = [`${words} ${dayWords(day)}: `];
    if (S[kind] === "publication") line.push("the article that tells of it appeared then");
    else if (other >= 0) line.push("from its relation to ", element("a", { href: `#event=${E.id[other]}` }, foreign(E.title[other])));
    else if (time >= 0) line.push(...timeWords(time));
    else line.push(S[kind]);
    if (mention !== null) line.push(" ", element("a", { href: `#mention-${E.mentions[e] + mention}`, className: "to-mention" }, "in this sentence"));
    if (rule) line.push(" ", element("code", {}, S[rule]));
    return element("li", {}, ...(used ? line : [element("del", {}, ...line), " left aside: it contradicts the rest"]));
  })));
  return box;
}

/* Figures for one measure side by side, each with all who gave it. */
function figuresBeside(e) {
  /* A blast and its dead are two events and one piece of news: the figures of its details show in its row. */
  const found = [e, ...details.get(e) ?? []].flatMap(figuresOf);
  if (!found.length) return null;
  const measures = new Map();
  for (const [measure, text, , speaker, site, asOf, group, superseded] of found) {
    const { values, rivals } = measures.get(measure) ?? measures.set(measure, { values: new Map(), rivals: new Set() }).get(measure);
    const key = `${text.toLowerCase()} ${superseded}`;
    if (!values.has(key)) values.set(key, { text, superseded, givers: new Map() });
    values.get(key).givers.set(`${speaker} ${site} ${asOf}`, element("li", {}, foreign(S[speaker] || S[site] || "the article itself"),
      asOf === null ? "" : `, ${dayWords(asOf)}`));
    if (group && !superseded) rivals.add(key);
  }
  return element("div", {}, element("h3", {}, "Figures"), ...[...measures].flatMap(([measure, { values, rivals }]) => [
    element("h4", {}, S[measure].replaceAll("_", " "), rivals.size > 1 ? element("span", { className: "contested" }, " rival figures") : ""),
    element("ul", { className: "figures" }, ...[...values.values()].map(({ text, superseded, givers }) => element("li", {},
      superseded ? element("del", {}, foreign(text)) : foreign(text, "strong"), superseded ? " superseded" : "", element("ul", {}, ...givers.values())))),
  ]));
}

function conflictList(e) {
  const found = conflictsOf(e);
  return found.length ? element("div", {}, element("h3", {}, "What does not fit together"), element("ul", {}, ...found.map(([detail]) => element("li", {}, foreign(S[detail]))))) : null;
}

/* What people decided about the event, those whose decisions are not followed crossed out, and what dateline says itself. */
function decided(e) {
  const found = decisionsOf(e);
  return found.length ? element("div", {}, element("h3", {}, "Decided by people"), element("ul", {}, ...found.map(([words, beside, applied]) =>
    element("li", {}, applied ? foreign(words) : element("del", {}, foreign(words)), element("ul", {}, ...beside.map((line) => element("li", {}, foreign(line)))))))) : null;
}

function whyJoined(e) {
  const found = joinsOf(e);
  if (!found.length) return null;
  const { mentions: M, articles } = evidence(), first = E.mentions[e];
  const words = (m) => { const [sentence, from, length] = M.place[first + m]; return foreign(`“${M.sentences[sentence].slice(from, from + length)}”`); };
  const where = (m) => { const article = articles[M.article[first + m]]; return foreign(article?.[2] || article?.[0] || ""); };
  return element("details", {}, element("summary", {}, "Why these are one event"), element("ul", {}, ...found.map(([a, b, weight, reasons]) => element("li", {},
    words(a), " (", where(a), ") and ", words(b), " (", where(b), `): weight ${weight}, ${reasons.map((reason) => S[reason]).join(", ")}`))));
}

panel.addEventListener("click", (happening) => {
  const link = happening.target.closest("a.to-mention");
  if (!link) return;
  happening.preventDefault();
  document.getElementById(link.getAttribute("href").slice(1))?.scrollIntoView({ block: "center" });
});
panel.addEventListener("keydown", (happening) => {
  if (happening.key === "Escape") { change("event", { event: null }, "detail"); list.focus(); }
});
