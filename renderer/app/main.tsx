import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { assert } from "../../shared/kernel/assert.ts";
import { App } from "./App.tsx";
import { ErrorScreen } from "./ErrorScreen.tsx";

void import("./fonts.css");

import "../ui/ui.css";
import "./app.css";

const place = document.getElementById("desk");
assert(place !== null, "index.html has no place for the desk");
createRoot(place).render(
  <StrictMode>
    <ErrorScreen>
      <App />
    </ErrorScreen>
  </StrictMode>,
);
