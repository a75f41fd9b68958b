// The elements of a page without a kernel. The page's script is this module with all that it needs.

import { defineDrawnElement } from "./host/drawn.mjs";
import { defineExplorerElement } from "./explorer/explorer.mjs";
import { definePageElement } from "./host/page.mjs";
import { defineReaderElement } from "./reader/hosts.mjs";

defineDrawnElement();
definePageElement();
defineExplorerElement();
defineReaderElement();
