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

export default function summary(component) {
  const { data, parentElement, setTriggerValue } = component;
  const { words } = data;
  const place = parentElement.querySelector(".groups");
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
      list.append(item);
    }
    section.append(list);
    return section;
  }));
  if (focused) place.querySelector(`[data-name="${CSS.escape(focused)}"]`)?.focus();
  parentElement.querySelector("[role=status]").textContent = words.stars.replace("{n}", stars);
}
