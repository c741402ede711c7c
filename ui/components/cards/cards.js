// Cards to choose among. Every card has the same parts in the same order, so that they stand on the same lines side by
// side: one that is empty in every card is left out, and otherwise kept. A press counts once until the page has answered.

const MOST_ACROSS = 3;

function made(kind, text, of = {}) {
  const element = document.createElement(kind);
  if (text) element.textContent = text;
  Object.assign(element, of);
  return element;
}

function facts(card, words) {
  const list = made("dl");
  for (const fact of card.facts) {
    const told = made("dd", fact.text, { className: fact.other ? "other" : "" });
    if (fact.other) told.append(made("span", words.other, { className: "tag" }));
    list.append(made("dt", fact.name), told);
  }
  return list;
}

function small(week) {
  const box = made("div", "", { className: "small" });
  const days = made("div", "", { className: "days" });
  days.setAttribute("role", "img");
  days.setAttribute("aria-label", week.spoken);
  days.style.setProperty("--days", week.days.length);
  for (const day of week.days) {
    const column = made("div", "", { className: "small-day" });
    column.append(made("b", day.name));
    for (const one of day.blocks) {
      const block = made("div", "", { className: one.other ? "block other" : "block" });
      block.dataset.hue = one.hue;
      block.append(made("span", one.subject), made("i", one.time));
      column.append(block);
    }
    days.append(column);
  }
  box.append(made("p", week.name), days);
  return box;
}

function parts(card, words, press) {
  const lines = made("div", "", { className: "lines" });
  lines.append(...card.lines.map((line) => made("p", line)));
  const weeks = made("div", "", { className: "weeks" });
  weeks.append(...card.weeks.map(small));
  const foot = card.button ? made("button", card.button, { type: "button", className: card.main ? "main" : "" }) : made("span");
  if (card.button) {
    foot.dataset.card = card.id;
    foot.onclick = () => press(card.id);
  }
  return [
    made("p", card.kicker, { className: "kicker" }), made("h3", card.title), lines, facts(card, words), weeks,
    made("p", card.note, { className: "note" }), foot,
  ];
}

export default function cards(component) {
  const { data, parentElement, setTriggerValue } = component;
  const list = parentElement.querySelector(".cards");
  const status = parentElement.querySelector("[role=status]");
  const focused = parentElement.activeElement?.dataset.card;
  let isPressed = false;
  status.textContent = "";
  const press = (id) => {
    if (isPressed) return;
    isPressed = true;
    for (const button of list.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
    status.textContent = data.words.working;
    setTriggerValue("press", id);
  };
  list.style.setProperty("--across", Math.min(MOST_ACROSS, Math.max(1, data.cards.length)));
  const drawn = data.cards.map((card) => parts(card, data.words, press));
  const kept = (drawn[0] ?? []).map((_, number) => drawn.some((card) => card[number].hasChildNodes()));
  list.style.setProperty("--parts", Math.max(1, kept.filter(Boolean).length));
  list.replaceChildren(...drawn.map((card) => {
    const item = made("li", "", { className: "card" });
    item.append(...card.filter((_, number) => kept[number]));
    return item;
  }));
  if (focused) [...list.querySelectorAll("button")].find((button) => button.dataset.card === focused)?.focus();
}
