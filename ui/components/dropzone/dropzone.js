// A place to drop a file on, or to choose one.

export default function dropzone(component) {
  const { data, parentElement } = component;
  const zone = parentElement.querySelector("label");
  const input = parentElement.querySelector("input");
  const status = parentElement.querySelector("[role=status]");
  parentElement.querySelector(".title").textContent = data.words.title;
  parentElement.querySelector(".hint").textContent = data.words.hint;
  parentElement.querySelector(".button").textContent = data.words.choose;
  status.textContent = data.status;
  input.setAttribute("aria-label", data.words.title);
  input.accept = data.accept;
  takeFiles(zone, input, component, status);
}
