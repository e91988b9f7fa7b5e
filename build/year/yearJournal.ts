import { TYPE } from "../../host/journal/frame.ts";
import { checkPayload, makeOp, type Wish } from "../../host/journal/makeOp.ts";
import type { Head } from "../../host/journal/scanJournal.ts";
import { sealOp } from "../../host/journal/sealRecord.ts";
import { DICTIONARY } from "../../shared/dictionary/entities.ts";
import { assert } from "../../shared/kernel/assert.ts";
import { canonicalJson, type Json } from "../../shared/kernel/canonicalJson.ts";
import { type Instant, msOfInstant } from "../../shared/kernel/instant.ts";
import type { Hlc } from "../../shared/ops/hlc.ts";
import { type Header, PENDING } from "../../shared/ops/op.ts";
import { must } from "../demo/headlessDesk.ts";
import { type DeskOfYear, deskOfYear, type Writer, type Written } from "./deskOfYear.ts";
import { type FoundedDesk, foundDesk } from "./foundDesk.ts";
import { type ToldYear, tellYear, type YearPlan } from "./tellYear.ts";

/** Ops handed to the journal before it is waited for; the journal itself shares one fdatasync among a megabyte of them. */
const BATCH = 2000;
/** Nobody has seen a book yet: the desk is not enrolled. */
const SEEN = { epoch: "", seq: 0, head: "" };

const intentOf = ({ act, muts }: Written): string => {
  const step = muts.find((mut) => mut.k === "step");
  return step?.k === "step" ? `${step.t}.${step.step}` : `${act.t}.record`;
};

type Place = { readonly desk: FoundedDesk; readonly version: string };

const signerOf = ({ desk: { vault, keys }, version }: Place): Wish["signer"] => ({
  bureau: vault.bureau,
  feed: vault.feed,
  deskName: vault.deskName,
  version,
  privateKey: keys.device,
});

/** What an act says of itself, as the host would take it from the page and its own clocks. */
const wishOf = (written: Written, payload: string): Omit<Wish, "signer" | "clocks"> => ({
  input: { intent: intentOf(written), payload, schema: DICTIONARY, minReader: 1, seen: SEEN },
  author: { staffId: written.actor.id, sessionId: `${written.act.at.slice(0, 10)} ${written.act.by}` },
});

/** Appends every op to the journal at the moment of its act, signed by the desk and authored by whoever acted. */
const writerInto = (
  { desk, version }: Place,
  from: Instant,
): { readonly write: Writer; readonly flush: () => Promise<void> } => {
  const { vault, keys, journal } = desk;
  const signer = signerOf({ desk, version });
  const startMs = msOfInstant(from);
  let head: Head = journal.head();
  let clock: Hlc = [0, 0];
  let pending: Promise<void>[] = [];
  const write: Writer = (written) => {
    const { act, muts } = written;
    const payload = canonicalJson({ muts } as unknown as Json);
    must(checkPayload(payload), intentOf(written));
    const wallMs = msOfInstant(act.at);
    const clocks = { wallMs, boot: vault.installId, uptimeMs: wallMs - startMs };
    const { op, hlc } = makeOp({ ...wishOf(written, payload), signer, clocks }, head, clock);
    const before = head;
    const n = head.n + 1;
    head = { n, h: op.h };
    clock = hlc;
    pending.push(
      journal.append((spot) => {
        assert(spot.head.h === before.h, "only the year writes into its journal");
        return { type: TYPE.op, bytes: sealOp(keys.journal, spot, { n, op }), head: { n, h: op.h } };
      }),
    );
    return { h: op.h, seq: PENDING + n, header: JSON.parse(op.header) as Header, muts };
  };
  const flush = async (): Promise<void> => {
    await Promise.all(pending);
    pending = [];
  };
  return { write, flush };
};

/** Where the year goes, and how it tells of its progress. */
export type YearPlace = {
  readonly folder: string;
  readonly version: string;
  readonly onProgress?: (doneCount: number, allCount: number) => void;
};

/** Lives through a year on a desk of its own: a journal that any host opens, signed, hashed, sealed and durable. */
export const yearJournal = async (
  plan: YearPlan,
  { folder, version, onProgress }: YearPlace,
): Promise<ToldYear & { readonly desk: DeskOfYear }> => {
  const told = tellYear(plan);
  const [first] = told.acts;
  assert(first !== undefined, "something happens in every year");
  const founded = await foundDesk(folder, told.registers);
  const { write, flush } = writerInto({ desk: founded, version }, first.at);
  const desk = deskOfYear(told.registers, write);
  onProgress?.(0, told.acts.length);
  try {
    for (const [at, act] of told.acts.entries()) {
      desk.perform(act);
      if (at % BATCH !== BATCH - 1) continue;
      await flush();
      onProgress?.(at + 1, told.acts.length);
    }
    await flush();
  } finally {
    await founded.close();
  }
  return { ...told, desk };
};
