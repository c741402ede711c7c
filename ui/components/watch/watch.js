// Asks whether the session of this tab still lives. When it does not, the page is emptied and the door is shown.
// Tells also whether somebody has touched the tab, since a session rests only when nobody is there.

const DOOR = "/las-upp";
let asking = null;
let touched = false;
let gone = false;
const others = new BroadcastChannel("stegvis");

function leave(where) {
  if (gone) return;
  gone = true;
  clearInterval(asking);
  document.body.replaceChildren();
  document.title = "Stegvis";
  const back = location.pathname + location.search;
  location.replace(where || `${DOOR}?vidare=${encodeURIComponent(back)}&sprak=${document.documentElement.lang}`);
}

async function ask() {
  if (gone) return;
  const headers = touched ? { "X-Stegvis-Nagon-Dar": "1" } : {};
  touched = false;
  try {
    const answer = await fetch("/dorr/vakt", { headers, cache: "no-store" });
    if (answer.status === 401) leave();
  } catch {
    // The program does not answer: that notice is Streamlit's.
  }
}

async function lock() {
  let where = "";
  try {
    where = (await (await fetch("/las", { method: "POST", cache: "no-store" })).json()).till;
  } finally {
    others.postMessage("over");
    leave(where === DOOR ? "" : where);
  }
}

export default function watch(component) {
  if (component.data.over) return leave();
  if (component.data.handed_over) document.documentElement.dataset.insyn = "off";
  if (asking) return;
  asking = setInterval(ask, component.data.every);
  for (const act of ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"]) {
    document.addEventListener(act, () => { touched = true; }, { passive: true, capture: true });
  }
  document.addEventListener("visibilitychange", () => { if (!document.hidden) ask(); });
  document.addEventListener("stegvis-lock", lock);
  others.onmessage = ask;
}
