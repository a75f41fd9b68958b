// Same Story's exercises and reader, for static pages (a custom element) and for notebooks (anywidget).

import { defineDrawnElement } from "./drawn.mjs";
import { defineExplorerElement } from "./explorer.mjs";
import { render } from "./notebook.mjs";
import { definePageElement } from "./page.mjs";
import { defineReaderElement } from "./reader_hosts.mjs";

defineDrawnElement();
definePageElement();
defineExplorerElement();
defineReaderElement();

export default { render };
