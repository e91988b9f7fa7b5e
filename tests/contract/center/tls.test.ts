import { type ChildProcess, execFileSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../../center/config.ts";
import { type Running, runCenter } from "../../../center/startCenter.ts";
import { run, stop } from "../../faults/host/running.ts";
import type { Visitor } from "../host/httpHost.ts";
import { FOUNDER, newFolder, removeFolder } from "../host/machines.ts";
import { aFolder } from "./aCenter.ts";

const folder = aFolder();
const papers = newFolder();
const deskFolder = newFolder();
const at = (name: string): string => join(papers, name);
const openssl = (...args: readonly string[]): void => {
  execFileSync("openssl", args, { stdio: "ignore" });
};
const NEW_KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"] as const;

/** A certificate authority of its own, as a province would keep one. */
const authority = (name: string): void =>
  openssl(
    "req",
    "-x509",
    ...NEW_KEY,
    "-keyout",
    at(`${name}.key`),
    "-out",
    at(`${name}.pem`),
    "-subj",
    `/CN=${name}`,
    "-days",
    "10",
  );

type Paper = { readonly by: string; readonly for: string; readonly days: string };
/** A server's certificate signed by an authority; its PEM files. */
const certificate = (name: string, paper: Paper): { readonly certFile: string; readonly keyFile: string } => {
  const [certFile, keyFile, request, names] = [
    `${name}.pem`,
    `${name}.key`,
    `${name}.csr`,
    `${name}.ext`,
  ].map(at) as [string, string, string, string];
  openssl("req", ...NEW_KEY, "-keyout", keyFile, "-out", request, "-subj", `/CN=${name}`);
  writeFileSync(names, `subjectAltName=${paper.for}`);
  openssl(
    "x509",
    "-req",
    "-in",
    request,
    "-CA",
    at(`${paper.by}.pem`),
    "-CAkey",
    at(`${paper.by}.key`),
    "-CAcreateserial",
    "-out",
    certFile,
    "-days",
    paper.days,
    "-extfile",
    names,
  );
  return { certFile, keyFile };
};

let center: Running;
let desk: { readonly child: ChildProcess; readonly visitor: Visitor };
beforeAll(async () => {
  for (const name of ["province", "stranger"]) authority(name);
  const tls = certificate("center", { by: "province", for: "IP:127.0.0.1", days: "5" });
  const config = readConfig(["--data", folder.path, "--port", "0"], { LAD_LOG: "silent" });
  center = await runCenter({ ...config, tls }, { now: Date.now });
  desk = await run(deskFolder, { NODE_EXTRA_CA_CERTS: at("province.pem") });
  const set = await desk.visitor.host["desk.setUp"](FOUNDER);
  expect(set.ok).toBe(true);
});
afterAll(async () => {
  await stop(desk.child, "SIGTERM");
  await center.stop();
  folder.remove();
  removeFolder(papers);
  removeFolder(deskFolder);
});

const enrol = (url: string, code: string) => desk.visitor.host["center.enrol"]({ url, code });

/** Somebody in the center's place with a paper that is not right; counts what reached it. */
const impostor = async (
  paper: Paper,
): Promise<{ readonly server: Server; readonly url: string; readonly heard: () => number }> => {
  const { certFile, keyFile } = certificate("impostor", paper);
  let heard = 0;
  const server = createServer({ cert: readFileSync(certFile), key: readFileSync(keyFile) }, (_, reply) => {
    heard += 1;
    reply.end("{}");
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { server, url: `https://127.0.0.1:${address.port}`, heard: () => heard };
};

describe("security S20: the line to the center, with real certificates", () => {
  it.each<[string, Paper, string]>([
    [
      "of another authority",
      { by: "stranger", for: "IP:127.0.0.1", days: "5" },
      "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    ],
    ["that has ended", { by: "province", for: "IP:127.0.0.1", days: "-1" }, "CERT_HAS_EXPIRED"],
    [
      "for another name",
      { by: "province", for: "DNS:center.example", days: "5" },
      "ERR_TLS_CERT_ALTNAME_INVALID",
    ],
  ])("a certificate %s: refused by name, and not one request is sent", async (_, paper, detail) => {
    const { server, url, heard } = await impostor(paper);
    const said = await enrol(url, "ABCD-EFGH-JKLM");
    server.close();
    expect(said).toEqual({ ok: false, refusal: { code: "center-untrusted", detail } });
    expect(heard()).toBe(0);
  });

  it("plain http to another machine is refused before anything is asked", async () => {
    const said = await enrol("http://192.0.2.1:8440", "ABCD-EFGH-JKLM");
    expect(said).toMatchObject({ ok: false, refusal: { code: "insecure-address" } });
  });

  it("with the province's authority the desk is enrolled and speaks to its center", async () => {
    expect(center.url).toMatch(/^https:/);
    const said = await enrol(center.url, await center.issueCode(undefined, "甲县司法局"));
    expect(said).toMatchObject({ ok: true, value: { url: center.url } });
    const reply = await desk.visitor.fetch("/center/v1/pull?after=0&epoch=none&max=10");
    // signed in over TLS: the center itself answers, though this cursor is not of its book
    expect([reply.status, await reply.json()]).toMatchObject([409, { refusal: { code: "gap" } }]);
  });
});
