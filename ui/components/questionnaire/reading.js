// What helps one read: the device's own voice, larger text, more air.

Object.assign(Questionnaire.prototype, {
  // What was chosen for this case in this device.
  recall() {
    const chosen = (name, among) => among.find((each) => each === readSetting(`${this.data.place}-${name}`)) || null;
    this.textSize = chosen("text", SIZES);
    this.isAiry = chosen("spacing", ["airy"]) !== null;
    this.pictures = chosen("pictures", Object.keys(PICTURE_SETS));
    this.looks = new Looks(this.data.place, this.data.looks);
  },

  size() {
    return this.textSize || (this.isOn("read_aloud") ? "A+" : "A");
  },

  setSize(size) {
    this.textSize = size;
    keepSetting(`${this.data.place}-text`, size);
    this.drawSettings();
  },

  setAiry(isAiry) {
    this.isAiry = isAiry;
    keepSetting(`${this.data.place}-spacing`, isAiry ? "airy" : "usual");
    this.drawSettings();
  },

  drawSettings() {
    const card = this.root.querySelector(".card");
    card.dataset.size = this.size();
    card.dataset.spacing = this.isAiry ? "airy" : "usual";
    card.dataset.pictures = this.pictureSet();
    const chosen = { size: this.size(), pictures: this.pictureSet(), light: this.looks.light, colour: this.looks.colour };
    for (const button of card.querySelectorAll("[data-aid]")) button.setAttribute("aria-pressed", String(chosen[button.dataset.aid] === button.dataset.to));
    card.querySelector("[data-act=airy]")?.setAttribute("aria-pressed", String(this.isAiry));
    card.querySelector("[data-act=aloud]")?.setAttribute("aria-pressed", String(this.isReading()));
  },

  // Whether every question is read: as the student has answered, until somebody turns it off or on in this tab.
  isReading() {
    const chosen = readSetting(this.aloudKey, "sessionStorage");
    return chosen ? chosen === "on" : this.isOn("read_aloud");
  },

  setReading(isReading) {
    keepSetting(this.aloudKey, isReading ? "on" : "off", "sessionStorage");
    this.drawSettings();
    this.drawTools();
    if (isReading) this.readAloud();
    else window.speechSynthesis?.cancel();
  },

  // The student has just said «Ja» to having the questions read.
  beginReading() {
    keepSetting(this.aloudKey, "on", "sessionStorage");
    if (!this.textSize || this.textSize === "A") this.setSize("A+");
  },

  // Only a voice that lives in this device: others send the text away to be spoken.
  voice() {
    if (!window.speechSynthesis) return null;
    const speaks = (voice) => voice.lang.toLowerCase().split(/[-_]/)[0] === this.data.language;
    return speechSynthesis.getVoices().find((voice) => voice.localService === true && speaks(voice)) || null;
  },

  readWhenShown() {
    if (window.speechSynthesis) speechSynthesis.cancel();
    if (this.isReading()) this.readAloud();
  },

  readAloud() {
    const voice = this.voice();
    if (!voice) return;
    this.readAt = this.shownAt;
    speechSynthesis.cancel();
    const speech = new SpeechSynthesisUtterance(this.toRead().join(". "));
    speech.voice = voice;
    speech.lang = voice.lang;
    speech.rate = 0.9;
    speechSynthesis.speak(speech);
  },

  // Voices may come later than the question.
  voicesCame() {
    this.drawTools();
    if (this.data && this.isReading() && this.readAt !== this.shownAt) this.readAloud();
  },

  toRead() {
    const item = this.screen === "question" ? this.item() : null;
    if (!item) return [...this.root.querySelectorAll(".card > h2, .card > .line")].map((each) => each.textContent);
    const boxes = this.hasButtons(item) ? [] : item.options.map((option) => option.label);
    const before = this.root.querySelector(".card > .note.before");
    return [item.text, ...(before ? [before.textContent] : []), ...boxes];
  },

  tools(item) {
    const words = this.data.words;
    const right = make("div", { class: "right" });
    if (this.voice()) right.append(this.isReading()
      ? this.tool(words.stop_reading, "stop_reading", () => this.setReading(false), loudspeaker(), true)
      : this.tool(words.read_aloud, "read", () => this.readAloud(), loudspeaker()));
    right.append(this.tool(words.reading_aids, "aids", () => this.root.querySelector("dialog.aids").showModal(), "Aa"));
    const noVoice = this.isReading() && !this.voice() ? make("p", { class: "note novoice" }, words.no_voice) : null;
    const bar = make("div", { class: "tools" }, item ? this.dots(item) : make("span"), right);
    return make("div", { class: "top" }, bar, noVoice, this.aids());
  },

  tool(label, act, onclick, sign, isOn = false) {
    return make("button", { class: "tool", type: "button", "data-act": act, "aria-label": label, title: label,
      "aria-pressed": isOn ? "true" : null, onclick }, sign);
  },

  aids() {
    const words = this.data.words;
    const close = make("button", { class: "go", type: "button", autofocus: true }, words.close);
    const turn = (label, act, isOn, set) => make("button", { class: "turn", type: "button", "data-act": act, "aria-pressed": String(isOn()),
      onclick: () => set(!isOn()) }, make("span", { class: "mark", "aria-hidden": "true" }), make("span", {}, label));
    const dialog = make("dialog", { class: "aids", "aria-label": words.reading_aids },
      make("h3", {}, words.reading_aids),
      this.row("size", words.text_size, SIZES.map((size) => [size, size]), (size) => this.setSize(size), true),
      turn(words.airy, "airy", () => this.isAiry, (isOn) => this.setAiry(isOn)),
      this.voice() || this.isReading() ? turn(words.read_every, "aloud", () => this.isReading(), (isOn) => this.setReading(isOn)) : null,
      this.row("pictures", words.pictures, Object.keys(PICTURE_SETS).map((set) => [set, words.picture_sets[set]]), (set) => this.setPictures(set)),
      this.row("light", words.light, Object.entries(words.lights), (light) => this.setLook({ light })),
      this.row("colour", words.colour, Object.entries(words.colours), (colour) => this.setLook({ colour })),
      close);
    close.onclick = () => dialog.close();
    return dialog;
  },

  // A row of choices of which one holds.
  row(aid, label, choices, choose, isQuiet = false) {
    const buttons = choices.map(([to, name]) => make("button", { class: "aid", type: "button", "data-aid": aid, "data-to": to,
      onclick: () => choose(to) }, aid === "colour" ? make("span", { class: "spot", "aria-hidden": "true" }) : null, make("span", {}, name)));
    return make("div", { class: `aidrow of-${aid}`, role: "group", "aria-label": label },
      isQuiet ? null : make("p", { class: "aidname", "aria-hidden": "true" }, label), make("div", { class: "aidchoices" }, ...buttons));
  },

  setLook(look) {
    this.looks.choose(look);
    this.drawSettings();
  },

  drawTools() {
    const old = this.root.querySelector(".top");
    if (!old || !this.data) return;
    // While the dialog is open it stays as it is; only the row above it changes.
    const fresh = this.tools(this.screen === "question" ? this.item() : null);
    const open = old.querySelector("dialog[open]");
    // Only what is made anew may take the focus up again: wherever else somebody is, they stay.
    const active = this.root.getRootNode().activeElement;
    const focused = old.contains(active) ? active.dataset.act : null;
    if (open) {
      old.querySelector(".tools").replaceWith(fresh.querySelector(".tools"));
      return;
    }
    old.replaceWith(fresh);
    if (focused) {
      const again = focused === "stop_reading" || focused === "read" ? "read" : "aids";
      (fresh.querySelector(`[data-act=${again}]`) || fresh.querySelector(".tool"))?.focus();
    }
  },
});
