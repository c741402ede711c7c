// Small makers of elements. Text is always set as text, never as markup.

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") element.onclick = value;
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

function picture(paths) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 48 48");
  svg.setAttribute("aria-hidden", "true");
  for (const d of paths) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}

// One plain line drawing for each section of the questionnaire.
const PICTURES = {
  ST: ["M24 8v8M24 32v8M8 24h8M32 24h8", "M24 16a8 8 0 1 0 .1 0"],
  PL: ["M24 42c9-11 13-17 13-23a13 13 0 1 0-26 0c0 6 4 12 13 23z", "M24 24a5 5 0 1 0-.1 0"],
  TI: ["M24 42a18 18 0 1 0-.1 0", "M24 14v11l7 5"],
  AM: ["M24 13c-4-3-9-4-16-4v27c7 0 12 1 16 4c4-3 9-4 16-4V9c-7 0-12 1-16 4z", "M24 13v27"],
  VU: ["M24 24a8 8 0 1 0-.1 0", "M9 42c1-9 7-13 15-13s14 4 15 13"],
  VA: ["M17 23a6 6 0 1 0-.1 0", "M33 25a5 5 0 1 0-.1 0", "M6 39c1-8 5-11 11-11s10 3 11 11", "M32 30c5 0 9 2 10 9"],
  VG: ["M8 38c10 0 6-14 16-14s6-14 16-14", "M36 6l5 4l-5 4"],
  SO: ["M37 29a16 16 0 1 1-17-20a13 13 0 0 0 17 20z"],
  MA: ["M10 22h28c0 10-5 16-14 16S10 32 10 22z", "M19 8c-2 3 2 4 0 8M28 8c-2 3 2 4 0 8"],
  RA: ["M24 42V24", "M24 24c-9 0-13-5-13-13c8 0 13 4 13 13z", "M24 30c8 0 12-4 12-11c-7 0-12 3-12 11z"],
  SI: ["M8 26v-4M14 32V16M20 37V11M26 33V15M32 29V19M38 26v-4"],
  OR: ["M14 35a8 8 0 0 1 0-16a11 11 0 0 1 21-1a8.500 8.500 0 0 1-1 17z"],
  SK: ["M8 12h32v21H22l-8 7v-7H8z", "M16 20h16M16 26h10"],
  IN: ["M24 40C11 31 7 25 7 19a8 8 0 0 1 17-3a8 8 0 0 1 17 3c0 6-4 12-17 21z"],
  ON: ["M10 40V24L24 11l14 13v16z", "M20 40V29h8v11"],
  HE: ["M8 24L24 10l16 14", "M13 20v20h22V20"],
  G: ["M8 24L24 10l16 14", "M13 20v20h22V20", "M24 35c-5-3-7-5-7-8a3.500 3.500 0 0 1 7-1a3.500 3.500 0 0 1 7 1c0 3-2 5-7 8z"],
  TR: ["M24 7l15 5v12c0 9-6 14-15 18C15 38 9 33 9 24V12z", "M17 24l5 5l9-10"],
  SL: ["M10 40V8h22l-4 8l4 8H10"],
};
