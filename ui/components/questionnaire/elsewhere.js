// Another screen may have the same questions open: what is answered there comes here too, and is said.

const LOOK_EVERY = 20_000;
const LOOK_AT_MOST_EVERY = 2000;

Object.assign(Questionnaire.prototype, {
  // Whoever picks a screen up again sees how it stands now; one that lies in front of somebody looks now and then.
  keepLooking() {
    let latest = Date.now();
    const look = () => {
      if (document.visibilityState !== "visible" || this.log.pending.length || Date.now() - latest < LOOK_AT_MOST_EVERY) return;
      latest = Date.now();
      this.log.send({ sending: Date.now(), events: [] });
    };
    const timer = setInterval(look, LOOK_EVERY);
    document.addEventListener("visibilitychange", look);
    window.addEventListener("focus", look);
    this.stopLooking = () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("focus", look);
    };
  },

  // The question on this screen has just got an answer on another one.
  answeredElsewhere() {
    this.elsewhere = this.current;
    this.boxesOpen = false;
    this.earlier = this.answers()[this.current];
    this.ticks = new Set(this.earlier.ticks);
    this.show("question", this.data.words.elsewhere);
  },

  elsewhereNote(item) {
    if (this.elsewhere !== item.id) return null;
    const words = this.data.words;
    const { choice, ticks } = this.earlier;
    const labels = Object.fromEntries(item.options.map((option) => [option.code, option.label]));
    const said = [choice ? words[choice] : null, ticks.map((tick) => labels[tick] || tick).join(", ")].filter(Boolean).join(": ");
    return make("div", { class: "note elsewhere" }, make("p", {}, `${words.elsewhere} ${said}`),
      this.go(words.onwards, () => !this.isTooSoon() && this.goOnAfter(item.id), "onwards"));
  },
});
