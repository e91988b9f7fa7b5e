import { z } from "zod";
import type { Result } from "../kernel/result.ts";
import { BUNDLE_CALLS, enrolFile } from "./bundleCalls.ts";
import { CENTER_CALLS } from "./centerCalls.ts";
import { ERASE_CALLS } from "./eraseCalls.ts";
import { REFERRAL_CALLS } from "./referralCalls.ts";
import { SCAN_CALLS } from "./scanCalls.ts";

/** Bytes cross both transports as base64 text. */
const bytes = z.base64();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const id = z.string().regex(/^[0-9a-zA-Z-]{8,64}$/);
const login = z.string().min(2).max(40);
const password = z.string().min(1).max(200);
const feed = z.string().regex(/^[0-9a-f]{24}$/);
const nothing = z.strictObject({});
const op = z.strictObject({
  h: hash,
  header: z.string(),
  payload: z.string(),
  sig: z.string(),
  actorSig: z.string(),
});

const session = z.strictObject({
  /** The staff record that signed in; every op of this session carries it as actor. */
  staffId: id,
  login: z.string(),
  sessionId: id,
  /** 32 bytes that seal the page's database; derived from the data key, never the data key itself. */
  pageKey: bytes,
  /** Changes when this installation starts over; a page database with another value is not ours. */
  installId: id,
  bureau: id,
  feed: z.string(),
  /** Feeds this desk wrote before it was restored from backups, oldest first. */
  earlier: z.array(z.string()),
  /** True for the account that set the desk up and whose staff record may still have to be written. */
  isFounder: z.boolean(),
});

const profile = z.strictObject({
  login,
  password,
  staffName: z.string().min(1).max(50),
  deskName: z.string().min(1).max(40),
});

/**
 * Everything the machine does for a page and a page cannot do for itself; the same under Electron and in the system's
 * browser. Each call is attack surface: input is checked here before any handler sees it. Outputs are `Result`s.
 */
