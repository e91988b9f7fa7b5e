import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import * as syncApi from "../../shared/api/syncApi.ts";
import { CODE_LISTS } from "../../shared/dictionary/allCodeLists.ts";
import { DICTIONARY, ENTITIES } from "../../shared/dictionary/entities.ts";
import type { Shape } from "../../shared/dictionary/field.ts";
import { HOST_CALLS } from "../../shared/host/contract.ts";
import { OP_FORMAT, SUITE } from "../../shared/ops/op.ts";
import { FOLD } from "../../shared/ops/state.ts";
import { STEP_TABLES } from "../../shared/workflow/steps.ts";

const digest = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 12);

/** What other versions depend on in a shape: names, kinds, policies, groups, codes; not labels. */
const shapeOf = (shape: Shape): unknown =>
  Object.entries(shape).map(([name, { kind, policy, group, choices, row }]) => [
    name,
    kind,
    policy,
    group ?? "",
    Object.keys(choices ?? {}),
    row === undefined ? [] : shapeOf(row),
  ]);

const dictionary = {
  records: Object.entries(ENTITIES).map(([t, { shape }]) => [t, shapeOf(shape)]),
  codes: Object.entries(CODE_LISTS).map(([name, list]) => [name, Object.keys(list)]),
  steps: Object.entries(STEP_TABLES).map(([t, table]) => [
    t,
    Object.entries(table ?? {}).map(([step, { lane, from, to, owns, outcome }]) => [
      step,
      lane,
      from,
      to,
      owns,
      outcome,
    ]),
  ]),
};

const schemas = (all: Readonly<Record<string, unknown>>): unknown =>
  Object.entries(all).flatMap(([name, value]) =>
    value instanceof z.ZodType ? [[name, z.toJSONSchema(value)]] : [],
  );

describe("版本锁：改动了别的版本所依赖的内容，必须提升版本号，并在此记下新值", () => {
  it("数据字典、代码表、步骤表变动 → DICTIONARY；只增不改", () => {
    expect({ DICTIONARY, digest: digest(dictionary) }).toMatchInlineSnapshot(`
      {
        "DICTIONARY": 1,
        "digest": "17b24eeb3c9d",
      }
    `);
  });

  it("上报接口变动 → PROTOCOL", () => {
    expect({
      PROTOCOL: syncApi.PROTOCOL,
      routes: syncApi.ROUTES,
      digest: digest(schemas(syncApi)),
    }).toMatchInlineSnapshot(`
      {
        "PROTOCOL": 1,
        "digest": "783813c04d17",
        "routes": {
          "blobs": "/v1/blobs",
          "challenge": "/v1/challenge",
          "enrol": "/v1/enrol",
          "hello": "/v1/hello",
          "numbers": "/v1/numbers",
          "pull": "/v1/pull",
          "push": "/v1/push",
          "rescue": "/v1/rescue",
          "session": "/v1/session",
          "snapshot": "/v1/snapshot",
        },
      }
    `);
  });

  it("操作格式、折叠规则变动 → OP_FORMAT、FOLD", () => {
    expect({ OP_FORMAT, SUITE, FOLD }).toMatchInlineSnapshot(`
      {
        "FOLD": 2,
        "OP_FORMAT": 1,
        "SUITE": "ed25519-sha256",
      }
    `);
  });

  it("主机接口的名称（页面与主机同时发布，此处防止无意增减）", () => {
    expect(Object.keys(HOST_CALLS)).toMatchInlineSnapshot(`
      [
        "app.info",
        "desk.setUp",
        "desk.join",
        "desk.joinByFile",
        "user.signIn",
        "user.lock",
        "user.add",
        "user.list",
        "user.changePassword",
        "user.recover",
        "station.bind",
        "station.unbind",
        "journal.commit",
        "journal.read",
        "journal.note",
        "journal.notes",
        "journal.erase",
        "journal.renew",
        "blob.put",
        "blob.get",
        "blob.missing",
        "scan.keep",
        "scan.list",
        "scan.confirm",
        "letter.pdf",
        "file.save",
        "backup.write",
        "backup.list",
        "backup.part",
        "backup.restore",
        "center.enrol",
        "center.move",
        "center.status",
        "bundle.enrol",
        "bundle.write",
        "bundle.stick",
        "bundle.setStick",
        "bundle.fetch",
        "bundle.part",
        "bundle.read",
        "bundle.keep",
        "referral.write",
        "referral.open",
        "referral.keepScans",
      ]
    `);
  });
});
