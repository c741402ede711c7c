// One question at a time: what is drawn, and what a tap or a key does.

const GUARD_MS = 250;
const KEYS = { j: "yes", y: "yes", n: "no", v: "dont_know", d: "dont_know", h: "skip", s: "skip" };
const CHOICES = ["yes", "no", "dont_know", "skip"];

// What stays the same comes once, by its name, and not with every answer.
const STEADY = {};

function whole(data) {
  if (!data.steady_name) return data;
  if (data.steady) STEADY[data.steady_name] = data.steady;
  const steady = STEADY[data.steady_name];
  return steady ? { ...steady, ...data } : null;
}

class Questionnaire {
  constructor(root) {
    this.root = root;
    this.remembered = {};
    this.ticks = new Set();
    this.boxesOpen = false;
    this.privateIsOpen = false;
    this.toldOfCall = false;
    this.doneAgain = new Set();
    this.onKey = (event) => this.key(event);
    this.onTap = (event) => this.tap(event);
    window.addEventListener("keydown", this.onKey, true);
    window.addEventListener("click", this.onTap, true);
    this.drawn = {};
    this.whenVoices = () => this.root.querySelector(".card") && this.voicesCame();
    if (window.speechSynthesis) speechSynthesis.addEventListener("voiceschanged", this.whenVoices);
  }

  receive(component) {
    const { setStateValue, setTriggerValue } = component;
    const data = whole(component.data);
    // A page that has forgotten what stays the same asks for it.
    if (!data) {
      setStateValue("log", { sending: Date.now(), events: [], knows: "" });
      return;
    }
    const wasOpen = this.screen === "question" && Boolean(this.data) && this.isOpen()(this.current);
    this.data = data;
    this.leave = (how) => {
      keepSetting(this.turnKey, "", "sessionStorage");
      setTriggerValue("leave", how);
    };
    if (!this.log) this.log = new AnswerLog(data.place, () => {}, () => this.drawState());
    this.log.send = (value) => setStateValue("log", { ...value, knows: data.steady_name || "" });
    this.log.heads = data.heads;
    if (!this.current && !this.screen) {
      this.log.sentAt = 0;
      this.roundKey = `${data.place}-${data.round}`;
      this.asBefore = new Set(data.round ? JSON.parse(readSetting(this.roundKey, "sessionStorage") || "[]") : []);
      this.aloudKey = `${data.place}-aloud`;
      this.turnKey = `${data.place}-turn`;
      this.recall();
      this.keepLooking();
      this.begin();
    }
    this.log.stored(data.stored);
    if (wasOpen && !this.isOpen()(this.current)) this.answeredElsewhere();
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
    this.log?.stop();
    this.stopLooking?.();
    this.looks?.stop();
  }

  answers() {
    return withEvents(this.data.answers, this.log.pending, this.data.by);
  }

  route() {
    return routeOf(this.data.items, this.data.ways, this.answers(), this.privateIsOpen);
  }

  way() {
    return wayOf(this.data.ways, this.answers());
  }

  // Without an answer, or with one from before this round that nothing has been said of yet.
  isOpen() {
    const answers = this.answers();
    return (id) => !answers[id] || (Boolean(this.data.earlier[id]?.again) && !this.asBefore.has(id) && !this.doneAgain.has(id));
  }

  isOn(switched) {
    const rule = this.data.switches[switched];
    const answer = rule && this.answers()[rule.question];
    return Boolean(answer) && rule.when.includes(answer.choice);
  }

  item() {
    return this.data.items.find((item) => item.id === this.current) || null;
  }

  begin() {
    const answers = this.answers();
    const isNew = !Object.keys(answers).length || (this.data.turn === "alone" && readSetting(this.turnKey, "sessionStorage") !== "begun");
    if (isNew && !this.data.focus && this.data.items.length) this.show("introduction");
    else if (this.way() === "not_today") this.ask(this.data.ways[0].question);
    else this.ask(this.data.focus || nextOpen(this.route(), this.isOpen(), null));
  }

  ask(id, told = "") {
    this.current = id;
    this.elsewhere = null;
    this.boxesOpen = false;
    // A day without questions is over when the questions are opened again: how much to ask is asked anew.
    const isNewDay = id && this.way() === "not_today" && this.data.ways.some((way) => way.question === id);
    const earlier = id && !isNewDay && (this.answers()[id] || this.remembered[id] || this.data.earlier[id]);
    this.earlier = earlier || null;
    this.ticks = new Set(earlier ? earlier.ticks : []);
    this.show(id ? "question" : this.way() === "not_today" ? "notToday" : "end", told);
  }

