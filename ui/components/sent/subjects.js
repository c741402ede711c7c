// Every subject against the class's own timetable: a table on wide screens, a card for each on narrow ones. A subject can
// be tapped to say something of it.

function figures(subject, words) {
  const list = make("dl", {});
  const cell = (name, text, level) => list.append(make("div", { "data-level": level }, make("dt", {}, name), make("dd", {}, text)));
  cell(words.class, subject.ordinary, "2");
  subject.steps.forEach((one, number) => cell(words.step.replace("%", String(number + 1)), one.text, one.level));
  return list;
}

function lost(subject) {
  return subject.lost && make("span", { class: "lost" }, subject.lost);
}

export default function sentSubjects(component) {
  const { data, parentElement: root, setTriggerValue } = component;
  const place = root.querySelector(".sent");
  const state = memory(root);
  const send = (said) => setTriggerValue("said", said);
  const draw = (focus = "") => {
    const close = () => { const was = state.open; state.open = ""; draw(was); };
    const rows = data.subjects.map((subject) => {
      const about = { step: 0, week: "", lesson: "", subject: subject.name };
      const key = keyOf(about);
      const said = commentOf(data, about);
      const isOpen = state.open === key;
      const head = data.may_comment || said
        ? make("button", { type: "button", class: "name", "data-key": key, "aria-expanded": String(isOpen),
          onclick: () => { state.open = isOpen ? "" : key; draw(key); } }, subject.name, said && make("span", { class: "mark" }, data.words.commented), lost(subject))
        : make("span", { class: "name" }, subject.name, lost(subject));
      const row = make("li", { "data-differs": subject.differs ? "yes" : "no" }, head, figures(subject, data.words),
        subject.more && make("p", { class: "more" }, subject.more));
      if (isOpen) row.append(panelOf({ data, state, about, title: subject.name, lines: [], send, close }));
      return row;
    });
    const status = make("div", { class: "status", role: "status" });
    const list = make("ul", { class: "subjects" }, ...rows);
    list.style.setProperty("--steps", data.subjects[0] ? data.subjects[0].steps.length : 0);
    place.replaceChildren(list, status);
    settle(data, state, status);
    const field = place.querySelector(".panel textarea");
    if (field && focus === state.open) field.focus({ preventScroll: true });
    else if (focus) place.querySelector(`[data-key="${CSS.escape(focus)}"]`)?.focus({ preventScroll: true });
  };
  draw();
  place.onkeydown = (event) => { if (event.key === "Escape" && state.open) { const was = state.open; state.open = ""; draw(was); } };
  return () => {};
}
