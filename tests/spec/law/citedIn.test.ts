import { describe, expect, it } from "vitest";
import { ENTITIES } from "../../../shared/dictionary/entities.ts";
import type { Shape } from "../../../shared/dictionary/field.ts";
import { LETTERS } from "../../../shared/documents/letters.ts";
import { citedIn } from "../../../shared/law/citedIn.ts";
import { law, sourceText } from "../../../shared/law/sources.ts";
import { STEP_TABLES } from "../../../shared/workflow/steps.ts";

const ofShape = (shape: Shape): readonly string[] =>
  Object.values(shape).flatMap(({ source, row }) => [
    ...(source === undefined ? [] : [source]),
    ...(row === undefined ? [] : ofShape(row)),
  ]);
const sources = new Set([
  ...Object.values(ENTITIES).flatMap(({ shape }) => ofShape(shape)),
  ...Object.values(STEP_TABLES).flatMap((table) => Object.values(table ?? {}).map(({ source }) => source)),
  ...Object.values(LETTERS).map(({ source }) => source),
]);

describe("英文界面上的依据用英文写出", () => {
  it.each([
    ["《法律援助法》第44条第1款第1项", "Legal Aid Law art. 44 para. 1 item 1"],
    ["《法律援助法》第31、32条", "Legal Aid Law arts. 31, 32"],
    [
      "《办理法律援助案件程序规定》第24条至第26条",
      "Rules on Handling Legal Aid Cases (MoJ Order 148) art. 24 to art. 26",
    ],
    ["内部工作规则（法律未作规定）", "House rule (the law says nothing)"],
    ["《未曾列入的规定》第3条", "未曾列入的规定 art. 3"],
  ])("%s", (zh, en) => expect([citedIn("zh", zh), citedIn("en", zh)]).toEqual([zh, en]));
  it.each([law("LAL", 42, 0, 3), law("CC", 1045), law("CPL", 105, 4), law("SPC", 313)])(
    "拒绝理由里用中文数字写的条文，与英文引注相同：%j",
    (source) => expect(citedIn("en", sourceText(source))).toBe(sourceText(source, "en")),
  );
  it("数据字典、步骤、文书的全部依据都有英文，不留汉字", () => {
    expect(sources.size).toBeGreaterThan(120);
    expect([...sources].filter((source) => /[\u4e00-\u9fff《》]/u.test(citedIn("en", source)))).toEqual([]);
  });
});
