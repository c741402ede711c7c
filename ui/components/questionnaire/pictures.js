// Pictures of questions and boxes: paths that the server gives once, drawn as SVG and nothing to a screen reader.

const SVG = "http://www.w3.org/2000/svg";

function svgOf(side, layers) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${side} ${side}`);
  svg.setAttribute("aria-hidden", "true");
  for (const layer of layers) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", layer.path);
    if (layer.fill) path.setAttribute("fill", layer.fill);
    else path.setAttribute("class", layer.soft ? "soft" : "line");
    svg.append(path);
  }
  return svg;
}

const LOUDSPEAKER = [{ path: "M8 19v10h7l9 8V11l-9 8z" }, { path: "M31 17c4 4 4 10 0 14" }, { path: "M36 12c7 7 7 17 0 24" }];

function loudspeaker() {
  const svg = svgOf(48, LOUDSPEAKER);
  svg.setAttribute("class", "stroked");
  return svg;
}

Object.assign(Questionnaire.prototype, {
  pictureSet() {
    return this.pictures || "lines";
  },

  setPictures(name) {
    this.pictures = name;
    keepSetting(`${this.data.place}-pictures`, name);
    this.drawSettings();
    this.drawPictures();
  },

  // A place for a picture: there from the beginning, so that nothing moves when the picture comes.
  drawing(name, className) {
    return name ? make("span", { class: `drawn ${className}`, "data-picture": name, "aria-hidden": "true" }) : null;
  },

  drawPictures() {
    const set = this.pictureSet();
    const drawn = this.drawn[set];
    for (const place of this.root.querySelectorAll(".drawn")) {
      const layers = drawn && drawn[place.dataset.picture];
      if (place.dataset.set === set && place.firstChild) continue;
      place.replaceChildren(...(layers ? [svgOf(PICTURE_SETS[set], layers)] : []));
      place.dataset.set = set;
    }
    if (set !== "none" && !drawn) this.fetchPictures(set);
  },

  // Without contact there are no new pictures; the questions do without, and the next one asks again.
  async fetchPictures(set) {
    if (this.fetching === set) return;
    this.fetching = set;
    try {
      const answer = await fetch(this.data.pictures[set]);
      if (answer.ok) this.drawn[set] = await answer.json();
    } catch {
      // As above.
    }
    this.fetching = null;
    if (this.drawn[set]) this.drawPictures();
  },
});
