// «Så här har jag förstått dig»: the student says of each line whether it is right, and which matter most.

function toggle(name, pressed, onclick, spoken) {
  const button = make("button", "mark");
  button.type = "button";
  button.setAttribute("aria-pressed", String(pressed));
  if (spoken) button.setAttribute("aria-label", spoken);
  button.append(make("span", "tick"), make("span", "name", name));
  button.onclick = onclick;
  return button;
}

// One field of what is agreed: a text, or a choice among steps.
function fieldOf(field, typed, unique) {
  const label = make("label", "", field.label);
  const input = make(field.options.length ? "select" : "input");
  for (const [value, text] of field.options) {
    const option = make("option", "", text);
    option.value = value;
    input.append(option);
  }
  if (!field.options.length) {
    input.type = "text";
    input.autocomplete = "off";
    input.maxLength = 10;
    input.placeholder = field.hint;
  }
  input.name = field.name;
  input.id = unique;
  input.required = field.required;
  input.value = typed ?? field.value;
  label.append(input);
  return label;
}

// The fields of a line. Without `close` they stay until they have been answered.
function agreeing(line, words, refused, save, close) {
  const form = make("form", close ? "agree" : "agree asked");
  form.append(...line.fields.map((field, n) => fieldOf(field, refused?.typed[field.name], `agree-${line.id}-${n}`)));
  const keep = make("button", "keep", words.save);
  form.append(keep);
  if (close) {
    const leave = make("button", "leave", words.close);
    leave.type = "button";
    leave.onclick = close;
    form.append(leave);
    form.onkeydown = (event) => event.key === "Escape" && close();
  }
  const message = make("p", "message", refused?.message);
  message.setAttribute("role", "alert");
  if (refused) form.append(message);
  form.onsubmit = (event) => {
    event.preventDefault();
    save(Object.fromEntries(new FormData(form)));
  };
  return form;
}

// What was answered then and is answered now, with the days of both. More than a few wait until they are wanted.
const FEW = 3;

function drawMoved(place, [heading, changes]) {
  const wasOpen = place.querySelector("details")?.open;
  place.replaceChildren();
  if (!changes.length) return;
  const list = make("ul");
  for (const change of changes) {
    const item = make("li");
    const times = make("dl");
    for (const [day, said] of [[change.then_day, change.then], [change.now_day, change.now]]) {
      const pair = make("div");
      pair.append(make("dt", "", day), make("dd", "", said));
      times.append(pair);
    }
    item.append(make("p", "", change.question), times);
    list.append(item);
  }
  const fold = make("details");
  const head = make("summary");
  head.append(make("h2", "", heading));
  fold.append(head, list);
  fold.open = wasOpen ?? changes.length <= FEW;
  place.append(fold);
}

// Topics fold. Where there is room they are open; on a phone one at a time, the first that has something left to see.
const WIDE = "(min-width: 700px)";
const folds = new Map();
const worn = new WeakMap();

function leftIn(topic) {
  return topic.lines.filter((line) => line.right === null).length;
}

function countOf(topic, words) {
  const named = (count) => words.counts[count] || words.many.replace("{n}", count);
  const left = leftIn(topic);
  if (!left) return `${named(topic.lines.length)}, ${words.all_seen}`;
  return left < topic.lines.length ? words.left.replace("{count}", named(left)) : named(left);
}

function folded(topic, key, isOpen, words) {
  const fold = make("details", "topic");
  const head = make("summary");
  head.append(make("h3", "", topic.name), make("span", "count", countOf(topic, words)));
  fold.append(head);
  fold.open = folds.get(key) ?? isOpen;
  fold.ontoggle = () => folds.set(key, fold.open);
  return fold;
}

