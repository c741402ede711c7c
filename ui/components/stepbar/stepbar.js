// The top of every page: the name of the program, whose case it is, the language, and the way through the case.

function stopButton(stop, place, words, go) {
  const button = make("button", "stop");
  button.type = "button";
  button.dataset.page = stop.page;
  button.dataset.done = stop.done;
  button.disabled = stop.closed;
  if (stop.now) button.setAttribute("aria-current", "step");
  const dot = make("span", "dot", stop.done && !stop.now ? "✓" : String(place + 1));
  dot.setAttribute("aria-hidden", "true");
  button.append(dot, make("span", "name", stop.name));
  const said = stop.closed ? words.closed : stop.done ? words.done : "";
  if (said) button.append(make("span", "unseen", ", " + said));
  button.onclick = () => go(stop.page);
  return button;
}

// While somebody else can see the screen: kept in this tab, and put on again after a reload before the app knows of it.
const VEIL = "stegvis-insyn";

function drawVeil(parentElement, data, go) {
  const isOn = sessionStorage.getItem(VEIL) === "on";
  const button = parentElement.querySelector(".veil");
  document.documentElement.dataset.insyn = isOn ? "on" : "off";
  button.setAttribute("aria-pressed", String(isOn));
  button.querySelector(".word").textContent = data.words.veil;
  button.setAttribute("aria-label", data.words.veil);
  const initials = data.whose.split(/\s+/).filter(Boolean).map((word) => word[0].toUpperCase() + ".").join(" ");
  parentElement.querySelector(".whose").textContent = isOn ? initials : data.whose;
  button.onclick = () => {
    sessionStorage.setItem(VEIL, isOn ? "off" : "on");
    drawVeil(parentElement, data, go);
    clearTimeout(asksForVeil);
    go(isOn ? "unveil" : "veil");
  };
}

// With two languages a button leads to the other; with more there is a list. Each calls itself what it does.
function drawLanguages(parentElement, data, go) {
  const button = parentElement.querySelector(".language");
  const list = parentElement.querySelector(".languages");
  const others = data.languages.filter((each) => !each.now);
  button.hidden = others.length !== 1;
  list.hidden = others.length < 2;
  if (others.length === 1) {
    const [other] = others;
    button.textContent = other.name;
    button.lang = other.tag;
    button.onclick = () => go(other.code);
    return;
  }
  list.setAttribute("aria-label", data.words.language);
  list.replaceChildren(...data.languages.map((each) => {
    const option = make("option", "", each.name);
    option.value = each.code;
    option.lang = each.tag;
    option.dir = each.rtl ? "rtl" : "ltr";
    option.selected = each.now;
    return option;
  }));
  list.onchange = () => go(list.value);
}

// The app hears of the veil after a reload, and again until it says that it has: names are initials only then.
const ASK_AGAIN_MS = 1500;
let asksForVeil = null;

function tellOfVeil(data, go) {
  clearTimeout(asksForVeil);
  if (sessionStorage.getItem(VEIL) !== "on" || data.veiled) return;
  go("veil");
  asksForVeil = setTimeout(() => tellOfVeil(data, go), ASK_AGAIN_MS);
}

export default function stepbar(component) {
  const { data, parentElement, setTriggerValue } = component;
  const go = (where) => setTriggerValue("go", where);
  const home = parentElement.querySelector(".home");
  home.setAttribute("aria-label", data.words.home);
  home.onclick = () => go("start");
  drawVeil(parentElement, data, go);
  tellOfVeil(data, go);
  const lock = parentElement.querySelector(".lock");
  lock.querySelector(".word").textContent = data.words.lock;
  lock.setAttribute("aria-label", data.words.lock);
  lock.onclick = () => document.dispatchEvent(new CustomEvent("stegvis-lock"));
  drawLanguages(parentElement, data, go);
  const nav = parentElement.querySelector("nav");
  nav.setAttribute("aria-label", data.words.way);
  nav.hidden = !data.stops.length;
  const at = data.stops.findIndex((stop) => stop.now);
  // Where there is no room for names beside the numbers.
  nav.querySelector(".here").textContent = at < 0 ? "" : `${at + 1}. ${data.stops[at].name}`;
  const list = nav.querySelector("ol");
  list.replaceChildren(...data.stops.map((stop, place) => {
    const item = make("li");
    item.append(stopButton(stop, place, data.words, go));
    return item;
  }));
}
