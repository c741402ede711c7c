// How this device shows text: kept in the device, never with the answers.

const SIZES = ["A", "A+", "A++"];

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
