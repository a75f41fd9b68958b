// A platform that launches by cmi5: statements to a learning record store, and a document there for what is kept.
// Source: the cmi5 specification (Quartz), https://github.com/AICC/CMI-5_Spec_Current , sections 8 to 10.

const ADL = "http://adlnet.gov/expapi/verbs";
const VERBS = {
  initialized: `${ADL}/initialized`, completed: `${ADL}/completed`, terminated: `${ADL}/terminated`,
  progressed: `${ADL}/progressed`,
};
const CMI5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
const MOVE_ON = "https://w3id.org/xapi/cmi5/context/categories/moveon";
const SCORES = "urn:samestory:extensions:";
const DOCUMENT = "samestory.answers";
const DOCUMENT_ROOM = 512 * 1024; // characters: far more than a lesson's answers take
const LAUNCH = ["endpoint", "fetch", "actor", "registration", "activityId"];

/** @returns {Promise<import("./package.mjs").Platform|null>} null where nothing was launched by cmi5 */
export async function cmi5Platform() {
  const asked = new URLSearchParams(location.search);
  if (!LAUNCH.every((name) => asked.get(name))) return null;
  const launch = Object.fromEntries(LAUNCH.map((name) => [name, asked.get(name)]));
  const token = (await (await checked(fetch(launch.fetch, { method: "POST" }))).json())["auth-token"];
  if (!token) throw new Error("the platform gave no token; a lesson can be launched once by one link");
  const store = new RecordStore(launch, token);
  const data = await store.state("LMS.LaunchData").then((text) => JSON.parse(text || "{}"));
  await store.preferences();
  const session = new Session(store, launch, data);
  await session.say("initialized");
  const { kept = "", place = "" } = JSON.parse((await store.state(DOCUMENT)) || "{}");
  const learner = session.actor.account?.name ?? session.actor.mbox ?? JSON.stringify(session.actor);
  return {
    learner, kept, place, room: DOCUMENT_ROOM,
    report: (told) => session.report(told),
    end: (seconds) => session.say("terminated", { duration: `PT${seconds}S` }, { keepalive: true }),
  };
}

class RecordStore {
  constructor({ endpoint, actor, registration, activityId }, token) {
    const base = endpoint.endsWith("/") ? endpoint : `${endpoint}/`;
    Object.assign(this, { base, actor, registration, activityId });
    this.headers = { Authorization: `Basic ${token}`, "X-Experience-API-Version": "1.0.3" };
  }

  address(resource, more) {
    return `${this.base}${resource}?${new URLSearchParams(more)}`;
  }

  stateAddress(stateId) {
    const { activityId, actor: agent, registration } = this;
    return this.address("activities/state", { activityId, agent, registration, stateId });
  }

  /** A document, or an empty text where there is none. */
  async state(stateId) {
    const answer = await fetch(this.stateAddress(stateId), { headers: this.headers });
    return answer.ok ? answer.text() : "";
  }

  /** The specification asks that a lesson reads them, whether or not it follows them. */
  async preferences() {
    const asked = { agent: this.actor, profileId: "cmi5LearnerPreferences" };
    await fetch(this.address("agents/profile", asked), { headers: this.headers });
  }

  async keep(stateId, value) {
    const headers = { ...this.headers, "Content-Type": "application/json" };
    await checked(fetch(this.stateAddress(stateId), { method: "PUT", headers, body: JSON.stringify(value) }));
  }

  async send(statement, more) {
    const headers = { ...this.headers, "Content-Type": "application/json" };
    const body = JSON.stringify(statement);
    await checked(fetch(this.address("statements", { statementId: statement.id }), { method: "PUT", headers, body, ...more }));
  }
}

class Session {
  constructor(store, { actor, registration, activityId }, data) {
    Object.assign(this, { store, registration, activityId, data, isCompleted: false, isOver: false });
    this.actor = JSON.parse(actor);
    // A review or a look round is not recorded: the specification forbids all but the first and the last statement.
    this.isNormal = (data.launchMode ?? "Normal") === "Normal";
  }

  async report(told) {
    try {
      await this.store.keep(DOCUMENT, { kept: told.kept, place: told.place });
      if (this.isNormal && told.done === told.all && !this.isCompleted) {
        this.isCompleted = true;
        await this.say("completed", { completion: true, duration: `PT${told.seconds}S` }, {}, [MOVE_ON]);
      }
      if (this.isNormal) await this.say("progressed", progress(told));
      return true;
    } catch {
      return false;
    }
  }

  async say(verb, result = null, more = {}, categories = []) {
    if (this.isOver) return;
    this.isOver = verb === "terminated";
    const context = structuredClone(this.data.contextTemplate ?? {});
    const activities = (context.contextActivities ??= {});
    // A statement that the specification does not name must not bear its mark.
    const marks = verb === "progressed" ? [] : [CMI5, ...categories].map((id) => ({ id }));
    activities.category = [...(activities.category ?? []).filter(({ id }) => id !== CMI5), ...marks];
    await this.store.send({
      id: crypto.randomUUID?.() ?? randomId(),
      timestamp: new Date().toISOString(),
      actor: this.actor,
      verb: { id: VERBS[verb], display: { en: verb } },
      object: { objectType: "Activity", id: this.activityId },
      context: { ...context, registration: this.registration },
      ...(result ? { result } : {}),
    }, more);
  }
}

/** Points and both scores. A lesson is passed or failed by nobody, so they stand in a statement of their own. */
function progress({ points, of, done, all, caught, trusted }) {
  const counted = (name, [count, total]) => (total ? { [`${SCORES}${name}`]: { count, of: total } } : {});
  return {
    score: { raw: points, min: 0, max: of, scaled: of ? Math.round((10_000 * points) / of) / 10_000 : 0 },
    extensions: {
      "https://w3id.org/xapi/cmi5/result/extensions/progress": all ? Math.round((100 * done) / all) : 100,
      ...counted("caught", caught), ...counted("trusted", trusted),
    },
  };
}

async function checked(asked) {
  const answer = await asked;
  if (!answer.ok) throw new Error(`${answer.status} from ${new URL(answer.url).pathname}`);
  return answer;
}

/** A UUID of version 4 where a page without https has none of its own. */
function randomId() {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const variant = "89ab"[parseInt(hex[16], 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
