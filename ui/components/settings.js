// How this device shows a case: kept in the device under the case's id, never with the answers.

const SIZES = ["A", "A+", "A++"];
const PICTURE_SETS = { colours: 32, lines: 256, none: 0 };

function readSetting(name, store = "localStorage") {
  try {
    return window[store].getItem(name);
  } catch {
    return null;
  }
}

function keepSetting(name, value, store = "localStorage") {
  try {
    window[store].setItem(name, value);
  } catch {
    // Without storage the setting holds for this page.
  }
}
