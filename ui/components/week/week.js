// The week as a whole: the views of it, what stands around it, and the panel of the lesson that is open.

const remembered = new WeakMap();

function begun() {
  return { open: null, onward: false, part: false, minutes: 0, view: null, reason: "", busy: null, brief: true, more: false, asked: "", seen: "", said: [], saidFor: "", width: 0 };
}

function viewsHead(data, state) {
  const { memory, words } = state;
  if (!data.plan) return [];
  const [amount, whole] = data.plan.hours;
  const parts = [make("p", { class: "hours" }, make("strong", {}, amount), ` ${whole}`)];
  if (data.views.length > 1) {
    parts.push(make("div", { class: "halves views", role: "group", "aria-label": words.this_week }, ...data.views.map((view) => button(view.name, {
      class: "half", "aria-pressed": String(view === state.view()), "data-k": `view:${view.code}`, "data-view": view.code,
      onclick: () => { memory.view = view.code; memory.open = null; state.draw(); },
    }))));
  }
  const tools = data.plan.tools.map((tool) => button(tool.label, {
    class: "act tool", "data-k": `tool:${tool.act}`, "data-tool": tool.act, disabled: tool.change ? null : "",
    onclick: () => state.send(tool.act, { change: tool.change }),
  }, tool.act));
  if (tools.length) parts.push(make("div", { class: "tools" }, ...tools));
  return parts;
}

function moreButton(view, state) {
  const { memory, words } = state;
  const waiting = view.days.some((day) => day.lessons.some((lesson) => lesson.state === "not_yet"));
  if (!waiting) return null;
  return button(memory.brief ? words.show_waiting : words.hide_waiting, {
    class: "link more", "data-k": "more", "aria-pressed": null,
    onclick: () => { memory.brief = !memory.brief; state.draw(); },
  });
}

function drawAll(root, state) {
  const { data, memory } = state;
  const [head, notes, place] = ["head", "notes", "week"].map((name) => root.querySelector(`.${name}`));
  const focused = root.activeElement && root.activeElement.dataset.k;
  const view = state.view();
  const hasWaiting = view.days.some((day) => day.lessons.some((lesson) => lesson.state === "not_yet"));
  head.replaceChildren(...viewsHead(data, state));
  notes.replaceChildren(...[...paragraphs(view.notes), moreButton(view, state)].filter(Boolean));
  place.className = memory.brief && hasWaiting ? "week brief" : "week";
  place.style.setProperty("--length", view.length);
  place.style.setProperty("--days", view.days.length);
  place.replaceChildren(...[ruler(view.hours), ...view.days.map((day) => dayColumn(day, state)), freeDays(view, state)].filter(Boolean));
  drawPanel(root, place, view, state);
  state.say(memory.said);
  const panel = place.querySelector(".panel");
  if (panel && !isNarrow(place)) {
    standBeside(panel, place.querySelector(`button[data-id="${CSS.escape(memory.open)}"]`), place);
    leaveCovered(panel, place);
  }
  state.calm();
  const wanted = state.focus || focused;
  state.focus = null;
  if (!wanted) return;
  const fallback = memory.open ? "heading" : null;
  const to = find(root, wanted) || (fallback && find(root, fallback));
  if (to) to.focus({ preventScroll: !state.scrolls });
  state.scrolls = false;
}

function isNarrow(place) {
  return place.getBoundingClientRect().width < 640;
}

function find(root, name) {
  return root.querySelector(`[data-k="${CSS.escape(name)}"]`);
}

function drawPanel(root, place, view, state) {
  const { memory } = state;
  const button = memory.open && place.querySelector(`button[data-id="${CSS.escape(memory.open)}"]`);
  if (!button) {
    memory.open = null;
    return;
  }
  const day = view.days.find((one) => one.lessons.some((lesson) => lesson.id === memory.open));
  const lesson = day.lessons.find((one) => one.id === memory.open);
  const panel = panelOf(lesson, day, state);
  if (isNarrow(place)) button.after(panel);
  else place.append(panel);
}

function stateOf(root, component) {
  const memory = remembered.get(root) || begun();
  remembered.set(root, memory);
  const { data } = component;
  const status = root.querySelector(".status");
  const state = { data, words: data.words, memory, focus: null, scrolls: false };
  state.trigger = (event) => component.setTriggerValue("act", event);
  state.view = () => data.views.find((view) => view.code === memory.view) || data.views[0];
  state.lessons = () => state.view().days.flatMap((day) => day.lessons);
  state.draw = () => drawAll(root, state);
  // Said aloud once; seen in the panel of the lesson that it is about, else above the week.
  state.say = (lines) => {
    memory.said = lines;
    const inPanel = memory.open !== null && memory.open === memory.saidFor;
    status.classList.toggle("unseen", inPanel);
    if (status.textContent !== lines.join("")) status.replaceChildren(...paragraphs(lines));
    const copy = root.querySelector(".panel .came");
    if (copy) copy.replaceChildren(...(inPanel ? paragraphs(lines) : []));
  };
  state.calm = () => root.querySelectorAll("button.act").forEach((one) => one.setAttribute("aria-disabled", String(Boolean(memory.busy))));
  state.open = (id) => {
    memory.open = id;
    memory.part = memory.more = false;
    state.focus = "heading";
    state.scrolls = true;
    state.draw();
  };
  state.close = () => {
    state.focus = memory.open ? `lesson:${memory.open}` : null;
    memory.open = null;
    state.draw();
  };
  state.send = sender(state);
  return state;
}

// What the server has answered: the lesson stays open, and what speaks against a change gets the focus.
function take(state) {
  const { data, memory } = state;
  if (!data.plan) return;
  const seen = JSON.stringify([data.plan.seen.step, data.plan.seen.week]);
  if (memory.seen && memory.seen !== seen) memory.open = null;
  memory.seen = seen;
  if (memory.busy && memory.busy === data.plan.answered) {
    memory.busy = null;
    memory.part = false;
  }
  const asked = data.plan.asked;
  const about = asked ? JSON.stringify(asked) : "";
  if (asked && about !== memory.asked) {
    memory.open = asked.card;
    state.focus = asked.may_be && asked.asks_reason ? "reason" : "asked";
    state.scrolls = true;
  }
  if (!asked) memory.reason = "";
  memory.asked = about;
  if (!memory.busy) memory.said = data.plan.said;
}

function resized(memory, place) {
  const width = Math.round(place.getBoundingClientRect().width);
  if (!memory || !memory.open || memory.width === width) return;
  memory.width = width;
  memory.state.draw();
}

export default function week(component) {
  const root = component.parentElement;
  const isFirst = !remembered.has(root);
  const state = stateOf(root, component);
  take(state);
  state.draw();
  const place = root.querySelector(".week");
  root.querySelector(".head").onkeydown = place.onkeydown = keys(state, place);
  const today = place.querySelector('.day [aria-current="date"]');
  if (isFirst && today && isNarrow(place)) today.scrollIntoView({ block: "nearest" });
  // A panel stands beside its lesson on a grid and under it in a list: drawn anew when one becomes the other.
  state.memory.state = state;
  if (isFirst) new ResizeObserver(() => resized(remembered.get(root), place)).observe(place);
  return () => remembered.delete(root);
}