export const HOST_CALLS = {
  /** What this machine is and whether it may write. Works before sign-in. */
  "app.info": {
    input: nothing,
    output: z.strictObject({
      version: z.string(),
      shell: z.enum(["electron", "browser"]),
      isSetUp: z.boolean(),
      deskName: z.string(),
      freeBytes: z.number(),
      readOnly: z.enum(["no", "disk-full", "journal-damaged"]),
      /** False when the disk is so full that a browser would reset the page's database by opening it (F16, measured). */
      mayOpen: z.boolean(),
      /** Whether this computer has a key store worth the name. */
      hasKeychain: z.boolean(),
      /** Whether passwords open on this computer only (`station.bind`). */
      isStationBound: z.boolean(),
      centerUrl: z.string(),
      lastLogins: z.array(z.string()),
    }),
  },
  /** First start: makes the data key, the feed and the first account (system administrator). Shows the recovery key once. */
  "desk.setUp": { input: profile, output: z.strictObject({ recoveryKey: z.string(), session }) },
  /** First start of a further desk: joins an existing bureau with a code from its center; then as `desk.setUp`. */
  "desk.join": {
    input: profile.extend({ centerUrl: z.url(), code: enrolFile.shape.code, staffId: id.optional() }),
    output: z.strictObject({ recoveryKey: z.string(), session }),
  },
  /**
   * First start of a further desk that no network reaches: the bureau is the one its center's enrolment file names, which
   * the code opens. The request to be enrolled goes with the first file (`bundle.write`). `no-bureau-yet` for a file that
   * founds a bureau.
   */
  "desk.joinByFile": {
    input: profile.extend(enrolFile.shape),
    output: z.strictObject({ recoveryKey: z.string(), session }),
  },
  "user.signIn": { input: z.strictObject({ login, password }), output: session },
  /** Forgets the keys in the host. The page reloads itself afterwards, so that nothing stays in its memory. */
  "user.lock": { input: nothing, output: nothing },
  /** A new account on this machine for an existing staff record; the caller must be signed in as administrator. */
  "user.add": { input: z.strictObject({ login, password, staffId: id }), output: nothing },
  "user.list": {
    input: nothing,
    output: z.strictObject({ users: z.array(z.strictObject({ login: z.string(), staffId: id })) }),
  },
  "user.changePassword": {
    input: z.strictObject({ login, oldPassword: password, newPassword: password }),
    output: nothing,
  },
  "user.recover": {
    input: z.strictObject({ login, recoveryKey: z.string().max(100), newPassword: password }),
    output: nothing,
  },
  /**
   * Binds the passwords to this computer's key store: a copy of the data folder then opens with the recovery key only.
   * An administrator's, who types that key to show that it is kept. `no-key-store` where there is none.
   */
  "station.bind": { input: z.strictObject({ recoveryKey: z.string().max(100) }), output: nothing },
  "station.unbind": { input: nothing, output: nothing },
  /** Positions, hashes and signs one op and returns after fdatasync. This is the commit: what "saved" means. */
  "journal.commit": {
    input: z.strictObject({
      intent: z.string().min(1).max(80),
      payload: z.string().max(256 * 1024),
      schema: z.number().int(),
      minReader: z.number().int(),
      seen: z.strictObject({ epoch: z.string(), seq: z.number().int(), head: z.string() }),
      onBehalf: id.optional(),
    }),
    output: z.strictObject({ op, n: z.number().int() }),
  },
  /**
   * Own ops after position `after`, oldest first, at most `limit`; for rebuilding the page's database. `feed`: one that
   * was written before a restore, instead of the present one.
   */
  "journal.read": {
    input: z.strictObject({
      after: z.number().int().min(0),
      limit: z.number().int().min(1).max(1000),
      feed: feed.optional(),
    }),
    output: z.strictObject({ ops: z.array(op), headN: z.number().int(), headHash: z.string() }),
  },
  /** A local event that must survive beside the ops: a lost projection, a receipt of the center, a view of a file. */
  "journal.note": {
    input: z.strictObject({
      kind: z.enum(["projectionLost", "receipt", "audit"]),
      body: z.string().max(64_000),
    }),
    output: nothing,
  },
  /** Local events of one kind, newest first. */
  "journal.notes": {
    input: z.strictObject({
      kind: z.enum(["projectionLost", "receipt", "audit"]),
      limit: z.number().int().min(1).max(1000),
    }),
    output: z.strictObject({
      notes: z.array(z.strictObject({ at: z.string(), login: z.string(), body: z.string() })),
    }),
  },
  ...ERASE_CALLS,
  /**
   * Begins a new journal under another feed where this one is damaged, an administrator's: what can be read of the old one
   * (`opCount`) is kept, shown and delivered under its name. Signs out; `already-done` while the journal is sound.
   */
  "journal.renew": { input: nothing, output: z.strictObject({ opCount: z.number().int() }) },
  /** Stores bytes under their SHA-256, sealed; storing the same bytes twice is one file. At most 20 MB. */
  "blob.put": {
    input: z.strictObject({ data: bytes }),
    output: z.strictObject({ id: hash, bytes: z.number().int() }),
  },
  "blob.get": { input: z.strictObject({ id: hash }), output: z.strictObject({ data: bytes }) },
  ...SCAN_CALLS,
  /** Renders our own HTML (no scripts, no network) to the PDF that is previewed, stored and printed: one set of bytes. */
  "letter.pdf": {
    input: z.strictObject({ html: z.string().max(20_000_000) }),
    output: z.strictObject({ data: bytes, sha256: hash }),
  },
  /** Writes a file into the export folder of this desk, never over an existing one; answers with its path. */
  "file.save": {
    input: z.strictObject({ name: z.string().min(1).max(120), data: bytes }),
    output: z.strictObject({ path: z.string() }),
  },
  /** An encrypted copy of journal, vault and blobs in the backup folder; verified before it counts. */
  "backup.write": { input: nothing, output: z.strictObject({ path: z.string(), opCount: z.number().int() }) },
  /** Backups in the backup folder, newest first. Works before sign-in, for a first start that restores one. */
  "backup.list": {
    input: nothing,
    output: z.strictObject({
      folder: z.string(),
      backups: z.array(
        z.strictObject({
          name: z.string(),
          writtenAt: z.string(),
          bytes: z.number().int(),
          opCount: z.number().int(),
        }),
      ),
    }),
  },
  /** One piece of a backup file that a person chose, at its place; 0 begins anew. Only before the first start. */
  "backup.part": {
    input: z.strictObject({ at: z.number().int().min(0), data: bytes }),
    output: z.strictObject({ bytes: z.number().int() }),
  },
  /**
   * First start from a backup: the one of this name in the backup folder, or "" for the one sent in pieces. It is read
   * and verified as a whole first; then the desk is what it was, or nothing has changed. `isNewFeed`: it was enrolled,
   * so it writes under another feed from now on and needs a code of its center again.
   */
  "backup.restore": {
    input: z.strictObject({
      name: z.string().max(120),
      key: z.union([
        z.strictObject({ recoveryKey: z.string().min(1).max(100) }),
        z.strictObject({ login, password }),
      ]),
    }),
    output: z.strictObject({ opCount: z.number().int(), isNewFeed: z.boolean() }),
  },
  ...CENTER_CALLS,
  ...BUNDLE_CALLS,
  ...REFERRAL_CALLS,
} as const satisfies Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>;

/** The name of one host call. */
export type HostCall = keyof typeof HOST_CALLS;
/** The checked input of a call. */
export type HostInput<C extends HostCall> = z.infer<(typeof HOST_CALLS)[C]["input"]>;
/** What a call answers when it does not refuse. */
export type HostOutput<C extends HostCall> = z.infer<(typeof HOST_CALLS)[C]["output"]>;
/** The machine as a page sees it. Calls reject only when the host itself fails; a lawful "no" is a refusal. */
export type Host = { readonly [C in HostCall]: (input: HostInput<C>) => Promise<Result<HostOutput<C>>> };
/** What the page knows of who is signed in. */
export type Session = HostOutput<"user.signIn">;

/** Every call name, in the order of the contract. */
export const hostCallNames = Object.keys(HOST_CALLS) as readonly HostCall[];
/** True for the name of a call; names like "constructor" are not. */
export const isHostCall = (name: string): name is HostCall => Object.hasOwn(HOST_CALLS, name);

/**
 * Answers one call that came over any transport: the only place where untrusted input becomes typed.
 * Input that does not fit is refused as `malformed`, naming the first path that failed.
 */
export const answer = async (host: Host, call: HostCall, input: unknown): Promise<Result<unknown>> => {
  const checked = HOST_CALLS[call].input.safeParse(input);
  if (!checked.success)
    return {
      ok: false,
      refusal: { code: "malformed", detail: checked.error.issues[0]?.path.join(".") ?? "" },
    };
  return (host[call] as (checked: unknown) => Promise<Result<unknown>>)(checked.data);
};
