// «Min vecka»: one day at a time, as big calm cards. Nothing is counted, and nothing is late.

const SVG = "http://www.w3.org/2000/svg";
const MOST = 7;

function drawing(name, pictures) {
  const layers = name && pictures.drawn[name];
  if (!layers) return null;
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${pictures.side} ${pictures.side}`);
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "drawn");
  for (const layer of layers) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", layer.path);
    if (layer.fill) path.setAttribute("fill", layer.fill);
    else path.setAttribute("class", layer.soft ? "soft" : "line");
    svg.append(path);
  }
  return svg;
}

// Which of the day's moments goes on now, and which comes then, by this computer's clock.
function marksOf(day, words) {
  const marks = new Map();
  if (!day.today) return marks;
  const at = new Date().getHours() * 60 + new Date().getMinutes();
  const timed = day.moments.filter((moment) => moment.span);
  const now = timed.find((moment) => moment.span[0] <= at && at < moment.span[1]);
  const then = timed.find((moment) => moment.span[0] > at);
  if (now) marks.set(now, words.now);
  if (then) marks.set(then, words.then);
  return marks;
}

function momentOf(moment, mark, { pictures, words }) {
  const item = make("li", `moment${mark === words.now ? " now" : ""}`);
  const picture = drawing(moment.icon, pictures);
  if (picture) item.append(picture);
  else item.classList.add("plain");
  const text = make("div");
  const when = make("div", "when");
  when.append(make("bdi", "", moment.time));
  if (moment.until) when.append(" ", make("bdi", "", moment.until));
  if (moment.length) when.append(" ", make("bdi", "length", `(${moment.length})`));
  if (mark) when.append(make("span", "mark", mark));
  text.append(when, make("div", "what", moment.name));
  const where = [moment.place, ...moment.more].filter(Boolean);
  if (where.length) {
    const line = make("div", "where");
    where.forEach((part, place) => line.append(place ? " · " : "", make("bdi", "", part)));
    text.append(line);
  }
  item.append(text);
  return item;
}

function momentsOf(moments, marks, data) {
  const list = (some) => {
    const made = make("ol", "moments");
    made.append(...some.map((moment) => momentOf(moment, marks.get(moment), data)));
    return made;
  };
  if (moments.length <= MOST) return [list(moments)];
  const rest = make("details");
  rest.append(make("summary", "", data.words.more), list(moments.slice(MOST)));
  return [list(moments.slice(0, MOST)), rest];
}

function wayOf(text, className, onclick, name) {
  const button = make("button", `way ${className}`, text);
  button.type = "button";
  if (name) button.dataset.way = name;
  button.onclick = onclick;
  return button;
}

function headed(title, about) {
  const top = make("div");
  const heading = make("h2", "", title);
  heading.tabIndex = -1;
  top.append(heading);
  if (about) top.append(make("p", "about", about));
  return top;
}

class MyWeek {
  constructor(root) {
    this.root = root;
    this.view = "day";
    this.day = null;
  }

  show(data, send) {
    this.data = data;
    this.send = send;
    if (this.day === null || this.day >= data.days.length) this.day = Math.max(0, data.days.findIndex((one) => one.today));
    this.draw();
  }

  // Another view: the focus goes to its heading, so that it is read out.
  go(view, day = this.day) {
    this.view = view;
    this.day = day;
    this.draw();
    this.root.querySelector(view === "day" ? ".days .on" : "h2")?.focus();
    this.root.scrollIntoView({ block: "start" });
  }

  draw() {
    const views = { day: () => this.dayView(), bad: () => this.badView(), answers: () => this.answersView(), first: () => this.firstView() };
    const drawn = make("div", `week${this.data.large ? " large" : ""}`);
    drawn.append(...views[this.view]().filter(Boolean));
    this.root.replaceChildren(drawn);
  }

  dayView() {
    const { data } = this;
    const day = data.days[this.day];
    if (!day) return [headed(data.title), make("p", "note", data.words.nothing), this.waysOf(null)];
    const body = day.moments.length ? momentsOf(day.moments, marksOf(day, data.words), data) : [make("p", "note", day.note)];
    const about = [data.about, data.draft].filter(Boolean).join(" ");
    return [headed(day.today ? `${data.words.today}, ${day.name.toLowerCase()}` : day.name, about), this.daySwitch(), ...body, this.waysOf(day), this.helpOf()];
  }

  daySwitch() {
    const list = make("ul", "days");
    list.setAttribute("aria-label", this.data.words.days);
    list.append(...this.data.days.map((day, place) => {
      const item = make("li");
      const button = make("button", place === this.day ? "on" : "");
      button.type = "button";
      button.setAttribute("aria-label", day.today ? `${day.name}, ${this.data.words.today}` : day.name);
      if (place === this.day) button.setAttribute("aria-current", "date");
      button.append(make("span", "", day.short));
      button.append(make("small", "", day.today ? this.data.words.today : day.date));
      button.onclick = () => this.go("day", place);
      item.append(button);
      return item;
    }));
    return list;
  }

  waysOf(day) {
    const { words, first, answers, may_answer: mayAnswer, gives_back: givesBack } = this.data;
    const ways = make("div", "ways");
    if (day?.bad) ways.append(wayOf(words.too_much, "first", () => this.go("bad"), "too_much"));
    if (first) ways.append(wayOf(words.first_day, "", () => this.go("first"), "first_day"));
    if (mayAnswer) ways.append(wayOf(words.questions, "", () => this.send("questions"), "questions"));
    if (answers.length) ways.append(wayOf(words.answers, "", () => this.go("answers"), "answers"));
    if (givesBack) ways.append(wayOf(words.give_back, "quiet", () => this.send("give_back"), "give_back"));
    return ways;
  }

  helpOf() {
    if (!this.data.help.length) return null;
    const list = make("ul", "help");
    list.append(...this.data.help.map((card) => {
      const item = make("li");
      const picture = drawing(card.icon, this.data.pictures);
      const text = make("div");
      text.append(make("b", "", card.title), make("bdi", "", card.text));
      item.append(...[picture, text].filter(Boolean));
      return item;
    }));
    const fold = make("details");
    fold.append(make("summary", "", this.data.words.help), list);
    return fold;
  }

  back() {
    return wayOf(this.data.words.back, "", () => this.go("day"), "back");
  }

  badView() {
    const { data } = this;
    const { bad, name } = data.days[this.day];
    const ways = make("div", "ways");
    if (data.phone) {
      const number = data.phone.replace(/[^+0-9]/g, "");
      for (const [kind, text] of [["sms", data.words.write], ["tel", data.words.ring]]) {
        const link = make("a", "way", text);
        link.href = `${kind}:${number}`;
        ways.append(link);
      }
    }
    ways.append(this.back());
    const after = make("div");
    after.append(...bad.after.map((line) => make("p", "kind", line)));
    return [
      headed(bad.lead, name),
      bad.before ? make("p", "kind", bad.before) : null,
      ...momentsOf(bad.moments, new Map(), data),
      after,
      ways,
    ];
  }

  answersView() {
    const list = make("ul", "lines");
    list.append(...this.data.answers.map((line) => make("li", "", line)));
    const ways = make("div", "ways");
    ways.append(this.back());
    if (this.data.may_answer) ways.append(wayOf(this.data.words.change, "", () => this.send("questions"), "questions"));
    return [headed(this.data.words.answers, this.data.words.whose), list, ways];
  }

  firstView() {
    const { data } = this;
    const lists = data.first.reminders.flatMap(({ title, lines }) => {
      const list = make("ul", "lines");
      list.append(...lines.map((line) => make("li", "", line)));
      return [make("b", "kind", title), list];
    });
    const ways = make("div", "ways");
    ways.append(this.back());
    const body = data.first.moments.length ? momentsOf(data.first.moments, new Map(), data) : [make("p", "note", data.first.note)];
    return [headed(data.first.title, data.first.when), ...body, ...lists, ways];
  }
}

const drawn = new WeakMap();

export default function myWeek(component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector("[data-week]");
  if (!drawn.has(root)) drawn.set(root, new MyWeek(root));
  drawn.get(root).show(data, (way) => setTriggerValue("go", way));
}
