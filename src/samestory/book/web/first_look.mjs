// The first minute: the words of a printed sentence can be tapped, and each says what became of it.

const SAID = {
  changed: "That is changed too, and still says nearly the same. Which exchange puts somebody else into the sentence?",
  same: "That one he said. Look for a word that he did not.",
  core: "You found it.",
};

/** Makes the words of a first look answer; without this they are text, and the answer stands behind its fold. */
export function letWordsAnswer() {
  for (const look of document.querySelectorAll(".sb-first-look")) {
    const said = look.querySelector(".sb-look-said");
    const fold = look.querySelector("details");
    look.querySelector(".sb-look-ask").hidden = false;
    for (const word of look.querySelectorAll("[data-word]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = word.textContent;
      button.addEventListener("click", () => {
        said.textContent = SAID[word.dataset.word];
        if (word.dataset.word !== "core") return;
        look.classList.add("is-found");
        fold.open = true;
      });
      word.replaceChildren(button);
    }
  }
}
