import { expect, it } from "vitest";
import { newId } from "../../../../renderer/data/newId.ts";

const V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

it("RFC 9562: ids are UUIDs of version 7, later ones sort later, no two are equal", () => {
  const times = [0, 1, 1_772_413_500_000, 1_772_413_500_001, 2 ** 47];
  const ids = times.map(newId);
  expect(ids.every((id) => V7.test(id))).toBe(true);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(Array.from({ length: 1000 }, () => newId(5))).size).toBe(1000);
});
