import { createPublicKey, verify } from "node:crypto";
import { expect, type Page } from "@playwright/test";

/** The value beside a name in the first list of pairs that has it. */
const printed = async (page: Page, name: string): Promise<string> => {
  const row = page.getByRole("main").locator(".lad-pair", { has: page.getByText(name, { exact: true }) });
  return (await row.first().locator("dd").innerText()).trim();
};

/** Proves what the open page prints by nothing but the page: the text, the signature and the key that stand on it. */
export const provesItself = async (page: Page): Promise<string> => {
  await expect(page.getByText("签名所盖文字").first()).toBeVisible();
  const [text, sig, key] = [
    await printed(page, "签名所盖文字"),
    await printed(page, "中心签名（Ed25519）"),
    await printed(page, "中心公钥"),
  ];
  const x = Buffer.from(key, "hex").toString("base64url");
  const publicKey = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  expect(verify(null, Buffer.from(text, "utf8"), publicKey, Buffer.from(sig, "hex"))).toBe(true);
  expect(verify(null, Buffer.from(`${text}0`, "utf8"), publicKey, Buffer.from(sig, "hex"))).toBe(false);
  return text;
};
