import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forPerson, giveWay, whenIdle } from "../../../../renderer/data/yielding.ts";

/** A question whose answer the test gives. */
const aQuestion = () => {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  return {
    asked: forPerson(() => promise),
    answer: () => resolve("answer"),
    fail: () => reject(new Error()),
  };
};

beforeEach(() => {
  vi.useFakeTimers();
  // the browser is idle at the next turn
  vi.stubGlobal("requestIdleCallback", (work: () => void) => setTimeout(work, 0));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const turnsOf = (own: Promise<void>) => {
  const turns: string[] = [];
  void own.then(() => turns.push("own"));
  return turns;
};

describe("what the desk does by itself (decision 50)", () => {
  it("does not wait where nobody asks", async () => {
    const turns = turnsOf(giveWay());
    await vi.advanceTimersByTimeAsync(0);
    expect(turns).toEqual(["own"]);
  });

  it.each(["answer", "fail"] as const)("waits for every question, then goes on: %s", async (ends) => {
    const [first, second] = [aQuestion(), aQuestion()];
    const turns = turnsOf(giveWay());
    first.answer();
    await vi.advanceTimersByTimeAsync(1000);
    expect(turns).toEqual([]);
    second[ends]();
    await Promise.allSettled([first.asked, second.asked]);
    await vi.advanceTimersByTimeAsync(1);
    expect(turns).toEqual(["own"]);
  });

  it("goes on after three seconds, however much is asked", async () => {
    const endless = aQuestion();
    const turns = turnsOf(giveWay());
    await vi.advanceTimersByTimeAsync(2900);
    expect(turns).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(turns).toEqual(["own"]);
    endless.answer();
    expect(await endless.asked).toBe("answer");
  });

  it("a long count lets the page breathe before each of its turns, also where nobody asks", async () => {
    const turns = turnsOf(whenIdle());
    await Promise.resolve();
    expect(turns).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(turns).toEqual(["own"]);
  });
});
