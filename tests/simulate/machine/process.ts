import { AsyncLocalStorage } from "node:async_hooks";
import type { Disk } from "./disk.ts";
import type { MemoryDb } from "./memoryDb.ts";

/** What survives a process: the disk and the browser's databases of one computer. */
export type Computer = {
  readonly name: string;
  disk: Disk;
  databases: Map<string, MemoryDb>;
  /** Whether its browser finds no room for what a page stores. */
  isBrowserFull?: boolean;
  /** The wall clock of this computer: true time and how wrong it is, in milliseconds. */
  readonly wallMs: () => number;
};

/** One running program: the host, the page, or the center. What it does outside itself passes through ports. */
export type Process = {
  readonly name: string;
  readonly computer: Computer;
  readonly locks: Map<string, Promise<unknown>>;
  /** Dead programs do nothing any more: their next port never answers. */
  isDead: boolean;
  /** Ports left before this program dies by `kill`; infinite in quiet times. */
  portsLeft: number;
  kill: () => void;
  readonly died: Promise<"died">;
};

/** Thrown by a synchronous port of a dead program, because a synchronous call cannot wait for ever. */
export class Crashed extends Error {}

const running = new AsyncLocalStorage<Process>();

/** A program that has just started. */
export const aProcess = (name: string, computer: Computer): Process => {
  const death = Promise.withResolvers<"died">();
  const process: Process = {
    name,
    computer,
    locks: new Map(),
    isDead: false,
    portsLeft: Number.POSITIVE_INFINITY,
    kill: () => {
      process.isDead = true;
      death.resolve("died");
    },
    died: death.promise,
  };
  return process;
};

/** Runs work as this program; everything it begins belongs to the program, however late it happens. */
export const inProcess = <T>(process: Process, work: () => T): T => running.run(process, work);

/** The program that is running now; undefined in the runner itself. */
export const currentProcess = (): Process | undefined => running.getStore();

/** The program that is running now, where only a program may be. */
export const thisProcess = (): Process => {
  const process = running.getStore();
  if (process === undefined) throw new Error("the simulated machine was used outside every program");
  return process;
};

const transactions = new AsyncLocalStorage<{ isBroken: boolean }>();

/** Runs work as the inside of one IndexedDB transaction: anything foreign it waits for makes that commit too early. */
export const inTransaction = <T>(mark: { isBroken: boolean }, work: () => T): T =>
  transactions.run(mark, work);

/** Stands in everything a page may await that is not its database (R21). */
export const foreign = (): void => {
  const mark = transactions.getStore();
  if (mark !== undefined) mark.isBroken = true;
};

const isOver = (process: Process | undefined): boolean => {
  if (process === undefined) return false;
  if (!process.isDead) {
    process.portsLeft -= 1;
    if (process.portsLeft <= 0) process.kill();
  }
  return process.isDead;
};

/** Stands before everything a program asks of the world; where the program is to die, it dies here and never returns. */
export const port = async (): Promise<void> => {
  // a promise of its own: one that all the dead wait for would keep every world that ever was in memory
  if (isOver(running.getStore())) await new Promise<never>(() => undefined);
};

/** The same for calls that do not wait. */
export const portSync = (): void => {
  if (isOver(running.getStore())) throw new Crashed("the program is dead");
};
