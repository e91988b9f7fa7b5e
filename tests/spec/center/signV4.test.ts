import { describe, expect, it } from "vitest";
import { signedHeaders } from "../../../center/blobs/signV4.ts";
import { flawOf } from "../../contract/center/s3StandIn.ts";

/** Amazon's published examples of Signature Version 4 for S3 (“Authenticating Requests: Using the Authorization Header”). */
const ACCOUNT = {
  region: "us-east-1",
  accessKey: "AKIAIOSFODNN7EXAMPLE",
  secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
};
const AT = new Date("2013-05-24T00:00:00Z");
const HOST = "https://examplebucket.s3.amazonaws.com";
const EXAMPLES = [
  [
    "GET",
    "/test.txt",
    { range: "bytes=0-9" },
    "",
    "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
  ],
  [
    "PUT",
    "/test%24file.text",
    { date: "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class": "REDUCED_REDUNDANCY" },
    "Welcome to Amazon S3.",
    "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
  ],
  ["GET", "/?lifecycle", {}, "", "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"],
  [
    "GET",
    "/?max-keys=2&prefix=J",
    {},
    "",
    "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
  ],
] as const;

describe("Signature Version 4, by Amazon's published examples", () => {
  it.each(EXAMPLES)(
    "%s %s: the product signs it so, and the tests' own check takes it and nothing else",
    (method, path, headers, text, signature) => {
      const body = Buffer.from(text);
      const signed = signedHeaders({ method, url: new URL(`${HOST}${path}`), headers, body }, ACCOUNT, AT);
      expect(signed.authorization).toContain(`Signature=${signature}`);
      const request = { method, target: path, headers: signed, body };
      expect(flawOf(request, ACCOUNT.secret)).toBe("");
      expect(flawOf(request, "another secret")).toBe("the signature does not fit");
      expect(flawOf({ ...request, body: Buffer.from("other") }, ACCOUNT.secret)).toBe("another body");
      expect(flawOf({ ...request, target: `${path}x` }, ACCOUNT.secret)).toBe("the signature does not fit");
      expect(flawOf({ ...request, headers: { ...signed, authorization: "" } }, ACCOUNT.secret)).toBe(
        "no signature",
      );
    },
  );
});
