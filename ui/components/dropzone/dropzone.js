// A place to drop a file on, or to choose one. The content goes to this computer's own app and nowhere else.

const MOST = 5_000_000;

async function take(file, component) {
  const { data, setTriggerValue, parentElement } = component;
  const status = parentElement.querySelector("[role=status]");
  if (file.size > MOST) {
    status.textContent = data.words.too_large;
    return;
  }
  status.textContent = data.words.reading.replace("{name}", file.name);
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  setTriggerValue("file", { name: file.name, content: btoa(binary) });
}

export default function dropzone(component) {
  const { data, parentElement } = component;
  const zone = parentElement.querySelector("label");
  const input = parentElement.querySelector("input");
  parentElement.querySelector(".title").textContent = data.words.title;
  parentElement.querySelector(".hint").textContent = data.words.hint;
  parentElement.querySelector(".button").textContent = data.words.choose;
  parentElement.querySelector("[role=status]").textContent = data.status;
  input.setAttribute("aria-label", data.words.title);
  input.accept = data.accept;
  input.onchange = () => input.files.length && take(input.files[0], component);
  zone.ondragover = (event) => {
    event.preventDefault();
    zone.classList.add("over");
  };
  zone.ondragleave = () => zone.classList.remove("over");
  zone.ondrop = (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    if (event.dataTransfer.files.length) take(event.dataTransfer.files[0], component);
  };
}
