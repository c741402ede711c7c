// Makers of what is seen: the head with its choices, and one row for each question. Text is always set as text.

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element[name] = value;
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function choiceGroup(label, name, options, chosen, onchange) {
  const buttons = options.map(({ key, name: text }) =>
    make("label", {}, make("input", { type: "radio", name, value: key, checked: key === chosen, onchange: () => onchange(key) }), text));
  return make("fieldset", {}, make("legend", {}, label), ...buttons);
}

function rowOf(item, number, value, condition, on) {
  const id = `keyed-${item.id}`;
  const input = make("input", { id, type: "text", maxlength: 80, autocomplete: "off", autocapitalize: "none", spellcheck: "false",
    enterkeyhint: "next", "aria-describedby": `${id}-said`,
    oninput: () => on.input(item), onkeydown: (event) => on.key(event, item), onblur: () => on.leave(item), onfocus: () => on.enter(item) });
  input.value = value;
  const boxes = item.boxes.map((box, n) => make("span", {}, make("b", {}, String(n + 1)), ` ${box.label}`));
  return make("li", { class: condition ? "row follows" : "row", "data-id": item.id },
    make("label", { for: id },
      make("span", { class: "number" }, make("b", {}, String(number)), make("span", { class: "code" }, `· ${item.id}`)),
      make("span", { class: "text" }, item.text, condition ? make("small", {}, condition.replace(/:$/, "")) : null)),
    input,
    make("output", { id: `${id}-said`, class: "said", for: id }),
    make("div", { class: "legend" }, item.hint, ...boxes));
}
