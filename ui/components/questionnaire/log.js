// What has been tapped and not yet been stored. It lies in this tab until the server has said that it is stored.

const RESEND_AFTER = 2000;
const NO_CONTACT_AFTER = 3000;
const RELOAD_AFTER = 4000;

function newId() {
  return crypto.randomUUID();
}

class AnswerLog {
  constructor(place, send, onChange) {
    this.place = place;
    this.send = send;
    this.onChange = onChange;
    this.sending = 0;
    this.latest = 0;
    this.waitingSince = null;
    this.backSince = null;
    // Set where the answers that stand are known; what is typed from paper follows all that came before it.
    this.heads = null;
    this.own = {};
    this.pending = this.kept();
    if (this.pending.length) this.push();
    this.timer = setInterval(() => this.lookAgain(), 500);
    this.whenOnline = () => this.pending.length && this.push();
    window.addEventListener("online", this.whenOnline);
  }

  kept() {
    try {
      return JSON.parse(sessionStorage.getItem(this.place) || "[]");
    } catch {
      return [];
    }
  }

  add(event) {
    // Two taps never share a moment, so that their order is certain.
    this.latest = Math.max(Date.now(), this.latest + 1);
    const id = newId();
    const follows = this.heads && { follows: this.over(event.question, id) };
    this.pending.push({ ...event, ...follows, id, at: new Date(this.latest).toISOString() });
    this.push();
  }

  // Which answers this one is given over: another's, given meanwhile and not seen here, is not among them.
  over(question, id) {
    const known = [this.own[question], ...(this.heads[question] || [])];
    this.own[question] = id;
    return [...new Set(known.filter(Boolean))];
  }

  push() {
    this.keep();
    if (this.waitingSince === null) this.waitingSince = Date.now();
    this.sending = Math.max(Date.now(), this.sending + 1);
    this.sentAt = Date.now();
    try {
      this.send({ sending: this.sending, events: this.pending });
    } catch {
      // No contact: the timer sends again.
    }
    this.onChange();
  }

  stored(ids) {
    const known = new Set(ids);
    const left = this.pending.filter((event) => !known.has(event.id));
    if (left.length === this.pending.length) return;
    this.pending = left;
    this.keep();
    this.waitingSince = left.length ? Date.now() : null;
    this.onChange();
  }

  keep() {
    try {
      if (this.pending.length) sessionStorage.setItem(this.place, JSON.stringify(this.pending));
      else sessionStorage.removeItem(this.place);
    } catch {
      // A browser without storage still has the list in memory.
    }
  }

  lookAgain() {
    if (!this.pending.length) {
      this.backSince = null;
      return;
    }
    if (Date.now() - this.sentAt > RESEND_AFTER) this.push();
    else this.onChange();
    if (this.state() === "no_contact") this.lookForServer();
  }

  // Streamlit waits longer and longer before it tries again. Once the app answers, a page made anew is sooner there;
  // what is pending lies in this tab and is sent from the new page.
  async lookForServer() {
    if (this.looking) return;
    this.looking = true;
    try {
      const answer = await fetch("/halsa", { cache: "no-store" });
      this.backSince = answer.ok ? this.backSince || Date.now() : null;
    } catch {
      this.backSince = null;
    }
    this.looking = false;
    if (this.backSince && this.pending.length && Date.now() - this.backSince > RELOAD_AFTER) location.reload();
  }

  state() {
    if (!this.pending.length) return "saved";
    return Date.now() - this.waitingSince > NO_CONTACT_AFTER ? "no_contact" : "saving";
  }

  stop() {
    clearInterval(this.timer);
    window.removeEventListener("online", this.whenOnline);
  }
}
