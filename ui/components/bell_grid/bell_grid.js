// The school's bell times as a grid: choose a subject, tap the hours. Nothing is sent before one is done; what has been
// tapped outlives a reload of the tab, until another timetable is taken in.

const WEEKS = new WeakMap();

class Week {
  constructor(component) {
    this.component = component;
    this.place = component.data.place;
    this.past = [];
    this.chosen = "";
    this.at = [0, 0];
    this.taps = {};
    this.rooms = {};
    try {
      const kept = JSON.parse(sessionStorage.getItem(component.data.place) || "null");
      if (kept) this.taps = kept;
    } catch {
      // A browser that keeps nothing still lets one tap.
    }
  }

  keep() {
    try {
      sessionStorage.setItem(this.component.data.place, JSON.stringify(this.taps));
    } catch {
      // As above.
    }
  }

  tap(slot) {
    const before = { ...this.taps };
    const there = this.taps[slot];
    if (!this.chosen && !there) return false;
    if (!this.chosen || (there && there.subject === this.chosen && there.room === (this.rooms[this.chosen] || ""))) delete this.taps[slot];
    else this.taps[slot] = { subject: this.chosen, room: this.rooms[this.chosen] || "" };
    this.past.push(before);
    this.keep();
    return true;
  }

  undo() {
    if (this.past.length) this.taps = this.past.pop();
    this.keep();
  }

  get known() {
    const { bells, days } = this.component.data;
    return Object.entries(this.taps).filter(([slot]) => {
      const [bell, day] = slot.split(" ");
      return bells.some((one) => one.id === bell && !one.lunch) && Number(day) < days.length;
    });
  }
}

const make = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

function hueOf(week, subject) {
  return week.component.data.subjects.find((one) => one.name === subject)?.hue ?? "";
}

function drawChips(week, root, draw) {
  const { data } = week.component;
  const chips = data.subjects.map((subject) => {
    const chip = make("button", { type: "button", className: "chip", textContent: subject.name });
    chip.dataset.subject = subject.name;
    chip.dataset.hue = subject.hue;
    chip.setAttribute("aria-pressed", String(week.chosen === subject.name));
    chip.onclick = () => {
      week.chosen = week.chosen === subject.name ? "" : subject.name;
      draw(`[data-subject="${CSS.escape(subject.name)}"]`, week.chosen ? data.words.chosen.replace("{subject}", week.chosen) : "");
    };
    return chip;
  });
  const box = root.querySelector(".chips");
  box.replaceChildren(make("legend", { textContent: data.words.subjects }), ...chips);
  const room = root.querySelector(".room");
  room.hidden = !week.chosen;
  room.querySelector("span").textContent = data.words.room.replace("{subject}", week.chosen);
  const input = room.querySelector("input");
  input.value = week.rooms[week.chosen] || "";
  input.oninput = () => { week.rooms[week.chosen] = input.value.slice(0, 60); };
}

function slotButton(week, bell, day, row, draw) {
  const { data } = week.component;
  const slot = `${bell.id} ${day}`;
  const there = week.taps[slot];
  const button = make("button", { type: "button", className: there ? "slot filled" : "slot", lang: data.lang });
  button.dataset.slot = slot;
  button.tabIndex = week.at[0] === row && week.at[1] === day ? 0 : -1;
  button.setAttribute("aria-label", `${data.days[day].name} ${bell.text}: ${there ? `${there.subject} ${there.room}`.trim() : data.words.empty}`);
  if (there) {
    button.append(make("span", { textContent: there.subject }));
    if (there.room) button.append(make("small", { textContent: there.room }));
    button.dataset.hue = hueOf(week, there.subject);
  }
  button.onclick = () => {
    week.at = [row, day];
    const did = week.tap(slot);
    draw(`[data-slot="${CSS.escape(slot)}"]`, did ? "" : data.words.choose_first);
  };
  return button;
}

function drawGrid(week, root, draw) {
  const { data } = week.component;
  const grid = root.querySelector(".grid");
  grid.style.setProperty("--days", data.days.length);
  grid.setAttribute("aria-label", data.words.grid);
  const head = make("div", { className: "row" }, make("span", {}), ...data.days.map((day) => make("span", { className: "head", textContent: day.short })));
  let row = -1;
  const rows = data.bells.map((bell) => {
    const time = make("span", { className: "time" }, bell.start, make("br"), `–${bell.end}`);
    if (bell.lunch) return make("div", { className: "row" }, time, make("span", { className: "lunch", textContent: data.words.lunch }));
    row += 1;
    const here = row;
    return make("div", { className: "row" }, time, ...data.days.map((_, day) => slotButton(week, bell, day, here, draw)));
  });
  grid.replaceChildren(head, ...rows);
}

function move(week, root, event) {
  const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
  if (!step || !event.target.dataset.slot) return;
  event.preventDefault();
  const { data } = week.component;
  const rows = data.bells.filter((bell) => !bell.lunch);
  const turned = getComputedStyle(root.querySelector(".grid")).direction === "rtl" ? -1 : 1;
  week.at = [
    Math.min(rows.length - 1, Math.max(0, week.at[0] + step[0])),
    Math.min(data.days.length - 1, Math.max(0, week.at[1] + step[1] * turned)),
  ];
  for (const button of root.querySelectorAll("[data-slot]")) button.tabIndex = -1;
  const next = root.querySelector(`[data-slot="${CSS.escape(`${rows[week.at[0]].id} ${week.at[1]}`)}"]`);
  next.tabIndex = 0;
  next.focus();
}

export default function bellGrid(component) {
  const { data, parentElement: root, setTriggerValue } = component;
  const known = WEEKS.get(root);
  const week = known && known.place === data.place ? known : new Week(component);
  WEEKS.set(root, week);
  week.component = component;
  if (week.chosen && !data.subjects.some((one) => one.name === week.chosen)) week.chosen = "";
  const status = root.querySelector("[role=status]");
  const [undo, done] = root.querySelectorAll(".foot button");
  const draw = (focus = "", said = "") => {
    drawChips(week, root, draw);
    drawGrid(week, root, draw);
    const count = week.known.length;
    undo.textContent = data.words.undo;
    undo.disabled = !week.past.length;
    done.textContent = data.words.done;
    done.disabled = !count;
    status.textContent = [said, count === 1 ? data.words.one : data.words.many.replace("{n}", count)].filter(Boolean).join(" ");
    if (focus) root.querySelector(focus)?.focus();
  };
  undo.onclick = () => {
    week.undo();
    draw();
    (undo.disabled ? root.querySelector(".chip") : undo)?.focus();
  };
  done.onclick = () => {
    const taps = week.known.map(([slot, { subject, room }]) => ({ bell: slot.split(" ")[0], day: Number(slot.split(" ")[1]), subject, room }));
    setTriggerValue("week", taps);
  };
  root.querySelector(".grid").onkeydown = (event) => move(week, root, event);
  draw();
}
