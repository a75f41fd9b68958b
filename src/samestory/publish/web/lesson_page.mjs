// Everything that a lesson's page draws: the elements of every page of the book, and the lesson's own scores.

import "../../widget/web/elements.mjs";
import { defineScoresElement } from "./scores.mjs";

defineScoresElement();
