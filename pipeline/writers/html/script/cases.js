// Following a person: each stop has an address of its own, so that the way back works and a stop can be sent to others.

/** The stop that an address names: the case, its number counted from 1, and the step. */
function stopOf(name) {
  const found = /^(.+)--(\d{1,4})$/.exec(name);
  const one = found && cases.get(found[1]);
  const step = one && steps.get(one.stops[Number(found[2]) - 1]);
  return step ? { id: found[1], ...one, number: Number(found[2]), step } : null;
}

/** Whom one follows and how far one has come, with the ways on, back and out. */
function banner(stop) {
  const made = copyOf("t-banner");
  const gaps = { name: stop.name, number: stop.number, total: stop.stops.length };
  made.querySelector(".at").textContent = filled(words.case_at, gaps);
  lead(made.querySelector(".previous"), stop, stop.number - 1);
  lead(made.querySelector(".next"), stop, stop.number + 1);
  leadTo(made.querySelector(".leave"), stop.id);
  return made;
}

/** A link to another stop; its whole entry goes where there is none. */
function lead(link, stop, number) {
  leadTo(link, `${stop.id}--${number}`);
  link.closest("li").hidden = number < 1 || number > stop.stops.length;
}
