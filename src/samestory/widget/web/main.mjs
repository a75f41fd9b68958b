// Same Story's exercises and reader for notebooks (anywidget), and the elements of static pages.

import "./elements.mjs";
import { render } from "./host/notebook.mjs";

export default { render };
