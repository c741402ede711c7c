// Files that can be fetched. A tap asks the app for the file; the app answers with an address that works once.

const fetched = new WeakMap();

export default function downloads(component) {
  const { data, parentElement, setTriggerValue } = component;
  const list = parentElement.querySelector("ul");
  const status = parentElement.querySelector("[role=status]");
  const busy = (button) => {
    button.setAttribute("aria-busy", "true");
    status.textContent = data.words.making;
  };
  list.replaceChildren(...data.files.map((file) => {
    const item = document.createElement("li");
    const texts = document.createElement("div");
    for (const [kind, text] of [["h4", file.title], ["p", file.about], ["p", file.leaves]]) {
      if (!text) continue;
      const element = document.createElement(kind);
      element.textContent = text;
      texts.append(element);
    }
    if (file.badge) {
      const badge = document.createElement("span");
      badge.className = "badge";
      badge.textContent = file.badge;
      texts.querySelector("h4").append(" ", badge);
    }
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.file = file.key;
    button.textContent = file.fetch || data.words.fetch;
    button.setAttribute("aria-label", `${button.textContent}: ${file.title}`);
    button.onclick = () => {
      busy(button);
      setTriggerValue("want", file.key);
    };
    item.append(texts, button);
    return item;
  }));
  if (data.address && fetched.get(parentElement) !== data.address) {
    fetched.set(parentElement, data.address);
    const link = document.createElement("a");
    link.href = data.address;
    link.download = "";
    parentElement.append(link);
    link.click();
    link.remove();
    status.textContent = data.words.done;
  }
}
