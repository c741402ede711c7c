// The ways for a timetable to come in, each as good as the others. A file can be dropped on its card at once.

function drawn(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

function card(tag, way) {
  const made = document.createElement(tag);
  made.className = "way";
  const title = document.createElement("span");
  title.className = "title";
  title.textContent = way.title;
  const hint = document.createElement("span");
  hint.className = "hint";
  hint.textContent = way.hint;
  made.append(drawn(way.icon), title, hint);
  return made;
}

const HELD = new WeakMap();

export default function waysIn(component) {
  const { data, parentElement } = component;
  // The cards stay while the page is drawn anew; what they tell goes by the newest way there is.
  const held = HELD.get(parentElement) || {};
  HELD.set(parentElement, Object.assign(held, { data, setTriggerValue: component.setTriggerValue }));
  const status = parentElement.querySelector("[role=status]");
  const list = parentElement.querySelector(".ways");
  const shown = JSON.stringify(data.ways);
  if (list.dataset.shown === shown) return;
  list.dataset.shown = shown;
  list.replaceChildren(
    ...data.ways.map((way) => {
      const item = document.createElement("li");
      if (way.accept) {
        const zone = card("label", way);
        const input = document.createElement("input");
        input.type = "file";
        input.accept = way.accept;
        input.setAttribute("aria-label", way.title);
        zone.append(input);
        takeFiles(zone, input, held, status);
        item.append(zone);
      } else {
        const button = card("button", way);
        button.type = "button";
        button.dataset.way = way.id;
        button.onclick = () => held.setTriggerValue("way", way.id);
        item.append(button);
      }
      return item;
    }),
  );
}
