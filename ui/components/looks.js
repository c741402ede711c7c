// Light, dark or as the device, and a colour: worn by the whole page, so that nothing around the card is another colour.

class Looks {
  constructor(place, known) {
    this.place = place;
    const chosen = (name, among) => among.find((each) => each === readSetting(`${place}-${name}`)) || among[0];
    this.light = chosen("light", known.lights);
    this.colour = chosen("colour", known.colours);
    this.plain = known.colours[0];
    this.style = document.createElement("style");
    this.style.textContent = known.style;
    document.head.append(this.style);
    this.dark = window.matchMedia("(prefers-color-scheme: dark)");
    this.whenDark = () => this.wear();
    this.dark.addEventListener("change", this.whenDark);
    this.wear();
  }

  choose({ light = this.light, colour = this.colour }) {
    this.light = light;
    this.colour = colour;
    keepSetting(`${this.place}-light`, light);
    keepSetting(`${this.place}-colour`, colour);
    this.wear();
  }

  // As the device in the app's own colour is the app as it is.
  wear() {
    const page = document.documentElement;
    const light = this.light === "device" ? (this.dark.matches ? "dark" : "light") : this.light;
    if (this.light === "device" && this.colour === this.plain) delete page.dataset.look;
    else page.dataset.look = `${this.colour}-${light}`;
  }

  stop() {
    this.dark.removeEventListener("change", this.whenDark);
    delete document.documentElement.dataset.look;
    this.style.remove();
  }
}
