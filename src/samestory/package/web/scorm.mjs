// A platform that speaks SCORM 1.2 or 2004: an object in a window above this one.

const FURTHEST = 12; // windows up; ADL's own search gives up after seven, and some platforms nest deeper
const SCORM_ROOM = { 1.2: 4096, 2004: 64_000 }; // characters of suspend_data

/** The window's own parents, then those of the window that opened it. */
function found(name) {
  for (const start of [window, window.opener]) {
    let at = start;
    for (let up = 0; at && up < FURTHEST; up += 1) {
      try {
        if (at[name]) return at[name];
      } catch {
        break; // a window of another host
      }
      if (at === at.parent) break;
      at = at.parent;
    }
  }
  return null;
}

/** @returns {import("./package.mjs").Platform|null} */
export function scormPlatform() {
  const newer = found("API_1484_11");
  if (newer && String(newer.Initialize("")) === "true") return platform2004(newer);
  const old = found("API");
  return old && String(old.LMSInitialize("")) === "true" ? platform12(old) : null;
}

function platform12(api) {
  const set = (name, value) => String(api.LMSSetValue(`cmi.${name}`, String(value))) === "true";
  if (["not attempted", ""].includes(api.LMSGetValue("cmi.core.lesson_status"))) set("core.lesson_status", "incomplete");
  return {
    learner: String(api.LMSGetValue("cmi.core.student_id")),
    kept: String(api.LMSGetValue("cmi.suspend_data") ?? ""),
    place: String(api.LMSGetValue("cmi.core.lesson_location") ?? ""),
    room: SCORM_ROOM["1.2"],
    report(told) {
      const isKept = set("suspend_data", told.kept);
      set("core.lesson_location", told.place);
      set("core.score.min", 0);
      set("core.score.max", 100);
      set("core.score.raw", percent(told.points, told.of));
      objectives(told).forEach(({ id, count, of }, at) => {
        set(`objectives.${at}.id`, id);
        set(`objectives.${at}.score.min`, 0);
        set(`objectives.${at}.score.max`, 100);
        set(`objectives.${at}.score.raw`, percent(count, of));
      });
      set("core.lesson_status", told.done === told.all ? "completed" : "incomplete");
      set("core.session_time", clock(told.seconds));
      set("core.exit", "suspend");
      return String(api.LMSCommit("")) === "true" && isKept;
    },
    end(seconds) {
      set("core.session_time", clock(seconds));
      api.LMSFinish("");
    },
  };
}

function platform2004(api) {
  const set = (name, value) => String(api.SetValue(`cmi.${name}`, String(value))) === "true";
  if (["unknown", "not attempted", ""].includes(api.GetValue("cmi.completion_status"))) {
    set("completion_status", "incomplete");
  }
  return {
    learner: String(api.GetValue("cmi.learner_id")),
    kept: String(api.GetValue("cmi.suspend_data") ?? ""),
    place: String(api.GetValue("cmi.location") ?? ""),
    room: SCORM_ROOM["2004"],
    report(told) {
      const isKept = set("suspend_data", told.kept);
      set("location", told.place);
      score(set, "", told.points, told.of);
      objectives(told).forEach(({ id, count, of }, at) => {
        set(`objectives.${at}.id`, id);
        score(set, `objectives.${at}.`, count, of);
      });
      set("progress_measure", told.all ? fourDigits(told.done / told.all) : 1);
      set("completion_status", told.done === told.all ? "completed" : "incomplete");
      set("session_time", `PT${told.seconds}S`);
      set("exit", "suspend");
      return String(api.Commit("")) === "true" && isKept;
    },
    end(seconds) {
      set("session_time", `PT${seconds}S`);
      api.Terminate("");
    },
  };
}

/** The two scores, which stand beside the points: how many of what was looked at. */
function objectives({ caught, trusted }) {
  return [["caught", caught], ["trusted", trusted]].filter(([, [, of]]) => of)
    .map(([id, [count, of]]) => ({ id, count, of }));
}

function score(set, place, points, of) {
  set(`${place}score.min`, 0);
  set(`${place}score.max`, of);
  set(`${place}score.raw`, points);
  set(`${place}score.scaled`, of ? fourDigits(points / of) : 0);
}

function percent(points, of) {
  return of ? Math.round((10_000 * points) / of) / 100 : 0;
}

function fourDigits(share) {
  return Math.round(10_000 * share) / 10_000;
}

/** HHHH:MM:SS */
function clock(seconds) {
  const two = (number) => String(number).padStart(2, "0");
  return `${String(Math.floor(seconds / 3600)).padStart(4, "0")}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
