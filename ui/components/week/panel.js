// What opens at a tap on a lesson: why it stands there, and what can be done about it.

const LEAST_TARGET = 24;

function button(name, attributes, icon) {
  return make("button", { type: "button", ...attributes }, drawing(icon), make("span", {}, name));
}

function paragraphs(lines, attributes = {}) {
  return lines.map((line) => make("p", attributes, line));
}

function told(lesson, state) {
  const { memory, words } = state;
  const answer = (state.data.plan && state.data.plan.answers[lesson.id]) || [];
  const isLong = !answer.length && lesson.asks && lesson.why.length > 1;
  const lines = isLong && !memory.more ? lesson.why.slice(0, 1) : lesson.why;
  return [
    lesson.asks && make("p", { class: "kick" }, lesson.asks),
    ...paragraphs(answer.length ? answer : lines),
    isLong && !memory.more && button(words.more_reasons, {
      class: "link", "data-k": "more-reasons", onclick: () => { memory.more = true; state.focus = "heading"; state.draw(); },
    }),
    ...(lesson.comments.length
      ? [make("div", { class: "comment" }, make("p", { class: "kick" }, drawing("speech"), state.words.comments),
        ...paragraphs(lesson.comments))]
      : []),
  ];
}

// Two to choose between: whether a change holds in this step alone.
function whereChoice(state) {
  if (!state.data.plan.where) return null;
  const { memory, words } = state;
  const one = (name, onward) => button(name, {
    class: "half", "aria-pressed": String(memory.onward === onward), "data-k": `where:${onward}`,
    onclick: () => { memory.onward = onward; state.draw(); },
  });
  return make("div", { class: "halves", role: "group", "aria-label": words.where }, one(words.here, false), one(words.onward, true));
}

function partChoice(lesson, state) {
  const { memory, words } = state;
  if (!lesson.parts.length) return null;
  const unfold = button(words.part, {
    class: "act", "aria-expanded": String(memory.part), "data-k": "part",
    onclick: () => { memory.part = !memory.part; state.draw(); },
  }, "part");
  if (!memory.part) return unfold;
  if (!lesson.parts.includes(memory.minutes)) [memory.minutes] = lesson.parts;
  const lengths = lesson.parts.map((minutes) => button(fill(words.short_minutes, { n: minutes }), {
    class: "half", "aria-pressed": String(memory.minutes === minutes), "data-k": `minutes:${minutes}`,
    onclick: () => { memory.minutes = minutes; state.draw(); },
  }));
  const ends = ["first", "last"].map((end) => button(fill(words[end], { n: memory.minutes }), {
    class: "act", "data-k": `act:${end}`, onclick: () => state.send(end, { lesson: lesson.id, minutes: memory.minutes }),
  }));
  return [unfold, make("div", { class: "unfolded" },
    make("div", { class: "halves", role: "group", "aria-label": words.minutes }, ...lengths), make("div", { class: "acts" }, ...ends))];
}

function choices(lesson, state) {
  if (!lesson.acts.length) return [];
  const acts = lesson.acts.map((act) => button(act.label, {
    class: "act", "data-k": `act:${act.slot}`, "data-act": act.code,
    onclick: () => state.send(act.code, { lesson: lesson.id }),
  }, act.icon));
  const parts = [partChoice(lesson, state)].flat();
  return [whereChoice(state), make("div", { class: "acts" }, ...acts, parts[0]), parts[1]];
}

// What speaks against a change that was asked for; a reason is asked for where nothing else helps.
function asking(asked, lesson, state) {
  const { words, memory } = state;
  const send = (act, more = {}) => state.send(act, { lesson: lesson.id, ...more });
  const parts = [make("div", { class: "asked", "data-k": "asked", tabindex: "-1" }, ...paragraphs(asked.lines))];
  for (const [change, text] of asked.takes) {
    parts.push(make("div", { class: "taken" }, make("p", {}, text), button(words.take_back, {
      class: "act", "data-k": `take:${change}`, onclick: () => send("take_back", { change }),
    }, "undo")));
  }
  let field = null;
  const hint = make("p", { class: "hint", id: "hint", role: "alert" });
  if (asked.may_be && asked.asks_reason) {
    field = make("textarea", {
      rows: "2", maxlength: words.longest_reason, "data-k": "reason", "aria-describedby": "hint",
      oninput: (event) => { memory.reason = event.target.value; },
    });
    field.value = memory.reason;
    parts.push(make("label", {}, words.reason, field), hint);
  }
  const go = () => {
    if (field && !memory.reason.trim()) {
      hint.textContent = words.write_reason;
      field.focus();
      return;
    }
    send("anyway", { reason: field ? memory.reason : "" });
  };
  parts.push(make("div", { class: "acts" },
    asked.may_be && button(words.anyway, { class: "act main", "data-k": "act:anyway", onclick: go }),
    button(words.not, { class: "act", "data-k": "act:not", onclick: () => send("not") })));
  return parts;
}

function panelOf(lesson, day, state) {
  const { data, words } = state;
  const asked = data.plan && data.plan.asked;
  const isAsked = asked && asked.card === lesson.id;
  const heading = [lesson.subject, `${day.name} ${lesson.time}`, lesson.place].filter(Boolean).join(" · ");
  const isAnswered = data.plan && data.plan.answers[lesson.id];
  const waits = !isAnswered && lesson.acts.some((act) => act.slot === "presence" && lesson.state === "not_yet");
  return make("div", { class: "panel", role: "group", "aria-label": heading },
    make("p", { class: "heading", tabindex: "-1", "data-k": "heading" }, heading),
    make("p", { class: "marks" }, ...lesson.marks.map(markOf)),
    make("div", { class: "came", "aria-hidden": "true" }),
    ...(isAsked ? asking(asked, lesson, state) : [
      ...told(lesson, state),
      waits && button(words.what_stands, { class: "link", "data-k": "act:why", onclick: () => state.send("why", { lesson: lesson.id }) }),
      ...choices(lesson, state),
    ]),
    button(words.close, { class: "link", "data-k": "close", onclick: () => state.close() }));
}

// On a grid the panel stands beside the lesson it tells of, on the side that has room, and never over it.
function standBeside(panel, lesson, place) {
  const at = lesson.getBoundingClientRect();
  const grid = place.getBoundingClientRect();
  const gap = 10;
  const right = at.right - grid.left + gap;
  const fits = right + panel.offsetWidth <= grid.width;
  panel.style.left = `${fits ? right : Math.max(0, at.left - grid.left - gap - panel.offsetWidth)}px`;
  panel.style.top = `${Math.max(0, Math.min(at.top - grid.top, grid.height - panel.offsetHeight))}px`;
}

// What the panel leaves less of than a finger needs is left alone until it closes: nobody aims at a strip, and the
// focus must not go where it cannot be seen.
function leaveCovered(panel, place) {
  const over = panel.getBoundingClientRect();
  for (const lesson of place.querySelectorAll("button.lesson")) {
    const at = lesson.getBoundingClientRect();
    const isCovered = at.left < over.right && over.left < at.right && at.top < over.bottom && over.top < at.bottom;
    const beside = Math.max(over.left - at.left, at.right - over.right);
    const above = Math.max(over.top - at.top, at.bottom - over.bottom);
    const left = Math.max(Math.min(beside, at.height), Math.min(above, at.width));
    lesson.closest("li").inert = isCovered && left < LEAST_TARGET;
  }
}
