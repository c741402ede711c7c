// Which questions are shown, and in what order: the same rules as questionnaire/route.py and reading.py, so that the
// next question comes at once. tests/browser/test_route_in_browser.py holds the two together.

const NOTHING = { choice: null, ticks: [] };

function replyTo(item, answers, itemsById) {
  const answer = item && answers[item.id];
  if (!answer || !isShown(item, answers, itemsById)) return NOTHING;
  if (item.kind === "yes_no" || item.kind === "time_grid") {
    const choice = answer.choice || (answer.ticks.length ? "yes" : null);
    return { choice, ticks: choice === "yes" ? answer.ticks : [] };
  }
  return answer.choice === "skip" || answer.choice === "dont_know" ? { choice: answer.choice, ticks: [] } : answer;
}

function isShown(item, answers, itemsById) {
  const condition = item.shown_if;
  if (!condition) return true;
  const reply = replyTo(itemsById[condition.question], answers, itemsById);
  if (condition.equals) return reply.choice === condition.equals;
  if (condition.equals_not) return reply.choice !== condition.equals_not;
  if (condition.contains) return reply.ticks.includes(condition.contains);
  return reply.ticks.length > 0 && !reply.ticks.includes(condition.contains_not);
}

// How much is asked: «short», «full» or «not_today», as the student has chosen; short before that.
function wayOf(ways, answers) {
  for (const { question, by_box: byBox } of ways) {
    for (const tick of answers[question] ? answers[question].ticks : []) if (byBox[tick]) return byBox[tick];
  }
  return "short";
}

// Private questions are asked on every way once the student has opened them, except on a day without questions.
function routeOf(items, ways, answers, privateIsOpen) {
  const itemsById = Object.fromEntries(items.map((item) => [item.id, item]));
  const way = wayOf(ways, answers);
  const isOn = (item) => {
    if (way === "not_today") return item.not_today;
    return item.private ? privateIsOpen : way === "full" || item.short;
  };
  return items.filter((item) => isOn(item) && isShown(item, answers, itemsById));
}

// The answers of one respondent after these events, on top of those the server had.
function withEvents(answers, events, by) {
  const after = { ...answers };
  for (const event of events) {
    if ((event.by || "student") !== by) continue;
    if (event.undo) delete after[event.question];
    else after[event.question] = { choice: event.choice, ticks: event.ticks };
  }
  return after;
}

// The next question that is open: after this one if there is any, else from the beginning. null: all done.
function nextOpen(route, isOpen, currentId) {
  const at = route.findIndex((item) => item.id === currentId);
  const order = [...route.slice(at + 1), ...route.slice(0, Math.max(at, 0))];
  const open = order.find((item) => isOpen(item.id));
  return open ? open.id : null;
}

// The last question before this one that is not open, for undo.
function lastAnswered(route, isOpen, currentId) {
  const at = route.findIndex((item) => item.id === currentId);
  const before = at < 0 ? route : route.slice(0, at);
  const answered = before.filter((item) => !isOpen(item.id));
  return answered.length ? answered[answered.length - 1].id : null;
}
