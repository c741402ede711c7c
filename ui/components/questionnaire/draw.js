// The drawing half of the questionnaire: it reads the state and makes the page anew.

Object.assign(Questionnaire.prototype, {
  draw() {
    const card = this.root.querySelector(".card");
    card.replaceChildren(...this[this.screen]());
    this.drawSettings();
    this.drawPictures();
    this.drawState();
  },

  question() {
    const item = this.item();
    return [
      this.tools(item),
      this.adultLine(),
      this.drawing(item.picture, "picture"),
      make("h2", { tabindex: "-1" }, item.text),
      this.lastTime(item),
      this.elsewhereNote(item),
      this.hasButtons(item) ? this.choiceButtons() : this.boxes(item),
      this.undoRow(),
      this.foot(),
    ].filter(Boolean);
  },

  adultLine() {
    const line = this.data.words.adult_line;
    return line ? make("p", { class: "note" }, line) : null;
  },

  // What was answered before this round, with its date.
  lastTime(item) {
    const before = this.data.earlier[item.id];
    if (!before) return null;
    const words = this.data.words;
    const labels = Object.fromEntries(item.options.map((option) => [option.code, option.label]));
    const said = [before.choice ? words[before.choice] : null, before.ticks.map((tick) => labels[tick] || tick).join(", ")];
    const answer = said.filter(Boolean).join(": ");
    return make("p", { class: "note before" }, words.last_time.replace("{date}", before.date).replace("{answer}", answer));
  },

  choiceButtons() {
    const words = this.data.words;
    const group = make("div", { class: "choices", role: "group", "aria-label": words.your_answer });
    for (const choice of CHOICES) {
      const chosen = Boolean(this.earlier) && this.earlier.choice === choice;
      group.append(choice === "skip" ? this.skipButton() :
        make("button", { class: "answer", type: "button", "data-choice": choice, "aria-pressed": chosen ? "true" : null,
          onclick: () => this.press(choice) },
          make("span", {}, words[choice]), make("kbd", { "aria-hidden": "true" }, words.keys[choice])),
      );
    }
    return group;
  },

  skipButton() {
    const words = this.data.words;
    const label = this.canKeep() ? words.same_as_before : words.skip;
    return make("button", { class: "answer", type: "button", "data-choice": "skip", onclick: () => this.skip() },
      make("span", {}, label), make("kbd", { "aria-hidden": "true" }, words.keys.skip));
  },

  boxes(item) {
    const words = this.data.words;
    const one = item.kind === "pick_one";
    const list = make("div", { class: one ? "boxes one" : "boxes", role: "group", "aria-label": one ? words.choose_one : words.choose_many });
    item.options.forEach((option, place) => {
      const chosen = this.ticks.has(option.code);
      list.append(
        make("button", { class: "box", type: "button", "data-code": option.code, "aria-pressed": String(chosen),
          onclick: () => this.tick(option.code) },
          make("span", { class: "mark", "aria-hidden": "true" }), make("span", { class: "label" }, option.label),
          this.drawing(option.picture, "small"),
          place < 9 ? make("kbd", { "aria-hidden": "true" }, String(place + 1)) : null),
      );
    });
    const under = make("div", { class: "choices two" });
    if (!one) under.append(make("button", { class: "answer go", type: "button", "data-choice": "ready", onclick: () => this.ready() }, words.ready));
    under.append(this.skipButton());
    return make("div", { class: "stack" }, make("p", { class: "hint" }, one ? words.choose_one : words.choose_many), list, under);
  },

  drawTicks() {
    for (const box of this.root.querySelectorAll(".box")) box.setAttribute("aria-pressed", String(this.ticks.has(box.dataset.code)));
  },

  undoRow(canPause = true) {
    const words = this.data.words;
    const nothing = !this.boxesOpen && !this.before();
    return make("div", { class: "row spread" },
      make("button", { class: "quiet", type: "button", "data-act": "undo", disabled: nothing, onclick: () => this.undo() }, "↶ " + words.undo),
      make("span", { class: "state" }),
      canPause ? make("button", { class: "quiet", type: "button", "data-act": "pause", onclick: () => this.show("paused") }, words.enough_for_today) : null);
  },

  // Which of the parts of the way this question stands in.
  part(item) {
    const codes = [...new Set(this.route().map((each) => each.section))];
    const name = (this.data.sections.find((section) => section.code === item.section) || { label: "" }).label;
    return { codes, name, n: codes.indexOf(item.section) + 1 };
  },

  // «Vänner, del 6 av 13», where a question is shown.
  progress() {
    const item = this.screen === "question" ? this.item() : null;
    if (!item) return "";
    const { codes, name, n } = this.part(item);
    return this.data.words.progress.replace("{section}", name).replace("{n}", n).replace("{all}", codes.length);
  },

  // Said politely by a screen reader after the heading, and only when it is another thing than before.
  tell(text) {
    const place = this.root.querySelector(".told");
    if (place && text && place.textContent !== text) place.textContent = text;
  },

  dots(item) {
    const isOpen = this.isOpen();
    const route = this.route();
    const { codes, name, n } = this.part(item);
    const dots = make("span", { class: "dots", "aria-hidden": "true" });
    codes.forEach((code) => {
      const all = route.filter((each) => each.section === code).every((each) => !isOpen(each.id));
      dots.append(make("i", { class: code === item.section ? "now" : all ? "done" : "" }));
    });
    const spoken = this.data.words.part.replace("{n}", n).replace("{all}", codes.length);
    return make("div", { class: "where" }, dots, make("span", { class: "section" }, name), make("span", { class: "unseen" }, spoken));
  },

  drawState() {
    if (!this.data || !this.log) return;
    const state = this.log.state();
    for (const place of this.root.querySelectorAll(".state")) {
      if (place.dataset.state === state) continue;
      place.dataset.state = state;
      place.textContent = this.data.words[state];
    }
    if (state === "no_contact") this.tell(this.data.words.no_contact);
    else if (state === "saved" && this.wasAway) this.tell(this.data.words.saved);
    this.wasAway = state === "no_contact" || (this.wasAway && state !== "saved");
  },
});

const all = new WeakMap();

export default function questionnaire(component) {
  const root = component.parentElement;
  if (!all.has(root)) all.set(root, new Questionnaire(root));
  all.get(root).receive(component);
  return () => {
    all.get(root)?.stop();
    all.delete(root);
  };
}
