// Which steps of an actor are shown: by phase and by shape, on the map and in the list; and map or list.

const chosenPhases = new Set();
const chosenShapes = new Set();
const narrow = matchMedia("(max-width: 899.98px)");
let mode = narrow.matches ? "list" : "map";
let isModeChosen = false;

/** Shows every actor as a map or as a list. */
function showAs(wanted) {
  mode = wanted;
  for (const { view } of actors.values()) {
    view.classList.toggle("as-map", mode === "map");
    view.classList.toggle("as-list", mode === "list");
    view.querySelector(".show-map").setAttribute("aria-pressed", String(mode === "map"));
    view.querySelector(".show-list").setAttribute("aria-pressed", String(mode === "list"));
  }
}

/** One phase and no other, whatever was chosen before. */
function only(phase) {
  chosenPhases.clear();
  chosenPhases.add(phase);
}

function toggled(chosen, value) {
  if (!chosen.delete(value)) chosen.add(value);
}

function fits(step) {
  const inPhase = !chosenPhases.size || chosenPhases.has(step.phase);
  return inPhase && (!chosenShapes.size || chosenShapes.has(step.shape));
}

/** Hides the rows and dims the boxes that do not fit, and says how many do. */
function applyFilter(actor) {
  const { view, steps: own } = actors.get(actor);
  let shown = 0;
  for (const step of own) {
    const isShown = fits(step);
    shown += isShown ? 1 : 0;
    step.row.hidden = !isShown;
    if (step.box) step.box.classList.toggle("dim", !isShown);
  }
  for (const phase of view.querySelectorAll(".phase")) {
    const rows = [...phase.querySelectorAll(".row")];
    phase.hidden = isFiltered() && rows.every((row) => row.hidden);
  }
  markControls(view);
  view.querySelector(".unfilter").hidden = !isFiltered();
  const gaps = { shown, total: own.length, what: chosenNames(view).join(", ") };
  tell(view.querySelector(".filtered"), isFiltered() ? filled(words.filtered, gaps) : "");
}

function isFiltered() {
  return chosenPhases.size + chosenShapes.size > 0;
}

function markControls(view) {
  for (const link of view.querySelectorAll("a[data-phase]")) {
    mark(link, "aria-current", chosenPhases.has(link.dataset.phase), "true");
  }
  for (const item of view.querySelectorAll(".shapes [data-shape]")) {
    item.querySelector("button").setAttribute("aria-pressed", String(chosenShapes.has(item.dataset.shape)));
  }
}

/** What was chosen, as the page names it. */
function chosenNames(view) {
  const phases = [...view.querySelectorAll(".arrow.small a[data-phase]")].filter((link) =>
    chosenPhases.has(link.dataset.phase),
  );
  const shapes = [...view.querySelectorAll(".shapes [data-shape]")].filter((item) =>
    chosenShapes.has(item.dataset.shape),
  );
  const named = (link) =>
    filled(words.phase, { number: link.dataset.phase, name: link.querySelector(".name").textContent });
  return [...phases.map(named), ...shapes.map((item) => item.querySelector(".name").textContent)];
}

/** The entries of the legend become buttons, and everything that filters listens. */
function prepareFilters() {
  for (const [actor, { view }] of actors) {
    for (const item of view.querySelectorAll(".shapes [data-shape]")) {
      const button = copyOf("t-shape");
      button.append(...item.childNodes);
      item.append(button);
      button.addEventListener("click", () => {
        toggled(chosenShapes, item.dataset.shape);
        applyFilter(actor);
      });
    }
    for (const link of view.querySelectorAll("a[data-phase]")) {
      link.addEventListener("click", (event) => {
        if (isForAnotherWindow(event)) return;
        event.preventDefault();
        toggled(chosenPhases, link.dataset.phase);
        applyFilter(actor);
      });
    }
    view.querySelector(".unfilter").addEventListener("click", () => {
      chosenPhases.clear();
      chosenShapes.clear();
      applyFilter(actor);
      // The button is gone now: the focus would be lost with it.
      view.querySelector(mode === "map" ? ".show-map" : ".show-list").focus();
    });
    view.querySelector(".show-map").addEventListener("click", () => choose("map"));
    view.querySelector(".show-list").addEventListener("click", () => choose("list"));
  }
  narrow.addEventListener("change", () => {
    if (!isModeChosen) showAs(narrow.matches ? "list" : "map");
  });
}

function choose(wanted) {
  isModeChosen = true;
  showAs(wanted);
}

function isForAnotherWindow(event) {
  return event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button > 0;
}
