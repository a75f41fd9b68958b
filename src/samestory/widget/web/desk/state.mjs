// What can have become of a card.

/** Whether a card waits for a person. */
export function waits(card) {
  return card.state === "open" || card.state === "disputed";
}

/** What has been decided on a card, in a sentence. */
export function saidOfState(card) {
  const said = {
    finding: "Kept as a finding.", control: "Kept as a sound place.", dropped: "Dropped.",
    disputed: "Two people differ on this.", there: "A file of your own has it already.",
  };
  return said[card?.state] ?? "";
}

/** A name as it stands at the head of something. @param {string} text */
export function capital(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
