// Making elements, and the small drawings. Text is always set as text, never as markup.

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element[name] = value;
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";
const DRAWINGS = {
  coach: ["M12 11a4 4 0 1 0-.1 0", "M4 21c.6-5 4-7 8-7s7.400 2 8 7"],
  room: ["M5 21V4h10v17", "M15 7h4v14M2 21h20", "M11 12v2"],
  classroom: ["M3 5h18v11H3z", "M8 21l4-5 4 5"],
  contact: ["M4 5h16v11H11l-5 4v-4H4z"],
  speech: ["M4 5h16v11H11l-5 4v-4H4z", "M8 9h8M8 12h5"],
  way: ["M4 16v-4l2-5h12l2 5v4z", "M4 12h16", "M7 16v2M17 16v2"],
  meal: ["M7 3v7a2.500 2.500 0 0 0 5 0V3M9.500 3v18", "M17 3c-2 2-2 8 0 9v9"],
  rest: ["M19 14A8 8 0 1 1 10 5a6.500 6.500 0 0 0 9 9z"],
  health: ["M12 20S4 15 4 9.500A4 4 0 0 1 12 8a4 4 0 0 1 8 1.500C20 15 12 20 12 20z"],
  learning: ["M12 6v14", "M12 6C9 4 6 4 3 5v14c3-1 6-1 9 1 3-2 6-2 9-1V5c-3-1-6-1-9 1z"],
  lock: ["M6 11h12v9H6z", "M8.500 11V8a3.500 3.500 0 0 1 7 0v3"],
  unlock: ["M6 11h12v9H6z", "M8.500 11V7a3.500 3.500 0 0 1 6.800-1"],
  wait: ["M12 4a8 8 0 1 0 .1 0", "M12 8v4l3 2"],
  add: ["M12 5v14M5 12h14"],
  part: ["M4 8h16v8H4z", "M12 8v8"],
  change: ["M4 9h13l-3-3", "M20 15H7l3 3"],
  undo: ["M9 6L4 11l5 5", "M4 11h9a6 6 0 0 1 6 6v1"],
  redo: ["M15 6l5 5-5 5", "M20 11h-9a6 6 0 0 0-6 6v1"],
};

function drawing(name) {
  if (!DRAWINGS[name]) return null;
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  for (const d of DRAWINGS[name]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}

function fill(text, values) {
  return Object.entries(values).reduce((said, [name, value]) => said.replace(`{${name}}`, value), text);
}
