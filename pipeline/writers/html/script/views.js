// One view at a time: which one an address asks for, how it is shown, and where the focus goes.

/** The step of the link that was followed last, so that the step it led to can lead back. */
let followedFrom = "";
/** Whether a link of the page asks for the next view; else it is the browser's back button or its address bar. */
let isByLink = false;
/** By which link or field one left a view: who comes back goes on from there. */
const leftBy = new Map();
let shownView = null;
let shownStep = null;

/** What stands after # in the address bar, as text. A malformed escape is taken as it stands. */
function address() {
  const raw = location.hash.slice(1);
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

/** What an address asks for: a view, perhaps a step in it, a stop of a case, or a place to go to. */
function asked(name) {
  const named = steps.get(name) || steps.get(renamed.get(name));
  if (named) return { view: viewOf(named), step: named, notice: renamed.has(name) ? name : "" };
  const stop = stopOf(name);
  if (stop) return { view: viewOf(stop.step), step: stop.step, stop };
  // What a drawing calls its parts is no address: those names hang on how it was drawn.
  const found = name ? document.getElementById(name) : null;
  const place = found && !found.closest("svg") ? found : null;
  const article = place && place.closest("article.step");
  if (article) return { ...asked(article.id), within: place };
  const view = place && place.closest("[data-view]");
  if (view && view.id !== "saknas") return { view, place: place === view ? null : place };
  return { view: document.getElementById(name ? "saknas" : "start"), missing: name };
}

function viewOf(step) {
  return actors.get(step.actor).view;
}

/** Shows what the address asks for. `isFirst`: the page has just been opened, and nobody has lost their place. */
function route(isFirst) {
  const name = address();
  const from = steps.get(followedFrom);
  followedFrom = "";
  const byLink = isByLink;
  isByLink = false;
  // The link past the head of the page leads to what is shown, whatever that is.
  if (name === "innehall" && shownView) return;
  const goal = { ...asked(name === "innehall" ? "" : name), left: shownStep, byLink };
  if (goal.missing) tellMissing(goal.missing);
  showView(goal.view);
  showStep(goal.step || null, goal.notice || "");
  tellWay(goal.step || null, goal.stop || null, from);
  if (goal.view.dataset.actor) showActor(goal);
  document.title = `${headingOf(goal).textContent.trim()} \u2013 ${programme}`;
  if (!isFirst) goTo(goal);
  else if (name) afterLoading(() => goTo(goal));
}

/** A browser goes to the place itself once the page is loaded, and takes the focus with it; this comes after that. */
function afterLoading(then) {
  if (document.readyState === "complete") then();
  else addEventListener("load", () => setTimeout(then, 0), { once: true });
}

function showView(view) {
  if (shownView !== view) {
    if (shownView) shownView.classList.remove("shown");
    view.classList.add("shown");
    shownView = view;
  }
  for (const link of document.querySelectorAll(".parts a")) {
    mark(link, "aria-current", link.hash === `#${view.id}`, "page");
  }
  openMenu(false);
}

/** Shows the article of one step, or of none, and marks its box and its row. */
function showStep(step, notice) {
  if (shownStep && shownStep !== step) markStep(shownStep, false);
  for (const said of document.querySelectorAll(".former.shown")) said.classList.remove("shown");
  if (step) markStep(step, true);
  if (notice) document.getElementById(notice).classList.add("shown");
  shownStep = step;
}

function markStep(step, isChosen) {
  step.article.classList.toggle("shown", isChosen);
  viewOf(step).classList.toggle("has-step", isChosen);
  step.row.classList.toggle("chosen", isChosen);
  mark(step.row.querySelector(".title"), "aria-current", isChosen, "true");
  if (step.box) {
    ring(step.box, isChosen);
    step.box.classList.toggle("chosen", isChosen);
    mark(step.box, "aria-current", isChosen, "true");
  }
}

/** A path along the outline of a box, below it: the style sheet makes it the ring of the chosen one. */
function ring(box, isChosen) {
  for (const old of box.querySelectorAll(".ring")) old.remove();
  if (!isChosen) return;
  const drawn = box.querySelector("path").cloneNode(false);
  drawn.setAttribute("class", "ring");
  box.prepend(drawn);
}

/** Above the article: whom one follows, or the way back to the step of another actor that one came from. */
function tellWay(step, stop, from) {
  for (const old of document.querySelectorAll("article.step > .following, article.step > .back")) old.remove();
  if (stop) step.article.prepend(banner(stop));
  else if (step && from && from.actor !== step.actor) step.article.prepend(wayBack(from));
}

function wayBack(from) {
  const line = copyOf("t-back");
  const link = line.querySelector("a");
  leadTo(link, from.anchor);
  link.textContent = filled(words.back_from, { step: from.title });
  return line;
}

/** An actor's view: the list where the address is a place in it, the phase that the address names, the filters. */
function showActor(goal) {
  goal.view.classList.toggle("as-support", Boolean(goal.place) && goal.place.matches(".articles"));
  const phase = goal.place && goal.place.matches(".phase") ? goal.place.dataset.phase : "";
  if (phase) only(phase);
  if (goal.place && goal.place.closest(".steps")) showAs("list");
  if (goal.place && goal.place.closest(".map")) showAs("map");
  applyFilter(goal.view.dataset.actor);
}

function headingOf(goal) {
  if (goal.step) return goal.step.article.querySelector("h3");
  const within = goal.place && goal.place.querySelector("h3, h4");
  return within || goal.view.querySelector("h2");
}

/** Brings the place into sight and the focus to its heading, so that a screen reader goes on reading there. */
function goTo(goal) {
  const before = placeBefore(goal);
  if (before) {
    focusOn(before);
    return;
  }
  const place = goal.within || (goal.step ? goal.step.article : goal.place);
  const named = goal.within || goal.place;
  const heading = named ? named.querySelector("h3, h4") || named : headingOf(goal);
  // Not on fields and links, which Tab would then pass over.
  if (heading.tabIndex < 0) heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  if (place) place.scrollIntoView({ behavior: "instant", block: "start" });
  else scrollTo({ top: 0, behavior: "instant" });
}

/** Where one was in a view before: one goes on from there, not from the top. Null for who was not, or chose it anew. */
function placeBefore({ view, step, place, left, byLink }) {
  if (step || place) return null;
  if (left && view === viewOf(left) && fits(left)) {
    return mode === "map" && left.box ? left.box : left.row.querySelector(".title");
  }
  const link = byLink ? null : leftBy.get(view);
  const isShown = link && link.getClientRects().length > 0;
  return isShown ? link : null;
}

function focusOn(element) {
  element.focus({ preventScroll: true });
  element.scrollIntoView({ behavior: "instant", block: "center", inline: "center" });
}

/** Sets what a status line says. A screen reader says it aloud at every change, so the same again is no change. */
function tell(line, text) {
  if (line.textContent !== text) line.textContent = text;
}

/** An attribute that is there with a value, or not at all. */
function mark(element, name, isOn, value) {
  if (isOn) element.setAttribute(name, value);
  else element.removeAttribute(name);
}

// --- An address that is not on the page.

const LONGEST_SHOWN = 60;

function tellMissing(name) {
  const view = document.getElementById("saknas");
  const shown = name.length > LONGEST_SHOWN ? `${name.slice(0, LONGEST_SHOWN)}\u2026` : name;
  view.querySelector(".missing-text").textContent = filled(words.missing_text, { anchor: shown });
  const nearest = nearestStep(name.slice(0, LONGEST_SHOWN).toLowerCase());
  const line = view.querySelector(".missing-nearest");
  line.hidden = !nearest;
  if (!nearest) return;
  const link = line.querySelector("a");
  leadTo(link, nearest.anchor);
  link.textContent = nearest.title;
}

/** The step whose address, or a former one, is most like a name; most of all where they begin alike, as ids do. */
function nearestStep(name) {
  let best = null;
  let least = Infinity;
  for (const known of [...steps.keys(), ...renamed.keys()]) {
    const found = distance(name, known) - alike(name, known);
    if (found < least) [least, best] = [found, known];
  }
  return best && (steps.get(best) || steps.get(renamed.get(best)));
}

/** With how many of the same letters two texts begin. */
function alike(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

/** How many letters to insert, remove or exchange to make one text of the other (Levenshtein 1966). */
function distance(one, other) {
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const exchanged = above[at - 1] + (one[row - 1] === other[at - 1] ? 0 : 1);
      line.push(Math.min(exchanged, above[at] + 1, line[at - 1] + 1));
    }
    above = line;
  }
  return above[other.length];
}
