// A week of lessons: a grid with a clock on wide screens, a list of days on narrow ones (the style decides which).
// What is not a lesson has another form: a rounded strip with a drawing. A tap tells why something stands there. Text is always set as text, never as markup.

const open = new WeakMap();

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") element.onclick = value;
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter(Boolean));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";
const DRAWINGS = {
  coach: ["M12 11a4 4 0 1 0-.1 0", "M4 21c.6-5 4-7 8-7s7.400 2 8 7"],
  room: ["M5 21V4h10v17", "M15 7h4v14M2 21h20", "M11 12v2"],
  contact: ["M4 5h16v11H11l-5 4v-4H4z"],
  way: ["M4 16v-4l2-5h12l2 5v4z", "M4 12h16", "M7 16v2M17 16v2"],
  meal: ["M7 3v7a2.500 2.500 0 0 0 5 0V3M9.500 3v18", "M17 3c-2 2-2 8 0 9v9"],
  rest: ["M19 14A8 8 0 1 1 10 5a6.500 6.500 0 0 0 9 9z"],
  health: ["M12 20S4 15 4 9.500A4 4 0 0 1 12 8a4 4 0 0 1 8 1.500C20 15 12 20 12 20z"],
  learning: ["M12 6v14", "M12 6C9 4 6 4 3 5v14c3-1 6-1 9 1 3-2 6-2 9-1V5c-3-1-6-1-9 1z"],
};

