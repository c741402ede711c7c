// Files that can be fetched. A tap asks the app for the file; the app answers with an address that works once.

const fetched = new WeakMap();

const element = (tag, text, className) => {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
};

export default function downloads(component) {
  const { data, parentElement, setTriggerValue } = component;
  const list = parentElement.querySelector("ul");
  const all = parentElement.querySelector(".all");
  const status = parentElement.querySelector("[role=status]");
  const say = (text) => { if (status.textContent !== text) status.textContent = text; };
  const button = (file) => {
    const made = element("button", file.fetch || data.words.fetch);
    made.type = "button";
    made.dataset.file = file.key;
    made.setAttribute("aria-label", `${made.textContent}: ${file.title}`);
    if (data.making === file.key) made.setAttribute("aria-busy", "true");
    made.onclick = () => {
      if (made.hasAttribute("aria-busy")) return;
      made.setAttribute("aria-busy", "true");
      say(data.words.making);
      setTriggerValue("want", file.key);
    };
    return made;
  };
  const focused = parentElement.querySelector("button:focus")?.dataset.file
    ?? parentElement.getRootNode().activeElement?.dataset?.file;
  list.replaceChildren(...data.files.map((file) => {
    const texts = element("div");
    const title = element("h3", file.title);
    if (file.badge) title.append(" ", element("span", file.badge, "badge"));
    texts.append(title, element("p", file.about, "about"));
    const item = element("li");
    item.append(texts);
    if (file.leaves || file.state) {
      const told = element("div", "", "told");
      if (file.leaves) told.append(element("p", file.leaves));
      if (file.state) told.append(element("p", file.state, "state"));
      item.append(told);
    }
    item.append(button(file));
    return item;
  }));
  all.replaceChildren();
  if (data.together) all.append(element("p", data.together.about), button(data.together));
  if (focused) parentElement.querySelector(`button[data-file="${CSS.escape(focused)}"]`)?.focus();
  // From here on the page itself tells how far it has come.
  if (status.textContent === data.words.making) say("");
  if (data.address && fetched.get(parentElement) !== data.address) {
    fetched.set(parentElement, data.address);
    const link = element("a");
    link.href = data.address;
    link.download = "";
    parentElement.append(link);
    link.click();
    link.remove();
    say(data.words.done);
  }
}
