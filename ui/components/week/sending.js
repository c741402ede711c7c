// What is asked for goes to the server once, with an id of its own; until it has answered nothing more is asked for.

const PATIENCE = 350;
const WAITED_ENOUGH = 30000;

function newId() {
  const numbers = crypto.getRandomValues(new Uint32Array(4));
  return [...numbers].map((number) => number.toString(16).padStart(8, "0")).join("");
}

function sender(state) {
  return (act, more = {}) => {
    const { memory, words, data } = state;
    if (memory.busy) return;
    const id = newId();
    memory.busy = id;
    memory.saidFor = more.lesson || "";
    state.trigger({ id, act, onward: memory.onward, ...more, ...data.plan.seen });
    state.calm();
    setTimeout(() => memory.busy === id && state.say([act === "why" ? words.finding_out : words.busy]), PATIENCE);
    setTimeout(() => {
      if (memory.busy !== id) return;
      memory.busy = null;
      state.say([words.no_contact]);
      state.calm();
    }, WAITED_ENOUGH);
  };
}

// The keyboard: arrows go between lessons, L locks, Escape closes, Ctrl+Z undoes.
function keys(state, place) {
  return (event) => {
    const isTyping = event.target.closest && event.target.closest("textarea");
    if (event.key === "Escape" && state.memory.open) {
      event.preventDefault();
      state.close();
      return;
    }
    if (isTyping || event.repeat && !event.key.startsWith("Arrow")) return;
    const tools = state.data.plan ? state.data.plan.tools : [];
    if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey)) {
      const tool = tools.find((one) => one.act === (event.shiftKey ? "redo" : "undo") && one.change);
      if (!tool) return;
      event.preventDefault();
      state.send(tool.act, { change: tool.change });
      return;
    }
    if (event.key.toLowerCase() === "l" && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const on = event.target.closest && event.target.closest("[data-id]");
      const id = on ? on.dataset.id : state.memory.open;
      const lesson = state.lessons().find((one) => one.id === id);
      const lock = lesson && lesson.acts.find((act) => act.slot === "lock");
      if (!lock) return;
      event.preventDefault();
      state.send(lock.code, { lesson: lesson.id });
      return;
    }
    move(place, event);
  };
}
