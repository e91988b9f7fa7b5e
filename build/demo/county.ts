import { openRecord } from "../../shared/commands/openRecord.ts";
import type { Actor, LawScene, Scene } from "../../shared/commands/scene.ts";
import type { LawyerFacts } from "../../shared/dictionary/registers.ts";
import type { Host, Session } from "../../shared/host/contract.ts";
import { day } from "../../shared/kernel/day.ts";
import { dayOf, type Instant } from "../../shared/kernel/instant.ts";
import { SHIPPED_CALENDAR } from "../../shared/law/calendar.ts";
import { parametersFrom } from "../../shared/law/readParameters.ts";
import { CASE_ROWS, type CaseRow } from "./cases.ts";
import { type HeadlessDesk, must, newId, openHeadlessDesk } from "./headlessDesk.ts";
import { type County, type Move, movesOf } from "./moves.ts";
import { BUREAU_FACTS, type Facts, LAWYERS, ORGANS, PROVIDERS } from "./registers.ts";
import { DEMO_PASSWORD, STAFF_ROWS, type StaffRow } from "./staff.ts";

const PARAMETERS = parametersFrom(String(BUREAU_FACTS.parameters), day("2026-01-01"));
const LAW: LawScene = {
  calendar: SHIPPED_CALENDAR,
  parameters: PARAMETERS,
  bureau: BUREAU_FACTS as LawScene["bureau"],
};

type Stage = {
  readonly host: Host;
  readonly desk: HeadlessDesk;
  readonly staffIds: ReadonlyMap<string, string>;
  readonly now: Instant;
};

const actorOf = ({ login, name, roles, section }: StaffRow, ids: Stage["staffIds"]): Actor => ({
  id: ids.get(login) as string,
  name,
  roles,
  section,
});
const rowOf = (login: string): StaffRow => STAFF_ROWS.find((row) => row.login === login) as StaffRow;
const sceneOf = (stage: Stage, login: string, now: Instant): Scene => ({
  actor: actorOf(rowOf(login), stage.staffIds),
  now,
  law: LAW,
});

const open = async (
  stage: Stage,
  login: string,
  { t, id, facts }: { t: string; id: string; facts: Facts },
): Promise<void> => {
  must(
    await stage.desk.perform(openRecord, { t, id, input: { facts } }, sceneOf(stage, login, stage.now)),
    `${t} ${id}`,
  );
};

/** The bureau, its staff with accounts, and the registers: written by the administrator who set the desk up. */
const writeRegisters = async (stage: Stage, founder: Session): Promise<Omit<County, "now">> => {
  const admin = rowOf("guan");
  await open(stage, "guan", { t: "staff", id: founder.staffId, facts: { ...admin, isActive: true } });
  await open(stage, "guan", { t: "bureau", id: founder.bureau, facts: BUREAU_FACTS });
  for (const row of STAFF_ROWS.filter(({ login }) => login !== "guan")) {
    const id = stage.staffIds.get(row.login) as string;
    await open(stage, "guan", { t: "staff", id, facts: { ...row, isActive: true } });
    must(
      await stage.host["user.add"]({ login: row.login, password: DEMO_PASSWORD, staffId: id }),
      `account ${row.login}`,
    );
  }
  const providers = Object.fromEntries(Object.keys(PROVIDERS).map((key) => [key, newId()]));
  for (const [key, facts] of Object.entries(PROVIDERS))
    await open(stage, "guan", { t: "provider", id: String(providers[key]), facts });
  const lawyers = Object.fromEntries(Object.keys(LAWYERS).map((key) => [key, newId()]));
  const providerOf = Object.fromEntries(
    Object.entries(LAWYERS).map(([key, { provider }]) => [key, String(providers[provider])]),
  );
  for (const [key, { provider: _, ...facts }] of Object.entries(LAWYERS)) {
    const providerId = String(providerOf[key]);
    await open(stage, "guan", { t: "lawyer", id: String(lawyers[key]), facts: { ...facts, providerId } });
  }
  for (const facts of Object.values(ORGANS)) await open(stage, "guan", { t: "organ", id: newId(), facts });
  return { lawyers, providerOf };
};

/** The conflict search over the demo's own records, as a page would make it. */
const assignmentOf = (stage: Stage, move: Move): Pick<LawScene, "assignment"> => {
  if (move.lawyerId === undefined) return {};
  const assigned = stage.desk.views("aidFile").filter(({ facts }) => facts.lawyerId === move.lawyerId);
  const candidate = {
    id: move.lawyerId,
    facts: stage.desk.view("lawyer", move.lawyerId).facts as LawyerFacts,
    openCases: assigned.length,
  };
  const parties = stage.desk.views("aidFile").map(({ id, facts }) => ({
    fileId: id,
    part: "recipient" as const,
    isOpen: true,
    isCriminal: facts.aidForm === "CRIM_DEFENCE",
    ...(facts.personName !== undefined && { name: String(facts.personName) }),
    ...(facts.certNo !== undefined && { certNo: String(facts.certNo) }),
    ...(facts.lawyerId !== undefined && { lawyerId: String(facts.lawyerId) }),
  }));
  const context = {
    fileId: move.id,
    on: dayOf(move.at),
    parameters: PARAMETERS,
    parties,
    dutyHelp: [],
    otherProviders: 2,
    isSearched: true,
  };
  return { assignment: { candidate, context } };
};

const make = async (stage: Stage, move: Move): Promise<void> => {
  const base = sceneOf(stage, move.by, move.at);
  const scene = { ...base, law: { ...LAW, ...assignmentOf(stage, move) } };
  must(
    await stage.desk.perform(move.command, { t: move.t, id: move.id, input: move.input as never }, scene),
    `${move.by} ${JSON.stringify((move.input as { step?: string }).step ?? move.t)}`,
  );
};

/** Lets people take turns: each signs in, does what is next for them on every case, and hands over. Signing in is slow. */
const takeTurns = async (stage: Stage, cases: readonly (readonly Move[])[]): Promise<void> => {
  const left = cases.map((moves) => [...moves]);
  while (left.some((moves) => moves.length > 0)) {
    for (const { login } of STAFF_ROWS) {
      if (!left.some((moves) => moves[0]?.by === login)) continue;
      must(await stage.host["user.signIn"]({ login, password: DEMO_PASSWORD }), login);
      for (const moves of left) while (moves[0]?.by === login) await make(stage, moves.shift() as Move);
    }
  }
};

/**
 * Makes the invented county on a host that was never set up: staff of every role with accounts, units, lawyers, organs
 * and sample cases in all stages, every one by the product's own commands. Answers with the session of its founder.
 */
export const makeCounty = async (
  host: Host,
  now: Instant,
  rows: readonly CaseRow[] = CASE_ROWS,
): Promise<Session> => {
  const founder = rowOf("guan");
  const setUp = await host["desk.setUp"]({
    login: founder.login,
    password: DEMO_PASSWORD,
    staffName: founder.name,
    deskName: "甲县一号工位",
  });
  const { session } = must(setUp, "set-up");
  const staffIds = new Map(
    STAFF_ROWS.map(({ login }) => [login, login === founder.login ? session.staffId : newId()]),
  );
  const stage: Stage = { host, desk: openHeadlessDesk(host), staffIds, now };
  const registers = await writeRegisters(stage, session);
  const county: County = { ...registers, now };
  await takeTurns(
    stage,
    rows.map((row, index) => movesOf(index, row, county)),
  );
  must(await host["user.signIn"]({ login: founder.login, password: DEMO_PASSWORD }), founder.login);
  return session;
};
