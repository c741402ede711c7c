// «Så här har jag förstått dig»: the student says of each line whether it is right, and which matter most.

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

function toggle(name, pressed, onclick, spoken) {
  const button = make("button", "mark");
  button.type = "button";
  button.setAttribute("aria-pressed", String(pressed));
  if (spoken) button.setAttribute("aria-label", spoken);
  button.append(make("span", "tick"), document.createTextNode(name));
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
  input.value = typed ?? field.value;
  label.append(input);
  return label;
}

function agreeing(line, words, refused, save, close) {
  const form = make("form", "agree");
  form.append(...line.fields.map((field, n) => fieldOf(field, refused?.typed[field.name], `agree-${line.id}-${n}`)));
  const keep = make("button", "keep", words.save);
  const leave = make("button", "leave", words.close);
  leave.type = "button";
  leave.onclick = close;
  form.append(keep, leave);
  const message = make("p", "message", refused?.message);
  message.setAttribute("role", "alert");
  if (refused) form.append(message);
  form.onsubmit = (event) => {
    event.preventDefault();
    save(Object.fromEntries(new FormData(form)));
  };
  form.onkeydown = (event) => event.key === "Escape" && close();
  return form;
}

export default function summary(component) {
  const { data, parentElement, setTriggerValue } = component;
  const { words } = data;
  const place = parentElement.querySelector(".groups");
  const refused = data.not_agreed;
  if (place.dataset.sent) {
    place.dataset.open = refused ? refused.line : "";
    place.dataset.sent = "";
  }
  const focused = parentElement.activeElement?.dataset.name;
  const stars = data.groups.flatMap((group) => group.lines).filter((line) => line.important).length;
  place.replaceChildren(...data.groups.map((group) => {
    const section = make("section");
    section.append(make("h3", "", group.name));
    const list = make("ul");
    for (const line of group.lines) {
      const item = make("li");
      item.dataset.right = String(line.right);
      const text = make("p", "", line.text);
      if (line.by) text.append(" ", make("span", "by", line.by));
      for (const held of line.holds) text.append(make("span", "holds", held));
      const marks = make("div", "marks");
      const say = (what) => setTriggerValue("say", { line: line.id, what });
      const right = toggle(words.right, line.right === true, () => say("right"), `${words.right}: ${line.text}`);
      const wrong = toggle(words.wrong, line.right === false, () => say("wrong"), `${words.wrong}: ${line.text}`);
      const star = toggle(words.important, line.important, () => say("important"), `${words.important}: ${line.text}`);
      star.classList.add("star");
      star.disabled = !line.important && stars >= data.most;
      [right, wrong, star].forEach((button, n) => { button.dataset.name = `${line.id}/${n}`; });
      marks.append(right, wrong, star);
      item.append(text, marks);
      if (line.fields.length) {
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
        const save = (typed) => {
          place.dataset.sent = "yes";
          setTriggerValue("agreed", { line: line.id, typed });
        };
        if (isOpen) item.append(agreeing(line, words, refused?.line === line.id ? refused : null, save, () => turn("")));
      }
      list.append(item);
    }
    section.append(list);
    return section;
  }));
  if (focused) place.querySelector(`[data-name="${CSS.escape(focused)}"]`)?.focus();
  parentElement.querySelector("[role=status]").textContent = words.stars.replace("{n}", stars);
}
