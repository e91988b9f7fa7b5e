import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../../../center/startCenter.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { dayOf, instantOfMs } from "../../../shared/kernel/instant.ts";
import { aCenter } from "../../contract/center/aCenter.ts";
import { found } from "./aCase.ts";
import { aDeskPage, aGround, type DeskPage, type Ground } from "./aDeskPage.ts";
import { employs, enrols, joins } from "./enrolment.ts";
import { untilProven } from "./untilProven.ts";

type Facts = { readonly [f: string]: Json };
/** A loaded machine takes its time; what is awaited comes in seconds. */
const WAIT = { timeout: 90_000, interval: 1000 };
const ROLES = ["SYSADMIN", "CLERK", "HEAD", "FINANCE"];
const AT = { enteredOn: "2026-03-02", fiscalYear: 2026, summary: "记账", fund: "BUDGET" };

let ground: Ground;
let center: Running & { readonly end: () => Promise<void> };
let first: DeskPage;
let second: DeskPage;

const must = async (desk: DeskPage, t: string, id: string, taken: readonly [step: string, facts?: Facts]) => {
  const [step, facts = {}] = taken;
  const result = await desk.call("take", t, id, step, facts);
  expect([step, result.ok ? null : result.refusal]).toEqual([step, null]);
};
const creates = async (desk: DeskPage, t: string, id: string, facts: Facts): Promise<void> => {
  const result = await desk.call("create", t, id, facts);
  expect([t, result.ok ? null : result.refusal]).toEqual([t, null]);
};
const enters = (desk: DeskPage, id: string, facts: Facts) =>
  must(desk, "fundEntry", id, ["enterEntry", { ...AT, voucherNo: id, ...facts }]);
const posts = (desk: DeskPage, id: string) => must(desk, "fundEntry", id, ["postEntry"]);
const overdrawnAt = async (desk: DeskPage) => (await desk.call("ledger")).overdrawn;
/** Both desks have everything that either has: what the center has, after both have sent theirs. */
const meet = async (): Promise<void> => {
  const since = Date.now();
  for (const desk of [first, second]) {
    await desk.call("askNow");
    await untilProven(desk, since);
  }
  const bureau = await first.call("bureauId");
  // blocks of numbers are still being granted: whoever is behind asks again until nobody is
  const hashes = async (): Promise<readonly string[]> => {
    for (const desk of [first, second]) await desk.call("askNow");
    return [await first.call("stateHash"), await second.call("stateHash"), await center.stateHash(bureau)];
  };
  await expect.poll(async () => new Set(await hashes()).size, WAIT).toBe(1);
};

/** A shift that was served, and the claim for it, proposed at the second desk and approved at the first. */
const claimDuty = async (): Promise<void> => {
  await creates(first, "lawyer", "lawyer-0001", { name: "赵正", type: "LAWYER" });
  await creates(first, "subsidyStandard", "standard-01", {
    name: "值班",
    type: "DUTY",
    unit: "HALF_DAY",
    amountFen: 35_000,
    effectiveFromOn: "2026-01-01",
  });
  await creates(first, "dutyShift", "shift-0001", {
    stationId: "station-01",
    lawyerId: "lawyer-0001",
    startsAt: "2026-03-02T09:00",
    endsAt: "2026-03-02T17:00",
    halfDays: 2,
  });
  await must(first, "dutyShift", "shift-0001", ["planShift"]);
  await must(first, "dutyShift", "shift-0001", ["publishShift"]);
  const presence = { checkInAt: "2026-03-02T09:00", checkOutAt: "2026-03-02T17:00" };
  await must(first, "dutyShift", "shift-0001", ["serveShift", presence]);
  await meet();
  const claim = { shiftId: "shift-0001", lawyerId: "lawyer-0001", standardId: "standard-01" };
  await creates(second, "subsidyClaim", "claim-0001", claim);
  const sum = { baseFen: 70_000, sharePercent: 100, totalFen: 70_000 };
  await must(second, "subsidyClaim", "claim-0001", ["submitClaim", sum]);
  await meet();
  await must(first, "subsidyClaim", "claim-0001", ["approveClaim"]);
};

beforeAll(async () => {
  ground = await aGround();
  center = await aCenter();
  first = await aDeskPage(ground);
  second = await aDeskPage(ground);
  await found(first);
  await first.call("record", "staff", await first.call("staffId"), { roles: ROLES });
  await enrols(first, center);
  await joins(second, { first, center });
  await employs(first, second, ROLES);
  await second.call("sync");
});
afterAll(async () => {
  await first?.end();
  await second?.end();
  await center?.end();
  ground?.end();
});

describe("V20 （《法律援助条例》第3条）: two desks without a cable spend the same money", () => {
  it("each alone is covered and lawful", async () => {
    await meet();
    await claimDuty();
    await enters(second, "income-01", { subject: "LS_BUDGET", flow: "IN", amountFen: 100_000 });
    const duty = { subject: "LS_DUTY", flow: "OUT", amountFen: 70_000, claimId: "claim-0001" };
    await enters(second, "spends-01", duty);
    await enters(first, "spends-02", { subject: "LS_TRAIN", flow: "OUT", amountFen: 60_000 });
    await meet();
    await posts(first, "income-01");
    await meet();
    await first.call("stopSync");
    await second.call("stopSync");
    await posts(first, "spends-01");
    await posts(second, "spends-02");
    expect([await overdrawnAt(first), await overdrawnAt(second)]).toEqual([[], []]);
  });

  it("when they meet, both show the one booked later as overdrawn, and the center has the same state", async () => {
    const since = Date.now();
    await first.call("sync");
    await untilProven(first, since);
    await second.call("sync");
    await untilProven(second, since);
    await meet();
    for (const desk of [first, second])
      await expect.poll(() => overdrawnAt(desk), WAIT).toEqual(["spends-02"]);
  });

  it("nothing is paid out of the fund and nothing more is spent until an entry is reversed", async () => {
    // the claim is approved by the clock of this machine, and nothing is paid before that (V03)
    const paid = { paidOn: dayOf(instantOfMs(Date.now())), entryId: "spends-01" };
    const pay = () => second.call("take", "subsidyClaim", "claim-0001", "payClaim", paid);
    expect(await pay()).toMatchObject({ ok: false, refusal: { code: "overdrawn", detail: "entryId" } });
    await enters(second, "spends-03", { subject: "LS_TRAIN", flow: "OUT", amountFen: 1 });
    await meet();
    expect(await first.call("take", "fundEntry", "spends-03", "postEntry", {})).toMatchObject({
      ok: false,
      refusal: { code: "value-invalid", detail: "amountFen" },
    });
    const back = { subject: "LS_TRAIN", flow: "IN", amountFen: 60_000, reverses: "spends-02" };
    await enters(second, "reversal-1", back);
    await meet();
    await posts(first, "reversal-1");
    await meet();
    for (const desk of [first, second]) await expect.poll(() => overdrawnAt(desk), WAIT).toEqual([]);
    expect(await pay()).toMatchObject({ ok: true });
    await meet();
    await expect
      .poll(async () => (await first.call("card", "subsidyClaim", "claim-0001"))?.stages.subsidy, WAIT)
      .toBe("paid");
    expect([await first.call("troubles"), await second.call("troubles")]).toEqual([[], []]);
  });
});