function drawing(name) {
  if (!DRAWINGS[name]) return null;
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  for (const d of DRAWINGS[name]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}

function markOf(mark) {
  const element = make("span", { class: "mark" }, drawing(mark.icon));
  element.append(mark.text);
  return element;
}

// Of an item a narrow strip has room for the beginning only.
function clock(lesson) {
  const [from, till] = lesson.time.split("–");
  return lesson.state === "item" ? [from, make("span", { class: "till" }, `–${till}`)] : [lesson.time];
}

// A lesson that has something to tell is a button, any other is not.
function face(lesson, day, onOpen) {
  const spoken = [lesson.subject, day.name, lesson.time, lesson.place, ...lesson.marks.map((mark) => mark.text)].filter(Boolean).join(", ");
  const tells = lesson.why.length > 0;
  const element = make(tells ? "button" : "span", {
    type: tells ? "button" : null, class: "lesson", "data-state": lesson.state, "data-hue": lesson.hue,
    "data-id": lesson.id, "data-short": lesson.short ? "yes" : null, "data-narrow": lesson.width < 100 ? "yes" : null,
    "aria-expanded": tells ? "false" : null, "aria-label": tells ? spoken : null, title: spoken,
  }, drawing(lesson.icon), make("span", { class: "subject" }, lesson.subject), make("span", { class: "time" }, ...clock(lesson)),
    lesson.place && make("span", { class: "place" }, lesson.place),
    ...lesson.marks.map(markOf));
  if (tells) element.onclick = () => onOpen(element, lesson, day);
  return element;
}

function dayColumn(day, onOpen) {
  const list = make("ol");
  for (const lesson of day.lessons) {
    const item = make("li", { "data-state": lesson.state, style: `--from:${lesson.from};--minutes:${lesson.minutes};--left:${lesson.left}%;--width:${lesson.width}%` });
    item.append(face(lesson, day, onOpen));
    list.append(item);
  }
  const attends = day.lessons.some((lesson) => lesson.state === "in");
  const isFree = day.lessons.every((lesson) => lesson.state !== "in" && lesson.state !== "item");
  if (isFree) list.prepend(make("li", { class: day.lessons.length ? "empty when-brief" : "empty" }, day.empty));
  return make("section", { class: "day", "aria-label": day.name, "data-attends": attends ? "yes" : "no" }, make("h4", {}, day.name), list);
}

function ruler(hours) {
  const side = make("div", { class: "ruler", "aria-hidden": "true" });
  for (const hour of hours) side.append(make("span", { style: `--from:${hour.from}` }, hour.text));
  return side;
}

function move(root, event) {
  const steps = { ArrowDown: [0, 1], ArrowUp: [0, -1], ArrowRight: [1, 0], ArrowLeft: [-1, 0] };
  const step = steps[event.key];
  const from = event.target.closest && event.target.closest(".lesson");
  if (!step || !from) return;
  const days = [...root.querySelectorAll(".day")].map((day) => [...day.querySelectorAll("button.lesson")]);
  const column = days.findIndex((lessons) => lessons.includes(from));
  const row = days[column].indexOf(from);
  let to = null;
  if (step[1]) to = days[column][row + step[1]];
  else {
    let next = column + step[0];
    while (days[next] && !days[next].length) next += step[0];
    if (days[next]) to = days[next][Math.min(row, days[next].length - 1)];
  }
  if (to) {
    event.preventDefault();
    to.focus();
  }
}

// On a grid the panel stands beside the lesson it tells of, on the side that has room, and never over it.
function standBeside(panel, button, place) {
  const lesson = button.getBoundingClientRect();
  const grid = place.getBoundingClientRect();
  const gap = 10;
  const right = lesson.right - grid.left + gap;
  const fits = right + panel.offsetWidth <= grid.width;
  panel.style.left = `${fits ? right : Math.max(0, lesson.left - grid.left - gap - panel.offsetWidth)}px`;
  panel.style.top = `${Math.max(0, Math.min(lesson.top - grid.top, grid.height - panel.offsetHeight))}px`;
}

export default function week(component) {
  const { data, parentElement: root } = component;
  const place = root.querySelector(".week");
  const panel = make("div", { class: "why", role: "status" });
  const close = () => {
    panel.replaceChildren();
    panel.classList.remove("open");
    for (const button of root.querySelectorAll('[aria-expanded="true"]')) button.setAttribute("aria-expanded", "false");
    open.delete(root);
  };
  const show = (button, lesson, day) => {
    const wasOpen = button.getAttribute("aria-expanded") === "true";
    close();
    if (wasOpen) return;
    button.setAttribute("aria-expanded", "true");
    open.set(root, lesson.id);
    const narrow = place.getBoundingClientRect().width < 640;
    if (narrow) button.after(panel);
    else place.append(panel);
    panel.append(
      make("strong", {}, `${lesson.subject} · ${day.name} ${lesson.time}${lesson.place ? " · " + lesson.place : ""}`),
      ...lesson.why.map((line) => make("p", {}, line)),
      make("button", { type: "button", class: "close", onclick: () => { close(); button.focus(); } }, data.words.close),
    );
    panel.classList.add("open");
    if (!narrow) standBeside(panel, button, place);
    panel.querySelector("strong").scrollIntoView({ block: "nearest" });
  };
  place.style.setProperty("--length", data.length);
  place.style.setProperty("--days", data.days.length);
  place.replaceChildren(ruler(data.hours), ...data.days.map((day) => dayColumn(day, show)));
  for (const old of root.querySelectorAll(".why, .more")) old.remove();
  const waiting = data.days.flatMap((day) => day.lessons).filter((lesson) => lesson.state === "not_yet").length;
  if (waiting) {
    const name = () => (place.classList.contains("brief") ? data.words.show_waiting : data.words.hide_waiting);
    if (!place.dataset.begun) place.classList.add("brief");
    const more = make("button", { type: "button", class: "more" }, name());
    more.onclick = () => {
      place.classList.toggle("brief");
      more.textContent = name();
    };
    place.before(more);
  } else place.classList.remove("brief");
  place.dataset.begun = "yes";
  const again = open.get(root) && root.querySelector(`[data-id="${CSS.escape(open.get(root))}"]`);
  if (again) again.click();
  place.onkeydown = (event) => (event.key === "Escape" ? close() : move(root, event));
  return () => open.delete(root);
}
