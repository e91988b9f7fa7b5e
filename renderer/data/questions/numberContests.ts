import { numbersHeld } from "../../../shared/documents/numberFacts.ts";
import { alikeFiles, numbersTwice, sharedNumbers } from "../alike.ts";
import type { Desk } from "../desk.ts";
import type { Question } from "../useAnswer.ts";
import { cardsOf } from "./card.ts";
import type { FileCard } from "./files.ts";
import { type HistoryEntry, historyOf } from "./history.ts";

const cardsById = async (desk: Desk, ids: readonly string[]): Promise<readonly FileCard[]> => {
  const rows = await desk.db.records.bulkGet(ids.map((id) => ["aidFile", id] as const));
  return cardsOf<"aidFile">(
    desk,
    rows.filter((row) => row !== undefined),
  );
};

/** A number of the file at hand that other files hold too; `others` are those that whoever is signed in may see at all. */
export type ContestedNumber = {
  readonly f: string;
  readonly text: string;
  readonly others: readonly FileCard[];
};

/** The official numbers of one file that other files hold as well (I17, F66). */
export const contestedNumbersOf =
  (id: string): Question<readonly ContestedNumber[]> =>
  async (desk) => {
    const shared = sharedNumbers(await alikeFiles(desk), id);
    return Promise.all(
      shared.map(async ({ f, text, others }) => ({ f, text, others: await cardsById(desk, others) })),
    );
  };

/** One number as the first of its files writes it, and its files, with the op by which each came to hold it: whose task it is, and since when. */
export type NumberContest = {
  readonly text: string;
  readonly files: readonly FileCard[];
  readonly claims: readonly HistoryEntry[];
};

const writtenBy = async (desk: Desk, id: string, f: string): Promise<HistoryEntry | undefined> =>
  (await historyOf("aidFile", id)(desk)).find(({ muts }) =>
    muts.some((mut) => mut.id === id && "f" in mut && mut.f === f),
  );

/** Every official number that two files hold; at most `limit`. */
export const numberContests =
  (limit: number): Question<readonly NumberContest[]> =>
  async (desk) => {
    const alike = await alikeFiles(desk);
    const factOf = (id: string, text: string): string => {
      const view = alike.views.get(id);
      return view === undefined ? "" : (numbersHeld(view).find((held) => held[1] === text)?.[0] ?? "");
    };
    const contests = numbersTwice(alike).slice(0, limit);
    return Promise.all(
      contests.map(async ({ text, ids }) => {
        const claims = await Promise.all(ids.map((id) => writtenBy(desk, id, factOf(id, text))));
        const files = await cardsById(desk, ids);
        const [first = ""] = ids;
        const written = String(alike.views.get(first)?.facts[factOf(first, text)] ?? text);
        return { text: written, files, claims: claims.filter((claim) => claim !== undefined) };
      }),
    );
  };

/** How many official numbers several files hold: for the dashboard, without opening anything. */
export const numberContestCount = (): Question<number> => async (desk) =>
  numbersTwice(await alikeFiles(desk)).length;
