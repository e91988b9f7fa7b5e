import { randomUUID } from "node:crypto";
import type { Host, HostInput, HostOutput } from "../../shared/host/contract.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { sealCarried } from "../bundles/carried.ts";
import { openEnrolFile } from "../bundles/enrolFile.ts";
import { enrolDesk } from "../center/enrolDesk.ts";
import { enrolQuestion } from "../center/enrolQuestion.ts";
import { openAttempts } from "../identity/attempts.ts";
import { type Birth, bear, newVault } from "../identity/newVault.ts";
import { checkPassword } from "../identity/passwordRules.ts";
import { type Vault, writeVault } from "../identity/vault.ts";
import { type Scene, writable } from "../scene.ts";
import { uptimeOf } from "../uptime.ts";
import { startSession } from "./session.ts";

type Profile = HostInput<"desk.setUp">;
type Start = HostOutput<"desk.setUp">;

const readOnlyState = ({ journal, disk }: Scene): "no" | "disk-full" | "journal-damaged" => {
  if (journal.isDamaged()) return "journal-damaged";
  return disk.isFull() ? "disk-full" : "no";
};

const info = (scene: Scene): HostOutput<"app.info"> => {
  const { options, vault } = scene;
  const readOnly = readOnlyState(scene);
  // A disk that was cleared gets its reserve back before the next op, not after the next accident.
  if (readOnly === "no") scene.journal.reserve.restore();
  return {
    version: options.version,
    shell: options.shell,
    isSetUp: vault !== undefined,
    deskName: vault?.deskName ?? "",
    freeBytes: scene.disk.freeBytes(),
    readOnly,
    mayOpen: scene.disk.mayOpen(),
    hasKeychain: options.keychain?.backend() !== undefined,
    isStationBound: (vault?.station ?? null) !== null,
    centerUrl: vault?.center?.url ?? "",
    lastLogins: [...(vault?.users ?? [])]
      .sort((a, b) => b.usedAt.localeCompare(a.usedAt))
      .map(({ login }) => login),
  };
};

/** Refuses before anything is made: a second set-up, a weak password, a disk without room. */
const mayBegin = (scene: Scene, { login, password }: Profile): Result<void> => {
  if (scene.vault !== undefined) return refuse("already-set-up");
  const strong = checkPassword(login, password);
  return strong.ok ? writable(scene) : strong;
};

type Place = Pick<Vault, "bureau" | "center" | "carried">;

const begin = async (
  scene: Scene,
  birth: Birth,
  {
    place,
    profile,
    staffId,
  }: {
    readonly place: Place;
    readonly profile: Profile;
    readonly staffId?: string | undefined;
  },
): Promise<Result<Start>> => {
  const { vault, user, recoveryKey } = await newVault(birth, place, {
    account: {
      login: profile.login.trim(),
      staffId: staffId ?? randomUUID(),
      isAdmin: true,
      isFounder: staffId === undefined,
    },
    password: profile.password,
    deskName: profile.deskName,
    at: new Date(scene.now()).toISOString(),
  });
  await writeVault(scene.folders.data, vault);
  scene.vault = vault;
  scene.attempts = openAttempts(scene.folders.data, vault.installId, uptimeOf(scene.options));
  scene.log("desk-set-up");
  return done({ recoveryKey, session: await startSession(scene, vault, { user, dataKey: birth.dataKey }) });
};

const setUp = async (scene: Scene, profile: Profile): Promise<Result<Start>> => {
  const may = mayBegin(scene, profile);
  return may.ok ? begin(scene, bear(), { place: { bureau: randomUUID(), center: null }, profile }) : may;
};

const join = async (scene: Scene, input: HostInput<"desk.join">): Promise<Result<Start>> => {
  const may = mayBegin(scene, input);
  if (!may.ok) return may;
  const birth = bear();
  const enrolled = await enrolDesk(birth, {
    url: input.centerUrl,
    code: input.code,
    deskName: input.deskName,
  });
  if (!enrolled.ok) return enrolled;
  const { bureau, deskName, ...center } = enrolled.value;
  return begin(scene, birth, {
    place: { bureau, center },
    profile: { ...input, deskName },
    staffId: input.staffId,
  });
};

/** The request to be enrolled goes with this desk's first file, and the book comes with the answer to it. */
const joinByFile = async (scene: Scene, input: HostInput<"desk.joinByFile">): Promise<Result<Start>> => {
  const may = mayBegin(scene, input);
  if (!may.ok) return may;
  const { data, code, ...profile } = input;
  const opened = await openEnrolFile(data, code);
  if (!opened.ok) return opened;
  const { bureau, centerKey } = opened.value;
  if (bureau === "") return refuse("no-bureau-yet");
  const birth = bear();
  const enrol = enrolQuestion(birth, { code, deskName: profile.deskName, bureau });
  const carried = sealCarried(birth, { centerKey, enrol });
  return begin(scene, birth, { place: { bureau, center: null, carried }, profile });
};

/** What the machine is, and its kinds of first start. */
export const deskCalls = (
  scene: Scene,
): Pick<Host, "app.info" | "desk.setUp" | "desk.join" | "desk.joinByFile"> => ({
  "app.info": async () => done(info(scene)),
  "desk.setUp": (input) => scene.alone(() => setUp(scene, input)),
  "desk.join": (input) => scene.alone(() => join(scene, input)),
  "desk.joinByFile": (input) => scene.alone(() => joinByFile(scene, input)),
});
