// What the page of a lesson does beside its exercises.

import { walkStations } from "./stations.mjs";

walkStations();
