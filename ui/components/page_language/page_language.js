// Tells the browser which language the page is in, and says in that language what Streamlit itself says in English:
// the link past the menu, hints and names of its fields, and the notice that the program does not answer.

let words = {};
let watcher = null;

const SPOKEN = ["placeholder", "aria-label", "aria-valuetext", "title"];
const WITH_WORDS = SPOKEN.map((name) => `[${name}]`).join(", ");

// What Streamlit's own parts say of themselves: a whole text is said anew, and so is the first word of a part of a date.
function translate(text) {
  const whole = words.own[text];
  if (whole) return whole;
  const taken = /^Remove (.+)$/s.exec(text);
  if (taken) return `${words.own.Clear} ${taken[1]}`;
  const part = /^(year|month|day|hour|minute), (.+)$/s.exec(text);
  return part && words.own[part[1]] ? `${words.own[part[1]]}, ${part[2]}` : text;
}

function sayAgain() {
  const skip = document.querySelector('[data-testid="stSkipToContent"]');
  if (skip && skip.textContent !== words.skip) skip.textContent = words.skip;
  if (skip) skip.onclick = passBar;
  for (const element of document.querySelectorAll(WITH_WORDS)) {
    for (const name of SPOKEN) {
      const said = element.getAttribute(name);
      const anew = said && translate(said);
      if (anew && anew !== said) element.setAttribute(name, anew);
    }
  }
  for (const part of document.querySelectorAll('[data-testid="stDateInput"] [role="spinbutton"]')) {
    if (words.own[part.textContent] && part.textContent !== words.own[part.textContent]) part.textContent = words.own[part.textContent];
  }
  for (const dialog of document.querySelectorAll('body > [data-testid="stDialog"]')) speakIn(dialog);
}

// The bar of steps stands within what Streamlit's link leads to; ours leads past it, to what the page is about.
function passBar(event) {
  const bar = document.querySelector(".st-key-stepbar");
  let next = (bar?.closest('[data-testid="stElementContainer"]') ?? bar)?.nextElementSibling;
  while (next && !next.getBoundingClientRect().height) next = next.nextElementSibling;
  if (!next) return;
  event.preventDefault();
  // Streamlit would lead to the top of its own main part after this.
  event.stopPropagation();
  next.tabIndex = -1;
  next.focus();
}

function speakIn(dialog) {
  const title = dialog.querySelector("h2");
  if (!title || !title.textContent.includes("Connection error")) return;
  // Questions go on without contact and say so themselves; nothing may stand in the way of them.
  if (document.querySelector(".st-key-stegvis_asking")) {
    dialog.style.display = "none";
    setFree();
    return;
  }
  title.textContent = words.no_contact;
  const texts = [...dialog.querySelectorAll("div")].filter((each) => each.textContent.includes("not responding"));
  const last = texts[texts.length - 1];
  if (last) last.textContent = words.no_contact_text;
  for (const button of dialog.querySelectorAll("button[aria-label]")) button.setAttribute("aria-label", words.close);
}

// A dialog makes the rest of the page dead to clicks and to screen readers.
function setFree() {
  for (const element of document.body.children) {
    element.inert = false;
    element.removeAttribute("aria-hidden");
  }
  document.documentElement.style.overflow = "";
  const scroller = document.querySelector('[data-testid="stAppViewContainer"]');
  if (scroller) scroller.inert = false;
}

// This browser goes on in the language that was chosen, and so does the door, which knows nobody yet.
function remember(language) {
  const kept = `stegvis_sprak=${language}`;
  if (document.cookie.split("; ").includes(kept)) return;
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${kept}; path=/; max-age=31536000; samesite=strict${secure}`;
}

export default function pageLanguage(component) {
  document.documentElement.lang = component.data.tag;
  document.documentElement.dir = component.data.dir;
  remember(component.data.language);
  words = component.data.words;
  sayAgain();
  if (watcher) return;
  watcher = new MutationObserver(sayAgain);
  watcher.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["inert", "aria-hidden", ...SPOKEN] });
}
