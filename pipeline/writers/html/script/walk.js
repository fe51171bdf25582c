// Walking on the map with the arrow keys, along the flow: right and left follow arrows, up and down change the way.

/** From which step one last walked to a step. */
const cameFrom = new Map();

function walk(event) {
  const box = event.target.closest(".map a[data-step]");
  if (!box || isForAnotherWindow(event)) return;
  const step = steps.get(box.dataset.step);
  const next = nextStep(event.key, step);
  if (!next) return;
  event.preventDefault();
  if (next === step || !next.box) return;
  next.box.focus({ preventScroll: true });
  next.box.scrollIntoView({ behavior: "instant", block: "nearest", inline: "nearest" });
}

/** The step that a key leads to, the step itself where there is no way, nothing for a key that is not ours. */
function nextStep(key, step) {
  const own = actors.get(step.actor).steps;
  switch (key) {
    case "ArrowRight":
      return arrived(step, steps.get(step.on[0])) || step;
    case "ArrowLeft":
      return origin(step) || step;
    case "ArrowDown":
      return sibling(step, 1);
    case "ArrowUp":
      return sibling(step, -1);
    case "Home":
      return own[0];
    case "End":
      return own[own.length - 1];
    default:
      return null;
  }
}

function arrived(from, step) {
  if (step) cameFrom.set(step.anchor, from.anchor);
  return step;
}

/** Where one came from; who began in the middle came by the first way that leads here. */
function origin(step) {
  const known = cameFrom.get(step.anchor);
  return steps.get(step.here.includes(known) ? known : step.here[0]);
}

/** The next of the ways that lead on from where one came; they follow each other in a ring. */
function sibling(step, by) {
  const from = origin(step);
  if (!from) return step;
  const at = from.on.indexOf(step.anchor);
  const other = steps.get(from.on[(at + by + from.on.length) % from.on.length]);
  return arrived(from, other) || step;
}
