// The steps of the plan as tabs, each with its dates. Arrows move between them.

export default function steptabs(component) {
  const { data, parentElement, setTriggerValue } = component;
  const bar = parentElement.querySelector("[role=tablist]");
  bar.setAttribute("aria-label", data.label);
  const hadFocus = parentElement.activeElement?.getAttribute("role") === "tab";
  bar.replaceChildren(...data.steps.map((step) => {
    const tab = document.createElement("button");
    tab.type = "button";
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-selected", String(step.number === data.chosen));
    tab.tabIndex = step.number === data.chosen ? 0 : -1;
    tab.dataset.step = step.number;
    if (step.hours) {
      const stair = document.createElement("i");
      stair.style.setProperty("--share", step.share);
      stair.setAttribute("aria-hidden", "true");
      tab.append(stair);
    }
    for (const [kind, text] of [["strong", step.name], ["span", step.weeks], ["b", step.hours]]) {
      if (!text) continue;
      const part = document.createElement(kind);
      part.textContent = text;
      tab.append(part);
    }
    tab.onclick = () => setTriggerValue("choose", step.number);
    return tab;
  }));
  bar.onkeydown = (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const tabs = [...bar.children];
    const to = by && tabs[tabs.indexOf(parentElement.activeElement) + by];
    if (!to) return;
    event.preventDefault();
    to.focus();
    to.click();
  };
  const chosen = bar.querySelector('[aria-selected="true"]');
  if (!chosen) return;
  if (hadFocus) chosen.focus();
  const show = () => bar.scrollTo({ left: chosen.offsetLeft - bar.clientWidth / 2 + chosen.clientWidth / 2 });
  show();
  // Once more when the page has found its width.
  requestAnimationFrame(show);
}
