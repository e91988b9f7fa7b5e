import type { Json } from "../../shared/kernel/canonicalJson.ts";
import { textOf, utf8 } from "../../shared/kernel/utf8.ts";
import type { RecordView } from "../../shared/ops/view.ts";

/*
 * Views written down by columns: what all of them say of one fact stands together, and is read only when somebody asks
 * for that fact. A count looks at a handful of the facts of fifty thousand records; the texts people wrote, most of what
 * there is, stay bytes.
 */

/** Stands before the length of the head; another first byte is another way of writing, and nobody guesses. */
const VERSION = 1;
const HEAD_AT = 5;

type Rest = Pick<RecordView, "conflicts" | "contested">;
/** What is always read: of every record its id and stages; of the few in dispute also that; where each column ends. */
type Head = {
  readonly t: string;
  readonly ids: readonly string[];
  readonly stages: readonly RecordView["stages"][];
  readonly disputed: Readonly<Record<number, Rest>>;
  readonly columns: readonly (readonly [name: string, end: number])[];
};

const namesIn = (views: readonly RecordView[]): readonly string[] => [
  ...new Set(views.flatMap(({ facts }) => Object.keys(facts))),
];

const headOf = (views: readonly RecordView[], columns: Head["columns"]): Head => ({
  t: views[0]?.t ?? "",
  ids: views.map(({ id }) => id),
  stages: views.map(({ stages }) => stages),
  disputed: Object.fromEntries(
    views.flatMap(({ conflicts, contested }, at) =>
      conflicts.length + contested.length > 0 ? [[at, { conflicts, contested }]] : [],
    ),
  ),
  columns,
});

/** Views of one kind as bytes. A fact that is not known stands as null, which no known fact is. */
export const toColumns = (views: readonly RecordView[]): Uint8Array<ArrayBuffer> => {
  const columns: (readonly [string, number])[] = [];
  const parts: Uint8Array[] = [];
  let end = 0;
  for (const name of namesIn(views)) {
    const part = utf8(JSON.stringify(views.map(({ facts }) => facts[name] ?? null)));
    end += part.length;
    parts.push(part);
    columns.push([name, end]);
  }
  const head = utf8(JSON.stringify(headOf(views, columns)));
  const bytes = new Uint8Array(HEAD_AT + head.length + end);
  new DataView(bytes.buffer).setUint32(1, head.length);
  bytes[0] = VERSION;
  let at = HEAD_AT;
  for (const part of [head, ...parts]) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

/** All that a volume says of one fact, in the order of its records; undefined for a fact that none of them has. */
type Column = (name: string) => readonly (Json | null)[] | undefined;

const columnsIn = (bytes: Uint8Array, columns: Head["columns"]): Column => {
  const places = new Map(columns.map(([name, end], at) => [name, [columns[at - 1]?.[1] ?? 0, end] as const]));
  const read = new Map<string, readonly (Json | null)[]>();
  return (name) => {
    const known = read.get(name);
    const place = known === undefined ? places.get(name) : undefined;
    if (place === undefined) return known;
    const column = JSON.parse(textOf(bytes.subarray(...place))) as readonly (Json | null)[];
    read.set(name, column);
    return column;
  };
};

type Row = { readonly at: number };

/** Facts that look like any others, and are looked up in the columns. Whoever lists them reads every column. */
const factsBy = (column: Column, names: readonly string[]): ProxyHandler<Row> => {
  const value = ({ at }: Row, name: string | symbol): Json | undefined =>
    typeof name === "string" ? (column(name)?.[at] ?? undefined) : undefined;
  return {
    get: value,
    has: (row, name) => value(row, name) !== undefined,
    ownKeys: (row) => names.filter((name) => value(row, name) !== undefined),
    getOwnPropertyDescriptor: (row, name) => {
      const found = value(row, name);
      return found === undefined
        ? undefined
        : { value: found, enumerable: true, configurable: true, writable: false };
    },
    set: () => false,
    deleteProperty: () => false,
  };
};

const UNDISPUTED: Rest = { conflicts: [], contested: [] };

/** The views again, in their order. Throws for bytes that were written in another way. */
export const fromColumns = (bytes: Uint8Array<ArrayBuffer>): readonly RecordView[] => {
  if (bytes[0] !== VERSION) throw new Error(`views written in way ${bytes[0]}`);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(1);
  const head = JSON.parse(textOf(bytes.subarray(HEAD_AT, HEAD_AT + length))) as Head;
  const { t, ids, stages, disputed, columns } = head;
  const facts = factsBy(
    columnsIn(bytes.subarray(HEAD_AT + length), columns),
    columns.map(([name]) => name),
  );
  return ids.map((id, at) => ({
    t,
    id,
    facts: new Proxy<Row>({ at }, facts) as unknown as RecordView["facts"],
    stages: stages[at] ?? {},
    ...(disputed[at] ?? UNDISPUTED),
  }));
};
