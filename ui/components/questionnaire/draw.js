// The drawing half of the questionnaire: it reads the state and makes the page anew.

Object.assign(Questionnaire.prototype, {
  draw() {
    const card = this.root.querySelector(".card");
    card.dataset.size = this.textSize;
    card.replaceChildren(...this[this.screen]());
    this.drawState();
  },

  introduction() {
    const words = this.data.words;
    return [
      this.tools(null),
      make("h2", { tabindex: "-1" }, words.introduction_title),
      ...words.introduction.map((line) => make("p", { class: "line" }, line)),
      make("div", { class: "row" }, make("button", { class: "go", type: "button", onclick: () => this.goOn() }, words.begin)),
      this.foot(),
    ];
  },

  question() {
    const item = this.item();
    const parts = [this.tools(item), make("div", { class: "picture" }, picture(PICTURES[item.section] || []))];
    parts.push(make("h2", { tabindex: "-1" }, item.text));
    const buttons = (item.kind === "yes_no" || item.kind === "time_grid") && !this.gridOpen;
    parts.push(buttons ? this.choiceButtons() : this.boxes(item));
    parts.push(this.undoRow(), this.foot());
    return parts;
  },

  choiceButtons() {
    const words = this.data.words;
    const group = make("div", { class: "choices", role: "group", "aria-label": words.your_answer });
    for (const choice of CHOICES) {
      const chosen = Boolean(this.earlier) && this.earlier.choice === choice;
      group.append(
        make("button", { class: "answer", type: "button", "data-choice": choice, "aria-pressed": chosen ? "true" : null,
          onclick: () => this.press(choice) },
          make("span", {}, words[choice]), make("kbd", { "aria-hidden": "true" }, words.keys[choice])),
      );
    }
    return group;
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
          make("span", { class: "mark", "aria-hidden": "true" }), make("span", {}, option.label),
          place < 9 ? make("kbd", { "aria-hidden": "true" }, String(place + 1)) : null),
      );
    });
    const under = make("div", { class: "choices two" });
    if (!one) under.append(make("button", { class: "answer go", type: "button", "data-choice": "ready", onclick: () => this.ready() }, words.ready));
    under.append(
      make("button", { class: "answer", type: "button", "data-choice": "skip",
        onclick: () => this.isTooSoon() || this.answer("skip", []) },
        make("span", {}, words.skip), make("kbd", { "aria-hidden": "true" }, words.keys.skip)),
    );
    return make("div", { class: "stack" }, make("p", { class: "hint" }, one ? words.choose_one : words.choose_many), list, under);
  },

  drawTicks() {
    for (const box of this.root.querySelectorAll(".box")) box.setAttribute("aria-pressed", String(this.ticks.has(box.dataset.code)));
  },

  undoRow() {
    const words = this.data.words;
    const nothing = !this.gridOpen && !lastAnswered(this.route(), this.answers(), this.current);
    return make("div", { class: "row spread" },
      make("button", { class: "quiet", type: "button", "data-act": "undo", disabled: nothing, onclick: () => this.undo() }, "↶ " + words.undo),
      make("span", { class: "state", role: "status" }),
      make("button", { class: "quiet", type: "button", "data-act": "pause", onclick: () => this.show("paused") }, words.enough_for_today));
  },

  paused() {
    const words = this.data.words;
    return [
      make("div", { class: "picture" }, picture(PICTURES.RA)),
      make("h2", { tabindex: "-1" }, words.paused_title),
      make("p", { class: "line" }, words.paused),
      make("p", { class: "state", role: "status" }),
      make("div", { class: "row" },
        make("button", { class: "go", type: "button", onclick: () => this.leave("pause") }, words.leave_pause),
        make("button", { class: "quiet", type: "button", onclick: () => this.goOn() }, words.go_on)),
    ];
  },

  end() {
    const words = this.data.words;
    const more = !this.privateIsOpen && this.data.items.some((item) => item.private) && !this.data.only_focus;
    return [
      make("div", { class: "picture" }, picture(PICTURES.IN)),
      make("h2", { tabindex: "-1" }, words.end_title),
      make("p", { class: "line" }, words.end),
      more ? make("p", { class: "line" }, words.private_offer) : null,
      make("div", { class: "row" },
        make("button", { class: "go", type: "button", "data-act": "leave", onclick: () => this.leave("end") }, words.leave_end),
        more ? make("button", { class: "quiet", type: "button", "data-act": "private", onclick: () => this.openPrivate() }, words.private_open) : null),
      this.undoRow(),
    ].filter(Boolean);
  },

  // The student has asked to talk to somebody today: the questions can wait.
  called() {
    const words = this.data.words;
    return [
      make("div", { class: "picture" }, picture(PICTURES.ON)),
      make("h2", { tabindex: "-1" }, words.called_title),
      make("p", { class: "line" }, words.called),
      make("p", { class: "state", role: "status" }),
      make("div", { class: "row" },
        make("button", { class: "go", type: "button", onclick: () => this.leave("end") }, words.leave_end),
        make("button", { class: "quiet", type: "button", onclick: () => this.goOn() }, words.go_on)),
    ];
  },

  tools(item) {
    const words = this.data.words;
    const bar = make("div", { class: "tools" }, item ? this.dots(item) : make("span"));
    const right = make("div", { class: "right" });
    if (this.voice()) right.append(make("button", { class: "tool", type: "button", "aria-label": words.read_aloud, title: words.read_aloud, onclick: () => this.readAloud() }, picture(["M8 19v10h7l9 8V11l-9 8z", "M31 17c4 4 4 10 0 14", "M36 12c7 7 7 17 0 24"])));
    right.append(make("button", { class: "tool", type: "button", "aria-label": words.text_size, title: words.text_size, "aria-pressed": String(this.textSize !== "A"),
      onclick: () => this.changeSize() }, this.textSize === "A" ? "A+" : "A"));
    bar.append(right);
    return bar;
  },

  drawTools() {
    const old = this.root.querySelector(".tools");
    if (old) old.replaceWith(this.tools(this.screen === "question" ? this.item() : null));
  },

  changeSize() {
    this.textSize = this.textSize === "A" ? "A+" : "A";
    keepSetting("stegvis-text", this.textSize);
    this.root.querySelector(".card").dataset.size = this.textSize;
    this.drawTools();
  },

  dots(item) {
    const answers = this.answers();
    const route = this.route();
    const codes = [...new Set(route.map((each) => each.section))];
    const at = codes.indexOf(item.section);
    const name = (this.data.sections.find((section) => section.code === item.section) || { label: "" }).label;
    const dots = make("span", { class: "dots", "aria-hidden": "true" });
    codes.forEach((code) => {
      const all = route.filter((each) => each.section === code).every((each) => answers[each.id]);
      dots.append(make("i", { class: code === item.section ? "now" : all ? "done" : "" }));
    });
    const spoken = this.data.words.part.replace("{n}", at + 1).replace("{all}", codes.length);
    return make("div", { class: "where" }, dots, make("span", { class: "section" }, name), make("span", { class: "unseen" }, spoken));
  },

  foot() {
    const words = this.data.words;
    const link = (title, lines) => {
      const close = make("button", { class: "go", type: "button", autofocus: true }, words.close);
      const dialog = make("dialog", { "aria-label": title }, make("h3", {}, title), ...lines.map((line) => make("p", {}, line)), close);
      close.onclick = () => dialog.close();
      return [make("button", { class: "link", type: "button", onclick: () => dialog.showModal() }, title), dialog];
    };
    return make("div", { class: "foot" }, ...link(words.who_sees_title, words.who_sees), ...link(words.talk_title, words.talk));
  },

  drawState() {
    if (!this.data || !this.log) return;
    const state = this.log.state();
    for (const place of this.root.querySelectorAll(".state")) {
      if (place.dataset.state === state) continue;
      place.dataset.state = state;
      place.textContent = this.data.words[state];
    }
  },

  voice() {
    if (!window.speechSynthesis) return null;
    // Only a voice that lives in this computer: others send the text away to be spoken.
    return speechSynthesis.getVoices().find((voice) => voice.localService && voice.lang.startsWith(this.data.language)) || null;
  },

  readAloud() {
    const item = this.item();
    const texts = item ? [item.text, ...item.options.map((option) => option.label)] : this.data.words.introduction;
    speechSynthesis.cancel();
    const speech = new SpeechSynthesisUtterance(texts.join(". "));
    speech.voice = this.voice();
    speech.lang = speech.voice.lang;
    speech.rate = 0.9;
    speechSynthesis.speak(speech);
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
