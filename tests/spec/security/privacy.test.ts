import { describe, expect, it } from "vitest";
import { takeStep } from "../../../shared/commands/takeStep.ts";
import { stepOf } from "../../../shared/workflow/steps.ts";
import { APPLICATION_FACTS, aFile } from "../../builders/aView.ts";
import { aScene } from "../../builders/scene.ts";

/** Everything a step asks for beforehand, so that nothing but the secret can be the reason. */
const neededBy = (step: string) =>
  Object.fromEntries((stepOf("aidFile", step)?.needs ?? []).map((f) => [f, "x"]));

describe("security S30: secret cases are not for this desk (《法律援助法》第21条)", () => {
  it.each(["receive", "receiveNotice"])("%s refuses a case marked secret", (step) => {
    const secret = aFile({ ...neededBy(step), ...APPLICATION_FACTS, sensitivity: "SECRET" });
    expect(takeStep(secret, { step, facts: {} }, aScene("CLERK"))).toMatchObject({
      ok: false,
      refusal: { code: "secret-case" },
    });
  });

  it.each(["NORMAL", "PRIVACY"])("the same application, marked %s, is received", (sensitivity) => {
    const open = aFile({ ...APPLICATION_FACTS, sensitivity });
    expect(takeStep(open, { step: "receive", facts: {} }, aScene("CLERK")).ok).toBe(true);
  });
});
