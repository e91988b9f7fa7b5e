import { afterAll, beforeAll, expect, it } from "vitest";
import { aFoundedDesk } from "../../contract/center/aBureau.ts";
import { aCenter } from "../../contract/center/aCenter.ts";
import { aHub } from "../../contract/center/aHub.ts";
import { ATTACKS, harmless } from "../attacks.ts";
import { aVisit } from "./aVisit.ts";

const PASSWORD = "correct horse 电池";
let center: Awaited<ReturnType<typeof aCenter>>;
let clock = Date.parse("2026-05-06T01:02:03Z");
const visit = aVisit(() => center.url);
beforeAll(async () => {
  center = await aCenter(() => clock);
  await visit.signIn(center.firstPassword ?? "");
  await visit.send("/console/password", { password: PASSWORD });
});
afterAll(() => center?.end());

it("F72: what only a hub may ask, signed in as one: every text of its greeting and beside its pages, and the page that shows it", async () => {
  const { bureau } = await aFoundedDesk(center);
  const before = await center.stateHash(bureau);
  const hub = aHub(center.url);
  expect((await hub.enrol(await center.issueHubCode("县级中心"))).status).toBe(200);
  for (const attack of ATTACKS) {
    clock += 600_000;
    await hub.signIn();
    for (const name of ["bureau", "name", "epoch", "chain", "sig", "trouble"]) {
      const { status, body } = await hub.hello(hub.bureau, { [name]: attack });
      harmless(status, JSON.stringify(body), `${name} ${attack}`);
    }
    for (const answer of [
      await hub.ship([], { head: { ...hub.headAt(), epoch: attack } }),
      await hub.ship([], { head: { ...hub.headAt(), chain: attack } }),
      await hub.ship([], { of: attack }),
      await hub.rescue([], encodeURIComponent(attack)),
      ...(await Promise.all(
        ["state", "open", "chunk", "complete"].flatMap((what) => [
          hub.post(`/v1/hub/blobs/${what}?bureau=${encodeURIComponent(attack)}`, { ids: [attack] }),
          hub.post(`/v1/hub/blobs/${what}?bureau=${hub.bureau}&name=${encodeURIComponent(attack)}&index=0`, {
            id: attack,
          }),
        ]),
      )),
      await aHub(center.url).enrol(await center.issueHubCode(""), { name: attack }),
    ])
      harmless(answer.status, JSON.stringify(answer.body), attack);
  }
  await visit.signIn(PASSWORD);
  const page = await visit.send("/console/hubs");
  expect(page.status).toBe(200);
  expect(page.text).not.toContain("<script>");
  expect(await center.stateHash(bureau)).toBe(before);
});
