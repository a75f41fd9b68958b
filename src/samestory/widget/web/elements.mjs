// The elements of a page without a kernel. The page's script is this module with all that it needs.

import { defineDrawnElement } from "./drawn.mjs";
import { defineExplorerElement } from "./explorer.mjs";
import { definePageElement } from "./page.mjs";
import { defineReaderElement } from "./reader_hosts.mjs";

defineDrawnElement();
definePageElement();
defineExplorerElement();
defineReaderElement();
