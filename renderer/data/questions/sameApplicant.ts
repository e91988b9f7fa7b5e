import type { Question } from "../useAnswer.ts";
import type { FileCard } from "./files.ts";
import { filesBeside } from "./onePerson.ts";
import { search } from "./search.ts";

const MAX = 20;
/** Stages after which a file no longer stands in the way of another application (V22). */
const OVER: ReadonlySet<string> = new Set(["denied", "referred", "withdrawn", "withdrawnDeemed"]);

/** An organ's letter that was taken back or passed on. */
const GONE: ReadonlySet<string> = new Set(["withdrawnByOrgan", "forwarded"]);
/** A case whose closing file was reviewed: the same matter may come again. */
const CLOSED: ReadonlySet<string> = new Set(["passed", "failed", "archived"]);

const isOpen = ({ stages }: FileCard): boolean =>
  !OVER.has(stages.application ?? "") && !GONE.has(stages.notice ?? "") && !CLOSED.has(stages.closing ?? "");

/** Another open file, and what was found about it and the file at hand. */
export type OpenOther = { readonly card: FileCard; readonly found?: "linked" | "apart" };

/**
 * Open files of the same person, by certificate number or name or because somebody found so, other than the file at
 * hand; for the duplicate check V22.
 */
export const sameApplicant =
  ({
    fileId,
    personName,
    certNo,
  }: {
    readonly fileId: string;
    readonly personName: string;
    readonly certNo: string;
  }): Question<readonly OpenOther[]> =>
  async (desk) => {
    const wanted = [certNo, personName].filter((text) => text !== "");
    const [beside, ...found] = await Promise.all([
      filesBeside(fileId)(desk),
      ...wanted.map((text) => search(text, MAX)(desk)),
    ]);
    const files = found
      .flat()
      .filter((card) => card.t === "aidFile" && card.id !== fileId) as readonly FileCard[];
    const cards = new Map([...files, ...beside.cards].map((card) => [card.id, card]));
    return [...cards.values()].filter(isOpen).map((card) => {
      const stage = beside.foundOf(card.id);
      return { card, ...(stage !== undefined && { found: stage }) };
    });
  };
