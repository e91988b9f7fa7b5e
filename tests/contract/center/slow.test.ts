import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFoundedDesk } from "./aBureau.ts";
import { aCenter } from "./aCenter.ts";

type Center = Awaited<ReturnType<typeof aCenter>>;
let center: Center;
beforeAll(async () => {
  center = await aCenter();
});
afterAll(() => center.end());

const dial = (): Socket => {
  const { hostname, port } = new URL(center.url);
  return connect(Number(port), hostname);
};
const closed = (socket: Socket): Promise<string> =>
  new Promise((resolve) => {
    let text = "";
    socket.on("data", (part) => {
      text += part.toString();
    });
    socket.on("error", () => resolve(text));
    socket.on("close", () => resolve(text));
  });

describe("F70: callers that are slow on purpose", () => {
  it("headers that never end are cut off, and others are served meanwhile", async () => {
    const socket = dial();
    const end = closed(socket);
    socket.write("POST /v1/push HTTP/1.1\r\nhost: x\r\n");
    const drip = setInterval(() => socket.write("x-a: b\r\n"), 500);
    expect((await fetch(`${center.url}/health`)).status).toBe(200);
    const text = await end;
    clearInterval(drip);
    expect(text === "" || text.startsWith("HTTP/1.1 408")).toBe(true);
  });

  it("one desk has two requests in work at most, and gets its turn back when it hangs up", async () => {
    const desk = await aFoundedDesk(center);
    const open = [dial(), dial()];
    for (const socket of open)
      socket.write(
        `POST /v1/push HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${desk.token()}\r\ncontent-type: application/octet-stream\r\ncontent-length: 1000\r\n\r\nx`,
      );
    await new Promise((resolve) => setTimeout(resolve, 300));
    const third = await desk.post("/v1/hello", {});
    expect(third).toMatchObject({ status: 429, body: { refusal: { code: "busy" } } });
    for (const socket of open) socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await desk.hello()).epoch).toBeTypeOf("string");
  });
});
