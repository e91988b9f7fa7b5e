import { randomBytes } from "node:crypto";
import type { Mut } from "../../../shared/ops/op.ts";
import { aDesk, FOUNDER, putsOf, type TestDesk } from "./aDesk.ts";

/** The first op of a bureau: itself, and its first administrator. */
export const founding = (name = "兰坪县司法局"): Mut[] => [
  ...putsOf("bureau", "bureau-record-01", { name }),
  ...putsOf("staff", FOUNDER, {
    name: "和志强",
    login: "hezq",
    roles: ["SYSADMIN", "CLERK", "EXAMINER", "HEAD"],
    isActive: true,
  }),
];

/** A desk that founded its bureau at the center and is signed in; its founding op is pushed. */
export const aFoundedDesk = async (
  center: { readonly url: string; readonly issueCode: (bureau?: string) => Promise<string> },
  bureau = `bureau-${randomBytes(6).toString("hex")}`,
): Promise<TestDesk> => {
  const desk = aDesk(center.url, bureau);
  const enrolled = await desk.enrol(await center.issueCode());
  if (enrolled.status !== 200) throw new Error(`enrol answered ${JSON.stringify(enrolled)}`);
  await desk.signIn();
  const { results } = await desk.push([desk.op(founding())]);
  if (results[0]?.verdict !== "ok") throw new Error(`founding was answered ${JSON.stringify(results)}`);
  return desk;
};

/** One more desk of an existing bureau, enrolled and signed in. */
export const aFurtherDesk = async (
  center: { readonly url: string; readonly issueCode: (bureau?: string) => Promise<string> },
  bureau: string,
  name: string,
): Promise<TestDesk> => {
  const desk = aDesk(center.url, bureau, name);
  await desk.enrol(await center.issueCode(bureau));
  await desk.signIn();
  return desk;
};
