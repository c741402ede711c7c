// One question at a time: what is drawn, and what a tap or a key does.

const GUARD_MS = 250;
const KEYS = { j: "yes", y: "yes", n: "no", v: "dont_know", d: "dont_know", h: "skip", s: "skip" };
const CHOICES = ["yes", "no", "dont_know", "skip"];

class Questionnaire {
  constructor(root) {
    this.root = root;
    this.remembered = {};
    this.ticks = new Set();
    this.gridOpen = false;
    this.privateIsOpen = false;
    this.toldOfCall = false;
    this.onKey = (event) => this.key(event);
    this.onTap = (event) => this.tap(event);
    window.addEventListener("keydown", this.onKey, true);
    window.addEventListener("click", this.onTap, true);
    this.textSize = readSetting("stegvis-text") || "A";
    this.whenVoices = () => this.root.querySelector(".card") && this.drawTools();
    if (window.speechSynthesis) speechSynthesis.addEventListener("voiceschanged", this.whenVoices);
  }

  receive(component) {
    const { data, setStateValue, setTriggerValue } = component;
    this.data = data;
    this.leave = (how) => setTriggerValue("leave", how);
    if (!this.log) this.log = new AnswerLog(data.place, () => {}, () => this.drawState());
    this.log.send = (value) => setStateValue("log", value);
    if (!this.current && !this.screen) {
      this.log.sentAt = 0;
      this.begin();
    }
    this.log.stored(data.stored);
    if (data.call_coach && !this.toldOfCall) {
      this.toldOfCall = true;
      this.show("called");
    }
    this.drawState();
  }

  stop() {
    window.removeEventListener("keydown", this.onKey, true);
    window.removeEventListener("click", this.onTap, true);
    if (window.speechSynthesis) {
      speechSynthesis.removeEventListener("voiceschanged", this.whenVoices);
      speechSynthesis.cancel();
    }
    this.log.stop();
  }

  answers() {
    return withEvents(this.data.answers, this.log.pending);
  }

  route() {
    return routeOf(this.data.items, this.data.ways, this.answers(), this.privateIsOpen);
  }

  item() {
    return this.data.items.find((item) => item.id === this.current) || null;
  }

  begin() {
    const answers = this.answers();
    const first = this.data.focus || nextOpen(this.route(), answers, null);
    if (!Object.keys(answers).length && !this.data.focus && this.data.items.length) this.show("introduction");
    else this.ask(first);
  }

  ask(id) {
    this.current = id;
    this.gridOpen = false;
    const earlier = id && (this.answers()[id] || this.remembered[id]);
    this.earlier = earlier || null;
    this.ticks = new Set(earlier ? earlier.ticks : []);
    this.show(id ? "question" : "end");
  }

  show(screen) {
    this.screen = screen;
    this.shownAt = performance.now();
    this.draw();
    const heading = this.root.querySelector("h2");
    heading.focus({ preventScroll: true });
    // A long list may have been scrolled; the next question is to be seen from its beginning.
    const { top } = heading.getBoundingClientRect();
    if (top < 0 || top > window.innerHeight * 0.7) this.root.querySelector(".card").scrollIntoView({ block: "start" });
  }

  isTooSoon() {
    return performance.now() - this.shownAt < GUARD_MS;
  }

  // ---- what a tap does

  // Taps are taken before anybody else: without contact Streamlit opens a dialog that swallows what is outside it.
  tap(event) {
    const button = event.composedPath().find((each) => each instanceof HTMLButtonElement);
    if (!button || !button.onclick || !this.root.contains(button)) return;
    event.stopImmediatePropagation();
    if (!button.disabled) button.onclick(event);
  }

  press(choice) {
    if (this.isTooSoon()) return;
    const item = this.item();
    if (choice === "yes" && item.kind === "time_grid" && !this.gridOpen) {
      this.gridOpen = true;
      this.draw();
      return;
    }
    this.answer(choice, []);
  }

  tick(code) {
    const item = this.item();
    if (item.kind === "pick_one") {
      if (!this.isTooSoon()) this.answer(null, [code]);
      return;
    }
    const alone = new Set(item.options.filter((option) => option.alone).map((option) => option.code));
    if (this.ticks.has(code)) this.ticks.delete(code);
    else {
      if (alone.has(code)) this.ticks.clear();
      else for (const other of alone) this.ticks.delete(other);
      this.ticks.add(code);
    }
    this.drawTicks();
  }

  ready() {
    if (this.isTooSoon()) return;
    const chosen = this.item().options.map((option) => option.code).filter((code) => this.ticks.has(code));
    const grid = this.item().kind === "time_grid";
    this.answer(grid ? "yes" : chosen.length ? null : "skip", chosen);
  }

  answer(choice, ticks) {
    const question = this.current;
    delete this.remembered[question];
    this.log.add({ question, choice, ticks, undo: false });
    if (this.data.only_focus) {
      this.show("end");
      return;
    }
    if (wayOf(this.data.ways, this.answers()) === "not_today" && wayOf(this.data.ways, { [question]: this.answers()[question] }) === "not_today") this.show("paused");
    else this.ask(nextOpen(this.route(), this.answers(), question));
  }

  openPrivate() {
    this.privateIsOpen = true;
    this.goOn();
  }

  goOn() {
    this.ask(nextOpen(this.route(), this.answers(), null));
  }

  undo() {
    if (this.isTooSoon()) return;
    if (this.gridOpen) {
      this.ask(this.current);
      return;
    }
    const answers = this.answers();
    const before = lastAnswered(this.route(), answers, this.current);
    if (!before) return;
    this.remembered[before] = answers[before];
    this.log.add({ question: before, choice: null, ticks: [], undo: true });
    this.ask(before);
  }

  key(event) {
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || this.root.querySelector("dialog[open]")) return;
    const target = event.composedPath()[0];
    if (target instanceof Element && target.closest("input, textarea, select, [contenteditable]")) return;
    if (event.key === "Backspace") {
      event.preventDefault();
      this.undo();
      return;
    }
    if (this.screen !== "question") return;
    const item = this.item();
    const hasButtons = (item.kind === "yes_no" || item.kind === "time_grid") && !this.gridOpen;
    const choice = KEYS[event.key.toLowerCase()];
    if (hasButtons && choice) this.press(choice);
    else if (!hasButtons && choice === "skip" && !this.isTooSoon()) this.answer("skip", []);
    else if (!hasButtons && /^[1-9]$/.test(event.key)) {
      const option = item.options[Number(event.key) - 1];
      if (option) this.tick(option.code);
    }
  }
}

function readSetting(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function keepSetting(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Without storage the setting holds for this page.
  }
}
