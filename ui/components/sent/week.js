// The weeks of a proposal that was sent: a step at a time, the student's own week or the class's. A grid with a clock on
// wide screens, a list of days on narrow ones. A tap on a lesson opens what can be said of it.

function lessonOf({ lesson, day, about, context }) {
  const { data, state, redraw } = context;
  const said = commentOf(data, about);
  const marks = [...lesson.marks, ...(said ? [data.words.commented] : [])];
  const spoken = [lesson.subject, day.name, lesson.time, lesson.place, ...marks].filter(Boolean).join(", ");
  return make("button", {
    type: "button", class: "lesson", "data-in": lesson.is_in ? "yes" : "no", "data-hue": lesson.hue, "data-key": keyOf(about),
    "data-short": lesson.short ? "yes" : null, "data-said": said ? "yes" : null, "aria-expanded": String(state.open === keyOf(about)),
    "aria-label": spoken, title: spoken, onclick: () => { state.open = state.open === keyOf(about) ? "" : keyOf(about); redraw(); },
  }, make("span", { class: "subject" }, lesson.subject), make("span", { class: "time" }, lesson.time),
    lesson.place && make("span", { class: "place" }, lesson.place), ...marks.map((mark) => make("span", { class: "mark" }, mark)));
}

function dayOf(day, context, aboutOf, open) {
  const rows = day.lessons.map((lesson) => {
    const about = aboutOf(lesson);
    const row = make("li", {}, lessonOf({ lesson, day, about, context }));
    for (const [name, value] of [["--from", lesson.from], ["--minutes", lesson.minutes], ["--left", `${lesson.left}%`], ["--width", `${lesson.width}%`]])
      row.style.setProperty(name, value);
    if (context.state.open === keyOf(about)) {
      const panel = open(about, `${lesson.subject} · ${day.name} ${lesson.time}${lesson.place ? ` · ${lesson.place}` : ""}`, lesson.marks);
      row.classList.add("opened");
      if (context.isNarrow) row.append(panel);
      else context.under = panel;
    }
    return row;
  });
  if (!rows.length) rows.push(make("li", { class: "empty" }, day.empty));
  return make("section", { class: "day", "data-empty": day.lessons.length ? null : "yes" }, make("h3", {}, day.name), make("ol", {}, ...rows));
}

function choice(label, options, chosen, onChoose) {
  const group = make("div", { class: "choice", role: "group", "aria-label": label });
  options.forEach((option, number) => group.append(make("button", {
    type: "button", "aria-pressed": String(option.value === chosen), "data-number": number, onclick: () => onChoose(option.value),
  }, make("strong", {}, option.name), option.more && make("span", {}, option.more))));
  return group;
}

export default function sentWeek(component) {
  const { data, parentElement: root, setTriggerValue } = component;
  const place = root.querySelector(".sent");
  const state = memory(root);
  const send = (said) => setTriggerValue("said", said);
  const draw = (focus = "") => {
    const step = data.steps[Math.min(state.step, data.steps.length - 1)];
    const week = step.weeks[Math.min(state.week, step.weeks.length - 1)];
    const days = state.view === "own" ? week.own : week.whole;
    const context = { data, state, isNarrow: place.getBoundingClientRect().width < 640, under: null };
    context.redraw = () => draw(state.open || focus);
    const close = () => { const was = state.open; state.open = ""; draw(was); };
    const open = (about, title, lines) => panelOf({ data, state, about, title, lines, send, close });
    const aboutStep = { step: step.number, week: "", lesson: "", subject: "" };
    const status = make("div", { class: "status", role: "status" });
    const parts = [];
    if (data.steps.length > 1)
      parts.push(choice(data.words.steps, data.steps.map((one, number) => ({ value: number, name: one.name, more: one.when })), state.step,
        (number) => { state.step = number; state.week = 0; state.open = ""; draw(); }));
    parts.push(make("p", { class: "hours" }, step.hours));
    const turn = make("div", { class: "turn" }, choice(data.words.whose, [{ value: "own", name: data.words.own }, { value: "whole", name: data.words.whole }],
      state.view, (view) => { state.view = view; state.open = ""; draw(); }));
    if (step.weeks.length > 1)
      turn.append(choice(data.words.weeks, step.weeks.map((one, number) => ({ value: number, name: one.name })), state.week,
        (number) => { state.week = number; state.open = ""; draw(); }));
    parts.push(turn);
    const grid = make("div", { class: "days" });
    grid.style.setProperty("--length", days.length);
    grid.append(...days.days.map((day) => dayOf(day, context,
      (lesson) => ({ step: step.number, week: week.key, lesson: lesson.id, subject: lesson.subject }), open)));
    parts.push(grid);
    if (context.under) parts.push(context.under);
    const stepSaid = commentOf(data, aboutStep);
    if (data.may_comment || stepSaid) {
      const isOpen = state.open === keyOf(aboutStep);
      parts.push(make("button", { type: "button", class: "quiet about", "data-key": keyOf(aboutStep), "aria-expanded": String(isOpen),
        onclick: () => { state.open = isOpen ? "" : keyOf(aboutStep); draw(state.open || keyOf(aboutStep)); } },
        stepSaid ? `${data.words.about_step} · ${data.words.commented}` : data.words.about_step));
      if (isOpen) parts.push(open(aboutStep, step.name, []));
    }
    parts.push(status);
    place.replaceChildren(...parts);
    settle(data, state, status);
    for (const bar of place.querySelectorAll(".choice")) {
      const chosen = bar.querySelector('[aria-pressed="true"]');
      if (chosen) bar.scrollTo({ left: chosen.offsetLeft - bar.clientWidth / 2 + chosen.clientWidth / 2 });
    }
    const panel = place.querySelector(".panel textarea");
    if (panel && focus && focus === state.open) { panel.focus({ preventScroll: true }); panel.closest(".panel").scrollIntoView({ block: "nearest" }); }
    else if (focus) place.querySelector(`[data-key="${CSS.escape(focus)}"]`)?.focus({ preventScroll: true });
  };
  const typing = root.activeElement?.tagName === "TEXTAREA" ? root.activeElement.selectionStart : null;
  draw();
  const field = place.querySelector(".panel textarea");
  if (typing !== null && field) { field.focus({ preventScroll: true }); field.setSelectionRange(typing, typing); }
  place.onkeydown = (event) => { if (event.key === "Escape" && state.open) { const was = state.open; state.open = ""; draw(was); } };
  const watch = new ResizeObserver(() => {
    const isNarrow = place.getBoundingClientRect().width < 640;
    if (state.wasNarrow !== undefined && state.wasNarrow !== isNarrow) draw();
    state.wasNarrow = isNarrow;
  });
  watch.observe(place);
  return () => watch.disconnect();
}
