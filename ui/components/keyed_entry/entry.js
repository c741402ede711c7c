// Keying in: what is typed is read and told at once, and lies in this tab until the server has stored it.

const PUT_DOWN_FOR = 3000;

class KeyedEntry {
  constructor(root) {
    this.root = root;
    this.sent = {};
    this.messages = {};
    // Streamlit has shortcuts of its own; what is typed here is not for it.
    this.onKey = (event) => event.stopPropagation();
    root.addEventListener("keydown", this.onKey);
  }

  receive({ data, setStateValue }) {
    const isOther = !this.data || this.data.place !== data.place || this.data.language !== data.language;
    this.data = data;
    if (!this.log) this.log = new AnswerLog(data.place, () => {}, () => this.drawState());
    this.log.send = (value) => setStateValue("log", value);
    if (!this.isBegun) {
      this.isBegun = true;
      this.log.sentAt = 0;
      const view = this.kept("view");
      this.form = data.forms.find((form) => form.key === (view.form || data.form)) || data.forms[0];
      this.by = view.by || this.form.by[0].key;
      this.drafts = this.kept("drafts");
    }
    for (const event of this.log.pending) {
      if (data.refused[event.id]) this.messages[`${event.by}/${event.question}`] = data.refused[event.id];
    }
    this.log.stored(data.stored);
    if (isOther) this.draw();
    else this.drawRows();
    if (isOther) this.takeUp();
    this.drawState();
  }

  kept(what) {
    try {
      return JSON.parse(sessionStorage.getItem(`${this.data.place}-${what}`)) || {};
    } catch {
      return {};
    }
  }

  keep(what, value) {
    try {
      sessionStorage.setItem(`${this.data.place}-${what}`, JSON.stringify(value));
    } catch {
      // Without storage it holds for this page.
    }
  }

  key(question) {
    return `${this.by}/${question}`;
  }

  // What has been typed and sent of a row, or was there before.
  sentText(question) {
    const waiting = this.log.pending.filter((event) => event.question === question && event.by === this.by);
    if (waiting.length) return waiting[waiting.length - 1].typed;
    return this.sent[this.key(question)] ?? (this.data.typed[this.by] || {})[question] ?? "";
  }

  items() {
    return this.form.rows.map((id) => this.data.items[id]);
  }

  row(question) {
    return this.root.querySelector(`[data-id="${CSS.escape(question)}"]`);
  }

  read(item) {
    const input = this.row(item.id)?.querySelector("input");
    return readLine(item, input ? input.value : this.sentText(item.id), this.data.reading);
  }

  // The answers as the rows stand now; a line that cannot be read is none.
  answers() {
    const answers = {};
    for (const item of Object.values(this.data.items)) {
      const read = this.read(item);
      if (read && !read.fault) answers[item.id] = read;
    }
    return answers;
  }

  rests(item, answers) {
    return !isShown(item, answers, this.data.items);
  }

  // ---- drawing

  draw() {
    const { words, forms } = this.data;
    const entry = this.root.querySelector(".entry");
    const jump = make("input", { id: "keyed-jump", type: "text", autocomplete: "off", maxlength: 6, placeholder: words.jump_hint,
      onkeydown: (event) => { if (event.key === "Enter") this.jump(event.target); } });
    entry.replaceChildren(
      make("div", { class: "choices" },
        choiceGroup(words.which, "form", forms, this.form.key, (key) => this.turnTo(forms.find((form) => form.key === key))),
        choiceGroup(words.who, "by", this.form.by, this.by, (key) => this.turnTo(this.form, key))),
      make("p", { class: "mark" }, words.mark, " ", make("b", {}, this.form.mark), " ", make("span", {}, words.mark_help)),
      make("p", { class: "how" }, words.how),
      make("div", { class: "bar" },
        make("label", { for: "keyed-jump" }, words.jump, jump), make("output", { class: "nothing", for: "keyed-jump" }),
        make("span", { class: "count" }), make("span", { class: "state", role: "status" })),
      ...this.sections());
    this.drawRows();
    this.drawState();
  }

  sections() {
    const on = {
      input: (item) => this.typed(item),
      key: (event, item) => this.pressed(event, item),
      leave: (item) => this.commit(item),
      enter: (item) => { this.at = item.id; },
    };
    const parts = [];
    let list = null;
    this.items().forEach((item, place) => {
      if (!place || item.section !== this.items()[place - 1].section) {
        list = make("ol");
        parts.push(make("h2", {}, this.data.sections[item.section]), list);
      }
      const value = (this.drafts[this.by] || {})[item.id] ?? this.sentText(item.id);
      list.append(rowOf(item, place + 1, value, this.form.conditions[item.id], on));
    });
    return parts;
  }

