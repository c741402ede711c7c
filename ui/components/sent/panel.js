// What the two views of a sent proposal share: elements, and the small form for a comment on the very thing that was
// tapped. Text is always set as text, never as markup. What is typed is kept here until it has been stored.

const kept = new WeakMap();

function memory(root) {
  if (!kept.has(root)) kept.set(root, { step: 0, week: 0, view: "own", open: "", typed: new Map(), sent: null, told: "" });
  return kept.get(root);
}

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element[name] = value;
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter(Boolean));
  return element;
}

function keyOf(about) {
  return [about.step, about.week, about.lesson, about.subject].join("|");
}

function commentOf(data, about) {
  const found = data.comments.find((one) => keyOf(one) === keyOf(about));
  return found ? found.text : "";
}

// The form under what was tapped. Without the right to comment it only tells.
function panelOf({ data, state, about, title, lines, send, close }) {
  const key = keyOf(about);
  const stored = commentOf(data, about);
  const panel = make("div", { class: "panel" }, make("strong", {}, title), ...lines.map((line) => make("p", {}, line)));
  if (!data.may_comment) {
    if (stored) panel.append(make("p", { class: "stored" }, stored));
    panel.append(make("button", { type: "button", class: "quiet", onclick: close }, data.words.close));
    return panel;
  }
  const field = make("textarea", { id: "text", rows: "3", maxlength: String(data.longest) });
  field.value = state.typed.has(key) ? state.typed.get(key) : stored;
  field.oninput = () => state.typed.set(key, field.value);
  const save = () => {
    state.typed.set(key, field.value);
    state.sent = { key, text: field.value.trim() };
    send({ about, text: field.value.trim() });
    close();
  };
  const row = make("div", { class: "row" }, make("button", { type: "button", class: "main", onclick: save }, data.words.save));
  if (stored) row.append(make("button", { type: "button", class: "quiet", onclick: () => { field.value = ""; save(); } }, data.words.remove));
  row.append(make("button", { type: "button", class: "quiet", onclick: close }, data.words.close));
  panel.append(make("label", { for: "text" }, data.words.label), field, row);
  return panel;
}

// Said aloud and shown once the server has stored it; never before.
function settle(data, state, status) {
  if (state.sent) {
    const [step, week, lesson, subject] = state.sent.key.split("|");
    const stored = commentOf(data, { step, week, lesson, subject });
    if (stored === state.sent.text) {
      state.told = stored ? data.words.saved : data.words.removed;
      state.typed.delete(state.sent.key);
      state.sent = null;
    } else state.told = data.words.saving;
  }
  status.textContent = state.told;
}
