import { describe, expect, it } from "vitest";
import { openTemplate } from "../../../../renderer/print/checkTemplate.ts";
import type { Report } from "../../../../renderer/print/report.ts";
import { reportDocx } from "../../../../renderer/print/reportDocx.ts";
import { readZip } from "../../../../renderer/print/zip.ts";

const REPORT: Report = {
  title: "法律援助信息公示表",
  notes: ["甲县司法局 2026年上半年", "少于3的不公布 <注意> & 说明"],
  tables: [
    {
      name: "资金使用情况",
      widths: [48, 16],
      heads: ["指标", "本期"],
      rows: [
        ["收入", { value: 2000, decimals: 2 }],
        ["案件", "少于3"],
        ["其他", null],
      ],
    },
  ],
};

describe("公示表（法律援助法第五十八条）as a document that WPS and Word edit", () => {
  it("is a sound Word document with every line, every figure as people read it, and page numbers", async () => {
    const bytes = reportDocx(REPORT);
    expect((await openTemplate(bytes)).ok).toBe(true);
    const files = await readZip(bytes);
    const text = (part: string): string => new TextDecoder().decode(files.get(part));
    const words = [...text("word/document.xml").matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/gu)].map(
      ([, each]) => each,
    );
    expect(words).toEqual([
      "法律援助信息公示表",
      "甲县司法局 2026年上半年",
      "少于3的不公布 &lt;注意&gt; &amp; 说明",
      "资金使用情况",
      "指标",
      "本期",
      "收入",
      "2,000.00",
      "案件",
      "少于3",
      "其他",
      "—",
      "",
    ]);
    expect(text("word/footer1.xml")).toContain("PAGE");
    expect(text("[Content_Types].xml")).toContain("/word/footer1.xml");
  });

  it("equal reports are equal bytes", () => {
    expect(reportDocx(REPORT)).toEqual(reportDocx({ ...REPORT }));
  });
});
