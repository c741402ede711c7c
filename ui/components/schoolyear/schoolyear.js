function made(tag, name, text) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text) node.textContent = text;
  return node;
}

function square(mark, number, sign, said) {
  const node = made("span", "day");
  node.dataset.mark = mark;
  if (number) {
    const shown = made("span", "", String(number));
    shown.setAttribute("aria-hidden", "true");
    node.append(shown);
  }
  if (sign) {
    const letter = made("small", "", sign);
    letter.setAttribute("aria-hidden", "true");
    node.append(letter);
  }
  if (said) node.append(made("span", "unseen", said));
  return node;
}

function week(data, signs) {
  const row = made("li", "week");
  row.append(made("span", "number", data.number));
  for (const day of data.days) {
    const said = day.mark === "school" ? "" : day.said;
    row.append(square(day.mark, day.day, signs[day.mark], said));
  }
  row.append(made("span", "note", data.note));
  return row;
}

function month(data, signs) {
  const part = made("section");
  part.append(made("h2", "", data.name));
  const list = made("ol");
  list.append(...data.weeks.map((one) => week(one, signs)));
  part.append(list);
  return part;
}

export default function ({ data, parentElement }) {
  parentElement.querySelector(".months").replaceChildren(...data.months.map((one) => month(one, data.signs)));
  const key = Object.entries(data.key).map(([mark, words]) => {
    const row = made("li");
    row.append(square(mark, 0, data.signs[mark], ""), made("span", "", words));
    return row;
  });
  parentElement.querySelector(".key").replaceChildren(...key);
}
