// How sure somebody was beside how often that was right. The steps of samestory.exercise.parts.calibration.

/**
 * @typedef {{of: number, right: number, bySteps: Map<string, [number, number]>, said: number, over: number}} Calibration
 *   `bySteps` has how many were right, of how many, by how sure (per cent); `said` is the mean of it, `over` how far
 *   that lies above the share that was right, both in percentage points */

/**
 * Out of how sure one was of each item, in per cent, and whether it was right; null of nothing.
 * @param {[string, boolean][]} judged @returns {Calibration|null}
 */
export function calibration(judged) {
  if (!judged.length) return null;
  const bySteps = new Map();
  for (const [step, isRight] of judged) {
    const [right, of] = bySteps.get(step) ?? [0, 0];
    bySteps.set(step, [right + Number(isRight), of + 1]);
  }
  const of = judged.length;
  const right = judged.filter(([, isRight]) => isRight).length;
  const said = judged.reduce((sum, [step]) => sum + Number(step), 0) / of;
  return { of, right, bySteps, said: Math.floor(said + 0.5), over: Math.floor(said - (100 * right) / of + 0.5) };
}

/** What that says, as the Python of the same name says it. @param {Calibration} found */
export function calibrationWords({ of, right, said, over }) {
  const less = "With so few items, a difference of less than 25 points is what chance brings.";
  const sure = `You were ${said} in 100 sure on the average, and ${right} of ${of} were right.`;
  if (Math.abs(over) < 25) return `${sure} The two go together as well as ${of} items can show. ${less}`;
  const how = over > 0 ? "surer than you were right" : "less sure than you were right";
  return `${sure} You were ${how}, by ${Math.abs(over)} points. ${less}`;
}