  show(screen, told = "") {
    this.screen = screen;
    this.shownAt = performance.now();
    this.draw();
    this.tell(told || this.progress());
    const heading = this.root.querySelector("h2");
    heading.focus({ preventScroll: true });
    // A long list may have been scrolled; the next question is to be seen from its beginning.
    const { top } = heading.getBoundingClientRect();
    if (top < 0 || top > window.innerHeight * 0.7) this.root.querySelector(".card").scrollIntoView({ block: "start" });
    this.readWhenShown();
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

  hasButtons(item) {
    return (item.kind === "yes_no" || item.kind === "time_grid") && !this.boxesOpen;
  }

  press(choice) {
    if (this.isTooSoon()) return;
    const item = this.item();
    if (choice === "yes" && item.options.length) {
      this.boxesOpen = true;
      this.show("question");
      return;
    }
    if (choice === "skip") this.skip();
    else this.answer(choice, []);
  }

  // In a new round an answer from before is kept as it is, with its date.
  skip() {
    if (this.isTooSoon()) return;
    if (this.canKeep()) this.keep();
    else this.answer("skip", []);
  }

  canKeep() {
    return Boolean(this.data.earlier[this.current]);
  }

  keep() {
    const id = this.current;
    const { choice, ticks } = this.data.earlier[id];
    if (this.answers()[id]) {
      this.asBefore.add(id);
      keepSetting(this.roundKey, JSON.stringify([...this.asBefore]), "sessionStorage");
      this.goOnAfter(id);
    } else this.answer(choice, ticks);
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
    const item = this.item();
    const chosen = item.options.map((option) => option.code).filter((code) => this.ticks.has(code));
    const besideYes = item.kind === "yes_no" || item.kind === "time_grid";
    this.answer(besideYes ? "yes" : chosen.length ? null : "skip", chosen);
  }

  answer(choice, ticks) {
    const question = this.current;
    delete this.remembered[question];
    this.doneAgain.add(question);
    this.log.add({ question, choice, ticks, undo: false, by: this.data.by });
    if (this.data.only_focus) this.show("end");
    else if (this.switchedOn("pupil_mode", question) && this.data.turn === "together") this.show("handOver");
    else {
      if (this.switchedOn("read_aloud", question)) this.beginReading();
      this.goOnAfter(question);
    }
  }

  switchedOn(switched, question) {
    return this.data.switches[switched]?.question === question && this.isOn(switched);
  }

  goOnAfter(question) {
    const choosesNotToday = this.way() === "not_today" && this.data.ways.some((way) => way.question === question);
    if (choosesNotToday) this.show("notToday");
    else this.ask(nextOpen(this.route(), this.isOpen(), question));
  }

  openPrivate() {
    this.privateIsOpen = true;
    this.goOn();
  }

  goOn() {
    this.ask(nextOpen(this.route(), this.isOpen(), null));
  }

  undo() {
    if (this.isTooSoon()) return;
    if (this.boxesOpen) {
      this.ask(this.current, this.data.words.undone);
      return;
    }
    const before = this.before();
    if (!before) return;
    const answered = this.answers()[before];
    this.doneAgain.delete(before);
    if (this.asBefore.delete(before)) keepSetting(this.roundKey, JSON.stringify([...this.asBefore]), "sessionStorage");
    else {
      this.remembered[before] = answered;
      this.log.add({ question: before, choice: null, ticks: [], undo: true, by: this.data.by });
    }
    this.ask(before, this.data.words.undone);
  }

  // The question that an undo goes back to. After a question that ended the questions, it is that one.
  before() {
    const isAfter = this.screen === "notToday" || this.screen === "handOver";
    if (isAfter && this.current) return this.current;
    return lastAnswered(this.route(), this.isOpen(), this.current);
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || this.root.querySelector("dialog[open]")) return;
    const target = event.composedPath()[0];
    if (target instanceof Element && target.closest("input, textarea, select, [contenteditable], [role=dialog]")) return;
    if (event.repeat) {
      // A key that is held presses once.
      if (target instanceof Element && this.root.contains(target) && event.key !== "Tab") event.preventDefault();
      return;
    }
    if (event.key === "Backspace") {
      event.preventDefault();
      this.undo();
      return;
    }
    if (this.screen !== "question") return;
    const item = this.item();
    const choice = KEYS[event.key.toLowerCase()];
    if (this.hasButtons(item) && choice) this.press(choice);
    else if (!this.hasButtons(item) && choice === "skip") this.skip();
    else if (!this.hasButtons(item) && /^[1-9]$/.test(event.key)) {
      const option = item.options[Number(event.key) - 1];
      if (option) this.tick(option.code);
    }
  }
}
