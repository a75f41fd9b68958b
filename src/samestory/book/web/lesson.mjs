// What the page of a lesson does beside its exercises, and the welcome page beside its reader.

import { layDrawer } from "./drawer.mjs";
import { letWordsAnswer } from "./first_look.mjs";
import { leadBack } from "./onward.mjs";
import { walkStations } from "./stations.mjs";

walkStations();
layDrawer();
letWordsAnswer();
leadBack();
