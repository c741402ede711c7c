// A week of lessons: a grid with a clock on wide screens, a list of days on narrow ones (the style decides which).
// What is not a lesson has another form: a rounded strip with a drawing.

function markOf(mark) {
  return make("span", { class: "mark", "data-mark": mark.icon || null }, drawing(mark.icon), mark.text);
}

// Of an item a narrow strip has room for the beginning only.
function clock(lesson) {
  const [from, till] = lesson.time.split("–");
  return lesson.state === "item" ? [from, make("span", { class: "till" }, `–${till}`)] : [lesson.time];
}

// A lesson that has something to tell is a button, any other is not.
function face(lesson, day, state) {
  const said = lesson.comments.length ? state.words.comments : "";
  const spoken = [lesson.subject, day.name, lesson.time, lesson.place, ...lesson.marks.map((mark) => mark.text), said];
  const name = spoken.filter(Boolean).join(", ");
  const tells = lesson.why.length > 0 || lesson.acts.length > 0 || lesson.comments.length > 0;
  const isOpen = state.memory.open === lesson.id;
  const element = make(tells ? "button" : "span", {
    type: tells ? "button" : null, class: "lesson", "data-state": lesson.state, "data-hue": lesson.hue,
    "data-id": lesson.id, "data-k": tells ? `lesson:${lesson.id}` : null,
    "data-short": lesson.short ? "yes" : null, "data-narrow": lesson.width < 100 ? "yes" : null,
    "aria-expanded": tells ? String(isOpen) : null, "aria-label": tells ? name : null, title: name,
  }, drawing(lesson.icon), make("span", { class: "subject" }, lesson.subject), make("span", { class: "time" }, ...clock(lesson)),
    lesson.place && make("span", { class: "place" }, lesson.place),
    ...lesson.marks.map(markOf), said && make("span", { class: "mark", "data-mark": "speech" }, drawing("speech")));
  if (tells) element.onclick = () => (state.memory.open === lesson.id ? state.close() : state.open(lesson.id));
  return element;
}

function attends(lesson) {
  return lesson.state === "in" || lesson.state === "item";
}

// Lunch and the like matter to a day between its first and its last moment; outside it they are left out of the list.
function outside(lesson, day) {
  if (lesson.state !== "other") return false;
  const own = day.lessons.filter((one) => attends(one) || one.changed);
  const ends = own.map((one) => one.from + one.minutes);
  return !own.some((one) => one.from <= lesson.from) || !ends.some((end) => end >= lesson.from + lesson.minutes);
}

function isFree(day) {
  return !day.lessons.some((lesson) => attends(lesson) || lesson.changed);
}

function dayColumn(day, state) {
  const list = make("ol");
  for (const lesson of day.lessons) {
    const item = make("li", {
      "data-state": lesson.state, "data-changed": lesson.changed ? "yes" : null, "data-outside": outside(lesson, day) ? "yes" : null,
      style: `--from:${lesson.from};--minutes:${lesson.minutes};--left:${lesson.left}%;--width:${lesson.width}%`,
    });
    item.append(face(lesson, day, state));
    list.append(item);
  }
  if (!day.lessons.length) list.append(make("li", { class: "empty" }, day.empty));
  const heading = make(state.data.plan ? "h3" : "h2", { class: "dayname", "aria-current": day.today ? "date" : null }, day.name,
    day.today && make("span", { class: "today" }, state.words.today));
  return make("section", {
    class: "day", "aria-label": day.name, "data-attends": day.lessons.some((lesson) => lesson.state === "in") ? "yes" : "no",
    "data-free": isFree(day) ? "yes" : "no",
  }, heading, list);
}

function ruler(hours) {
  const side = make("div", { class: "ruler", "aria-hidden": "true" });
  for (const hour of hours) side.append(make("span", { style: `--from:${hour.from}` }, hour.text));
  return side;
}

// In the list of days those without anything are one line; where all are, that is said.
function freeDays(view, state) {
  const free = view.days.filter(isFree);
  if (!free.length) return null;
  return make("p", { class: "free-days" }, fill(state.words.free, { days: free.map((day) => day.name).join(", ") }));
}

function move(place, event) {
  const steps = { ArrowDown: [0, 1], ArrowUp: [0, -1], ArrowRight: [1, 0], ArrowLeft: [-1, 0] };
  const step = steps[event.key];
  const from = event.target.closest && event.target.closest(".lesson");
  if (!step || !from) return;
  const isRight = getComputedStyle(place).direction === "rtl" ? -1 : 1;
  const seen = (button) => button.offsetParent !== null && !button.closest("[inert]");
  const days = [...place.querySelectorAll(".day")].map((day) => [...day.querySelectorAll("button.lesson")].filter(seen));
  const column = days.findIndex((lessons) => lessons.includes(from));
  if (column < 0) return;
  const row = days[column].indexOf(from);
  let to = null;
  if (step[1]) to = days[column][row + step[1]];
  else {
    const by = step[0] * isRight;
    let next = column + by;
    while (days[next] && !days[next].length) next += by;
    if (days[next]) to = days[next][Math.min(row, days[next].length - 1)];
  }
  if (to) {
    event.preventDefault();
    to.focus();
  }
}
