// Which questions are shown, and in what order: the same rules as questionnaire/route.py and reading.py, so that the
// next question comes at once. tests/browser/test_route.py holds the two together.

const NOTHING = { choice: null, ticks: [] };

function replyTo(item, answers, itemsById) {
  const answer = answers[item.id];
  if (!answer || !isShown(item, answers, itemsById)) return NOTHING;
  if (item.kind === "yes_no" || item.kind === "time_grid") return answer;
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

// Private questions are asked on every way, once the student has opened them.
function routeOf(items, ways, answers, privateIsOpen) {
  const itemsById = Object.fromEntries(items.map((item) => [item.id, item]));
  const isFull = wayOf(ways, answers) === "full";
  return items.filter((item) => (item.private ? privateIsOpen : isFull || item.short) && isShown(item, answers, itemsById));
}

// The answers after these events, on top of those the server had.
function withEvents(answers, events) {
  const after = { ...answers };
  for (const event of events) {
    if (event.undo) delete after[event.question];
    else after[event.question] = { choice: event.choice, ticks: event.ticks };
  }
  return after;
}

// The next question without an answer: after this one if there is any, else from the beginning. null: all done.
function nextOpen(route, answers, currentId) {
  const at = route.findIndex((item) => item.id === currentId);
  const order = [...route.slice(at + 1), ...route.slice(0, Math.max(at, 0))];
  const open = order.find((item) => !answers[item.id]);
  return open ? open.id : null;
}

// The question before this one that has an answer, for undo.
function lastAnswered(route, answers, currentId) {
  const at = route.findIndex((item) => item.id === currentId);
  const before = at < 0 ? route : route.slice(0, at);
  const answered = before.filter((item) => answers[item.id]);
  return answered.length ? answered[answered.length - 1].id : null;
}
