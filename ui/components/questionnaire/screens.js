// The screens around the questions: before the first, between, and after the last.

Object.assign(Questionnaire.prototype, {
  introduction() {
    const words = this.data.words;
    const points = words.points.map((point) => make("li", {}, this.drawing(point.picture, "small"), make("span", {}, point.text)));
    const isAlone = this.data.turn === "alone";
    return [
      this.tools(null),
      make("h2", { tabindex: "-1" }, words.introduction_title),
      points.length ? make("ul", { class: "points" }, ...points) : null,
      ...words.introduction.map((line) => make("p", { class: "line" }, line)),
      this.buttons(this.go(words.begin, () => this.beginTurn(), "begin"),
        isAlone ? this.quiet(words.enough_for_today, () => this.show("paused"), "pause") : null),
      this.foot(),
    ].filter(Boolean);
  },

  beginTurn() {
    keepSetting(this.turnKey, "begun", "sessionStorage");
    this.goOn();
  },

  // A screen that ends something: a picture, a title, a few lines and ways on. It tells too what is stored.
  ending(name, title, lines, ...ways) {
    return [
      this.drawing(name, "picture"),
      make("h2", { tabindex: "-1" }, title),
      ...lines.filter(Boolean).map((line) => make("p", { class: "line" }, line)),
      this.buttons(...ways),
    ];
  },

  go(label, onclick, act = null) {
    return make("button", { class: "go", type: "button", "data-act": act, onclick }, label);
  },

  quiet(label, onclick, act = null) {
    return make("button", { class: "quiet", type: "button", "data-act": act, onclick }, label);
  },

  buttons(...ways) {
    return make("div", { class: "row" }, ...ways);
  },

  stateLine() {
    return make("p", { class: "state" });
  },

  paused() {
    const words = this.data.words;
    const leave = this.go(words.leave_pause, () => this.leave("pause"));
    const ways = [leave, this.quiet(words.go_on, () => this.goOn())];
    return [...this.ending("couch", words.paused_title, [words.paused], ...ways), this.stateLine()];
  },

  end() {
    const words = this.data.words;
    const more = !this.privateIsOpen && this.data.items.some((item) => item.private) && !this.data.only_focus;
    const leave = this.go(words.leave_end, () => this.leave("end"), "leave");
    const open = more ? this.quiet(words.private_open, () => this.openPrivate(), "private") : null;
    return [
      ...this.ending("hand-heart", words.end_title, [words.end, more ? words.private_offer : null], leave, open),
      this.undoRow(false),
    ];
  },

  // The student has asked to talk to somebody today: the questions can wait.
  called() {
    const words = this.data.words;
    const leave = this.go(words.leave_end, () => this.leave("end"));
    const ways = [leave, this.quiet(words.go_on, () => this.goOn())];
    return [...this.ending("chats", words.called_title, words.called, ...ways), this.stateLine()];
  },

  // «Inte idag»: no more questions, but what one likes may be told.
  notToday() {
    const words = this.data.words;
    const likes = nextOpen(this.route(), this.isOpen(), this.current);
    const leave = () => this.leave("pause");
    const tell = () => this.ask(likes);
    const lines = likes ? [words.not_today, words.likes_offer] : [words.thanks_for_likes];
    const ways = likes
      ? [this.go(words.tell_likes, tell, "likes"), this.quiet(words.leave_pause, leave, "leave_today")]
      : [this.go(words.leave_pause, leave, "leave_today")];
    return [...this.ending("couch", words.not_today_title, lines, ...ways), this.undoRow(false)];
  },

  // The student wants to answer without anybody beside.
  handOver() {
    const words = this.data.words;
    const ways = [
      this.go(words.hand_over_now, () => this.leave("hand_over"), "hand_over"),
      this.quiet(words.stay_together, () => this.goOn(), "stay"),
    ];
    return [...this.ending("device-mobile", words.hand_over_title, [words.hand_over], ...ways), this.undoRow(false)];
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
});
