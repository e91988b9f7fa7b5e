import { createHash } from "node:crypto";
import { assert } from "../../shared/kernel/assert.ts";
import { bureauPath, type ChunkStore, chunkPath, type Stored } from "./chunkStore.ts";
import { type Answer, type Ask, askBucket, PATIENCE, type S3Bucket } from "./s3Client.ts";

const CONTENT = /<Contents>([\s\S]*?)<\/Contents>/gu;
const textOf = (xml: string, name: string): string =>
  new RegExp(`<${name}>([^<]*)</${name}>`, "u").exec(xml)?.[1] ?? "";

const md5 = (bytes: Uint8Array): Buffer => createHash("md5").update(bytes).digest();

/** Only the store's own word says that there is no such chunk: without the bucket or the right nothing is known. */
const isMissing = ({ status, code }: Answer): boolean => status === 404 && code === "NoSuchKey";

const must = (answer: Answer, what: string): Answer => {
  assert(
    answer.status >= 200 && answer.status < 300,
    `the store for attachments refuses to ${what}: ${answer.status} ${answer.code}`,
  );
  return answer;
};

const storedIn = (xml: string, prefix: string): readonly Stored[] =>
  [...xml.matchAll(CONTENT)].map(([, entry = ""]) => ({
    name: textOf(entry, "Key").slice(prefix.length).replace("/", ""),
    writtenAt: Date.parse(textOf(entry, "LastModified")),
  }));

type Asking = (what: Ask) => Promise<Answer>;

const read = async (ask: Asking, key: string): Promise<Buffer | undefined> => {
  const answer = await ask({ method: "GET", key });
  return isMissing(answer) ? undefined : must(answer, "read").bytes;
};

/** The objects of a bureau, page by page as the store hands them out. */
async function* objectsOf(ask: Asking, bureau: string): AsyncGenerator<Stored> {
  const prefix = bureauPath(bureau);
  for (let token = "", isLast = false; !isLast; ) {
    const query = { "list-type": "2", prefix, ...(token !== "" && { "continuation-token": token }) };
    const xml = must(await ask({ method: "GET", key: "", query }), "list").bytes.toString("utf8");
    yield* storedIn(xml, prefix);
    token = textOf(xml, "NextContinuationToken");
    isLast = token === "";
  }
}

/** Chunks as objects of a bucket, under the same paths as on disk. What its answer confirms is durable there. */
export const s3Store = (bucket: S3Bucket, patience = PATIENCE): ChunkStore => {
  const ask: Asking = (what) => askBucket(bucket, what, patience);
  const get = (key: string): Promise<Buffer | undefined> => read(ask, key);
  return {
    put: async (bureau, name, bytes) => {
      const key = chunkPath(bureau, name);
      const headers = { "content-md5": md5(bytes).toString("base64") };
      const { etag } = must(await ask({ method: "PUT", key, headers, body: bytes }), "store");
      if (etag === md5(bytes).toString("hex")) return;
      // a store that encrypts by itself names its objects otherwise: then only the bytes themselves can tell
      const there = await get(key);
      assert(there?.equals(bytes) === true, "the store for attachments keeps other bytes than it was given");
    },
    get: (bureau, name) => get(chunkPath(bureau, name)),
    has: async (bureau, name) => {
      const range = { range: "bytes=0-0" };
      const answer = await ask({ method: "GET", key: chunkPath(bureau, name), headers: range });
      return !isMissing(answer) && must(answer, "read").status < 300;
    },
    list: (bureau) => objectsOf(ask, bureau),
    remove: async (bureau, name) => {
      const answer = await ask({ method: "DELETE", key: chunkPath(bureau, name) });
      if (!isMissing(answer)) must(answer, "remove");
    },
    // an object is whole or not there
    dropDrafts: async () => undefined,
  };
};
