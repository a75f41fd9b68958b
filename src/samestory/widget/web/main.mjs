// Same Story's exercises, for static pages (a custom element) and for notebooks (anywidget).

import { render } from "./notebook.mjs";
import { definePageElement } from "./page.mjs";

definePageElement();

export default { render };