  drawRows() {
    const answers = this.answers();
    let bad = 0;
    for (const item of this.items()) {
      const row = this.row(item.id);
      const read = this.read(item);
      const isBeingTyped = this.typing === item.id;
      const told = this.messages[this.key(item.id)];
      const fault = read && read.fault ? sayFault(item, read, this.data.reading) : told;
      row.classList.toggle("rests", this.rests(item, answers));
      row.classList.toggle("bad", Boolean(fault) && !isBeingTyped);
      row.querySelector("input").setAttribute("aria-invalid", String(Boolean(fault) && !isBeingTyped));
      row.querySelector(".said").textContent = fault ? (isBeingTyped ? "…" : fault) : sayAnswer(item, read, this.data.words);
      if (fault) bad += 1;
    }
    const shown = this.items().filter((item) => !this.rests(item, answers));
    const { words } = this.data;
    const count = words.count.replace("{n}", shown.filter((item) => answers[item.id]).length).replace("{all}", shown.length);
    this.root.querySelector(".count").textContent = bad ? `${count} · ${words.bad.replace("{n}", bad)}` : count;
  }

  drawState() {
    const place = this.root.querySelector(".state");
    if (!place || !this.log) return;
    const state = this.log.state();
    if (place.dataset.state === state) return;
    place.dataset.state = state;
    place.textContent = this.data.words[state];
  }

  // ---- what is done

  turnTo(form, by = form.by.some((each) => each.key === this.by) ? this.by : form.by[0].key) {
    const name = form === this.form ? "by" : "form";
    this.form = form;
    this.by = by;
    this.keep("view", { form: form.key, by });
    this.draw();
    this.root.querySelector(`input[name=${name}]:checked`).focus();
  }

  typed(item) {
    this.typing = item.id;
    delete this.messages[this.key(item.id)];
    this.drawRows();
  }

  pressed(event, item) {
    if (event.key === "Enter" || event.key === "ArrowDown") this.go(item, 1, event);
    else if (event.key === "ArrowUp") this.go(item, -1, event);
    else if (event.key === "Escape") this.root.querySelector("#keyed-jump").focus();
  }

  // To the next question that stands, or the one before.
  go(item, way, event) {
    event.preventDefault();
    if (event.repeat && event.key === "Enter") return;
    this.commit(item);
    const answers = this.answers();
    const items = this.items();
    let at = items.findIndex((each) => each.id === item.id) + way;
    while (items[at] && this.rests(items[at], answers)) at += way;
    if (items[at]) this.focus(items[at].id);
    else if (way > 0) this.root.querySelector(".nothing").textContent = this.data.words.done;
  }

  focus(question) {
    const input = this.row(question).querySelector("input");
    input.focus();
    input.select();
    this.root.querySelector(".nothing").textContent = "";
  }

  jump(field) {
    const wanted = field.value.trim().toUpperCase();
    const byNumber = /^\d+$/.test(wanted) ? this.form.rows[Number(wanted) - 1] : undefined;
    const found = byNumber || this.form.rows.find((id) => id === wanted);
    if (found) {
      field.value = "";
      this.focus(found);
    } else this.root.querySelector(".nothing").textContent = this.data.words.no_row;
  }

  // A line that can be read is sent; one that cannot waits in the tab until it can.
  commit(item) {
    if (this.typing === item.id) this.typing = null;
    const text = this.row(item.id).querySelector("input").value.trim();
    const read = readLine(item, text, this.data.reading);
    const drafts = (this.drafts[this.by] ||= {});
    if (read && read.fault) drafts[item.id] = text;
    else delete drafts[item.id];
    this.keep("drafts", this.drafts);
    if (!(read && read.fault) && text !== this.sentText(item.id)) {
      this.sent[this.key(item.id)] = text;
      this.log.add({ question: item.id, typed: text, by: this.by });
    }
    this.drawRows();
  }

  // Streamlit may make the place anew in the middle of a row: the pen is put down where it was.
  takeUp() {
    const { id, when } = this.kept("at");
    if (!id || Date.now() - when > PUT_DOWN_FOR || !this.row(id)) return;
    const input = this.row(id).querySelector("input");
    input.focus();
    input.setSelectionRange(input.value.length, input.value.length);
  }

  stop() {
    if (this.at && this.row(this.at)) {
      if (this.typing === this.at) (this.drafts[this.by] ||= {})[this.at] = this.row(this.at).querySelector("input").value;
      this.keep("drafts", this.drafts);
      this.keep("at", { id: this.at, when: Date.now() });
    }
    this.root.removeEventListener("keydown", this.onKey);
    this.log.stop();
  }
}

const all = new WeakMap();

export default function keyedEntry(component) {
  const root = component.parentElement;
  if (!all.has(root)) all.set(root, new KeyedEntry(root));
  all.get(root).receive(component);
  return () => {
    all.get(root)?.stop();
    all.delete(root);
  };
}
