// What a typed line means: the same rules as questionnaire/keyed.py, so that it is told while it is typed. What is
// stored is read there. tests/browser/test_paper.py holds the two together.

const SIGNS = /\p{L}+|\d+|[^\s,;.+\p{L}\p{N}_]+|_+/gu;

function dayOf(sign, reading) {
  if (sign.length < 2) return null;
  const name = Object.keys(reading.days).find((each) => each.startsWith(sign));
  return name === undefined ? null : reading.days[name];
}

function refuse(fault, sign = "") {
  return { fault, sign };
}

// The boxes of a half day, of both halves of a day, or those with a number.
function tickAll(item, signs, reading) {
  const ticks = new Set();
  let day = null;
  let dayIsOpen = false;
  const add = (fits) => item.boxes.filter(fits).forEach((box) => ticks.add(box.code));
  const closeDay = () => dayIsOpen && add((box) => box.day === day);
  for (const sign of signs) {
    if (/^\d+$/.test(sign)) {
      if (!item.boxes.length) return refuse("no_boxes_here", sign);
      const box = item.boxes[Number(sign) - 1];
      if (!box) return refuse("no_such_box", sign);
      ticks.add(box.code);
      continue;
    }
    const named = item.kind === "time_grid" ? dayOf(sign, reading) : null;
    if (named !== null) {
      closeDay();
      day = named;
      dayIsOpen = true;
    } else if (item.kind === "time_grid" && sign in reading.halves && day !== null) {
      add((box) => box.day === day && box.morning === reading.halves[sign]);
      dayIsOpen = false;
    } else return refuse("not_read", sign);
  }
  closeDay();
  return { ticks };
}

// {choice, ticks} of a line, null for an empty one, or {fault, sign}.
function readLine(item, line, reading) {
  const hasButtons = item.kind === "yes_no" || item.kind === "time_grid";
  const signs = line.toLowerCase().match(SIGNS) || [];
  const buttons = signs.filter((sign) => sign in reading.buttons).map((sign) => reading.buttons[sign]);
  if (new Set(buttons).size > 1) return refuse("one_button");
  if (buttons.length && !hasButtons && (buttons[0] === "yes" || buttons[0] === "no")) return refuse("boxes_alone");
  const found = tickAll(item, signs.filter((sign) => !(sign in reading.buttons)), reading);
  if (found.fault) return found;
  const ticks = item.boxes.filter((box) => found.ticks.has(box.code)).map((box) => box.code);
  let choice = buttons.length ? buttons[0] : null;
  if (ticks.length && choice !== null && choice !== "yes") return refuse("boxes_need_yes");
  if (ticks.length > 1 && item.kind === "pick_one") return refuse("one_box_only");
  const alone = item.boxes.findIndex((box) => box.alone && ticks.includes(box.code));
  if (ticks.length > 1 && alone >= 0) return refuse("stands_alone", String(alone + 1));
  if (ticks.length && hasButtons) choice = "yes";
  return choice !== null || ticks.length ? { choice, ticks } : null;
}

// The answer in words: «Ja: 9T», «Bild, Slöjd».
function sayAnswer(item, answer, words) {
  if (!answer) return "";
  const labels = item.boxes.filter((box) => answer.ticks.includes(box.code)).map((box) => box.label).join(", ");
  return [answer.choice ? words[answer.choice] : "", labels].filter(Boolean).join(": ");
}

function sayFault(item, read, reading) {
  const text = reading.faults[read.fault].replace("{sign}", read.sign.slice(0, 20)).replace("{boxes}", item.boxes.length);
  return read.fault === "not_read" ? `${text} ${item.hint}` : text;
}
