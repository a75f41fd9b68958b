// Same Story's exercises and reader, for static pages (a custom element) and for notebooks (anywidget).

import { render } from "./notebook.mjs";
import { definePageElement } from "./page.mjs";
import { defineReaderElement } from "./reader_hosts.mjs";

definePageElement();
defineReaderElement();

export default { render };
