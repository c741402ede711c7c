// One file, read in the browser and sent to this computer's own app and nowhere else.

const MOST = 5_000_000;

async function take(file, component, status) {
  const { data, setTriggerValue } = component;
  if (file.size > MOST) {
    status.textContent = data.words.too_large;
    return;
  }
  status.textContent = data.words.reading.replace("{name}", file.name);
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    status.textContent = data.words.unreadable;
    return;
  }
  let binary = "";
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  setTriggerValue("file", { name: file.name, content: btoa(binary) });
}

function takeFiles(zone, input, component, status) {
  input.onchange = () => {
    if (input.files.length) take(input.files[0], component, status);
    input.value = "";
  };
  zone.ondragover = (event) => {
    event.preventDefault();
    zone.classList.add("over");
  };
  zone.ondragleave = () => zone.classList.remove("over");
  zone.ondrop = (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    if (event.dataTransfer.files.length) take(event.dataTransfer.files[0], component, status);
  };
}
