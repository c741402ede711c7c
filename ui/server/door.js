// What the door does beyond what a form does by itself: shows what is typed, hints at strength, prints.

const LEAST = 12;

function hintOf(text, words) {
  if (text.length < LEAST) return words.more.replace("{n}", String(LEAST - text.length));
  if (new Set(text).size < LEAST / 2) return words.simple;
  return text.trim().split(/\s+/).length >= 4 || text.length >= 20 ? words.strong : words.good;
}

for (const field of document.querySelectorAll("input[data-strength]")) {
  const hint = document.getElementById(field.getAttribute("aria-describedby"));
  const words = JSON.parse(field.dataset.strength);
  const first = hint.textContent;
  field.addEventListener("input", () => { hint.textContent = field.value ? hintOf(field.value, words) : first; });
}
for (const box of document.querySelectorAll("input[data-shows]")) {
  box.closest("[hidden]")?.removeAttribute("hidden");
  box.addEventListener("change", () => {
    for (const field of document.querySelectorAll("input[data-secret]")) field.type = box.checked ? "text" : "password";
  });
}
for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