export default function summary(component) {
  const { data, parentElement, setTriggerValue } = component;
  const { words } = data;
  if (!worn.has(parentElement)) worn.set(parentElement, new Looks(data.place, data.looks));
  const place = parentElement.querySelector(".groups");
  const status = parentElement.querySelector("[role=status]");
  const refused = data.not_agreed;
  if (place.dataset.sent) {
    place.dataset.open = refused ? refused.line : "";
    place.dataset.sent = "";
  }
  const focused = parentElement.activeElement?.dataset.name;
  const lines = data.groups.flatMap((group) => group.topics).flatMap((topic) => topic.lines);
  const stars = lines.filter((line) => line.important).length;

  function marksOf(line, item) {
    const marks = make("div", "marks");
    const say = (what) => setTriggerValue("say", { line: line.id, what });
    const right = toggle(words.right, line.right === true, () => say("right"), `${words.right}: ${line.text}`);
    const wrong = toggle(words.wrong, line.right === false, () => say("wrong"), `${words.wrong}: ${line.text}`);
    const star = toggle(words.important, line.important, () => {
      if (line.important || stars < data.most) return say("important");
      // The choice is the student's: which of the others is to give way.
      parentElement.querySelectorAll(".full").forEach((old) => old.remove());
      const full = make("p", "full");
      full.setAttribute("role", "alert");
      item.append(full);
      full.textContent = words.full;
    }, `${words.important}: ${line.text}`);
    star.classList.add("star");
    [right, wrong, star].forEach((button, n) => { button.dataset.name = `${line.id}/${n}`; });
    marks.append(right, wrong, star);
    return marks;
  }

  function draw(line) {
    const item = make("li");
    item.dataset.right = String(line.right);
    const text = make("p", "", line.text);
    if (line.by) text.append(" ", make("span", "by", line.by));
    for (const held of line.holds) text.append(make("span", "holds", held));
    item.append(text, marksOf(line, item));
    if (!line.fields.length) return item;
    const save = (typed) => {
      place.dataset.sent = "yes";
      setTriggerValue("agreed", { line: line.id, typed });
    };
    const said = refused?.line === line.id ? refused : null;
    if (line.asks) {
      item.append(agreeing(line, words, said, save));
      return item;
    }
    const isOpen = place.dataset.open === line.id;
    const ask = make("button", "ask", words.agree);
    ask.type = "button";
    ask.dataset.name = `${line.id}/3`;
    ask.setAttribute("aria-expanded", String(isOpen));
    ask.setAttribute("aria-label", `${words.agree} ${line.text}`);
    const turn = (to) => {
      place.dataset.open = to;
      summary({ ...component, data: { ...data, not_agreed: null } });
      const next = to ? `[id="agree-${CSS.escape(to)}-0"]` : `[data-name="${CSS.escape(line.id)}/3"]`;
      place.querySelector(next)?.focus();
    };
    ask.onclick = () => turn(isOpen ? "" : line.id);
    text.append(ask);
    if (isOpen) item.append(agreeing(line, words, said, save, () => turn("")));
    return item;
  }

  drawMoved(parentElement.querySelector(".moved"), data.moved);
  const isWide = window.matchMedia(WIDE).matches;
  const first = data.groups.flatMap((group) => group.topics).find(leftIn);
  place.replaceChildren(...data.groups.map((group) => {
    const section = make("section");
    section.append(make("h2", "", group.name));
    for (const topic of group.topics) {
      const asks = topic.lines.some((line) => line.asks || line.id === place.dataset.open);
      const fold = folded(topic, `${group.name}|${topic.name}`, isWide || asks || topic === first, words);
      const list = make("ul");
      list.append(...topic.lines.map(draw));
      fold.append(list);
      section.append(fold);
    }
    return section;
  }));
  if (focused) place.querySelector(`[data-name="${CSS.escape(focused)}"]`)?.focus();
  status.textContent = lines.length ? words.stars.replace("{n}", stars) : "";
  return () => {
    worn.get(parentElement)?.stop();
    worn.delete(parentElement);
  };
}
