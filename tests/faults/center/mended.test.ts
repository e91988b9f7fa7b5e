import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aBrowser } from "../../contract/center/aBrowser.ts";
import { AT, aKnownBook } from "./aKnownBook.ts";
import { aRestorable, type Restorable } from "./aRestorable.ts";
import { foldBook } from "./foldBook.ts";

let clock = Date.parse("2026-05-06T01:02:03Z");
let ground: Restorable;
beforeAll(async () => {
  ground = await aRestorable(() => clock);
});
afterAll(() => ground.end());
beforeEach(() => {
  clock += 3_600_000;
});

/** The records of a bureau that the center found edited beside the book. */
const mendedIn = (bureau: string) =>
  ground.rows<{ t: string; id: string }>("select t, id from mended where bureau = $1 order by t, id", [
    bureau,
  ]);

describe("F77: somebody edits a record beside the book", () => {
  it("F77: a record edited, invented or taken away beside the book is noticed, named and made anew from the book", async () => {
    const { desk, ops } = await aKnownBook(ground);
    const { bureau } = desk;
    await ground.center().recount();
    expect(await mendedIn(bureau)).toEqual([]);
    const before = await ground.rows("select * from entity where bureau = $1 order by t, id", [bureau]);
    for (const sql of [
      "update entity set state = replace(state, '\"7\"', '\"8\"') where bureau = $1 and t = 'aidFile'",
      "insert into entity (bureau, t, id, state, last_seq) select bureau, t, 'file-9999', replace(state, 'file-0001', 'file-9999'), last_seq from entity where bureau = $1 and t = 'aidFile'",
      "delete from entity where bureau = $1 and t = 'staff'",
      "update entity set stages = '{\"application\": \"granted\"}' where bureau = $1 and t = 'bureau'",
    ])
      await ground.rows(sql, [bureau]);
    await ground.center().recount();
    const named = await mendedIn(bureau);
    expect(named.map(({ t }) => t)).toEqual(expect.arrayContaining(["aidFile", "aidFile", "staff"]));
    expect(named.map(({ id }) => id)).toEqual(expect.arrayContaining(["file-0001", "file-9999"]));
    expect(named).toHaveLength(4);
    expect(await ground.rows("select * from entity where bureau = $1 order by t, id", [bureau])).toEqual(
      before,
    );
    expect(await ground.center().stateHash(bureau)).toBe(foldBook(ops).hash);
    await ground.center().recount();
    expect(await mendedIn(bureau)).toEqual(named);
    const browser = aBrowser(ground.url());
    await browser.post("/console/sign-in", {
      login: "province",
      password: ground.center().firstPassword ?? "",
    });
    const csrf = await browser.csrfOf("/console/password");
    await browser.post("/console/password", { csrf, password: "correct horse 电池" });
    const [list, page] = [
      await browser.send("/console?lang=zh"),
      await browser.send(`/console/bureaus/${bureau}?lang=zh`),
    ];
    expect(list.text).toContain("近三十日有记录在数据库中被改动过");
    expect(page.text).toContain("file-9999");
  });

  it("F77: a record whose op was edited is not made anew from it, nor is any of a book that was cut", async () => {
    const { desk } = await aKnownBook(ground);
    const hash = await ground.center().stateHash(desk.bureau);
    await ground.rows(
      `update op set payload = convert_to(replace(convert_from(payload, 'UTF8'), '"3"', '"4"'), 'UTF8') where bureau = $1 and seq = ${AT}`,
      [desk.bureau],
    );
    await ground.center().recount();
    expect(await ground.center().stateHash(desk.bureau)).toBe(hash);
    await ground.rows("delete from op where bureau = $1 and seq > $2", [desk.bureau, AT]);
    await ground.center().recount();
    expect(await ground.center().stateHash(desk.bureau)).toBe(hash);
    expect(await mendedIn(desk.bureau)).toEqual([]);
  });

  it("a record edited beside its ops shows in the state hash that every desk computes", async () => {
    const { desk, ops } = await aKnownBook(ground);
    expect(foldBook(ops).hash).toBe(await ground.center().stateHash(desk.bureau));
    await ground.rows(
      "update entity set state = replace(state, '\"7\"', '\"8\"') where bureau = $1 and t = 'aidFile'",
      [desk.bureau],
    );
    expect(foldBook(ops).hash).not.toBe(await ground.center().stateHash(desk.bureau));
  });
});
