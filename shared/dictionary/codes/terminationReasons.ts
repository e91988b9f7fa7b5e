import type { CodeList } from "../codeList.ts";

/** Code list `terminationReasons`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const TERMINATION_REASONS = {
  TM48_1: { zh: "受援人以欺骗或者其他不正当手段获得法律援助", en: "Aid obtained by fraud", source: "《法律援助法》第48条第1款第1项", verified: true, followUp: "第64条:责令支付费用并处3000元以下罚款" },
  TM48_2: { zh: "受援人故意隐瞒与案件有关的重要事实或者提供虚假证据", en: "Concealed key facts / false evidence", source: "《法律援助法》第48条第1款第2项", verified: true },
  TM48_3: { zh: "受援人利用法律援助从事违法活动", en: "Used aid for illegal acts", source: "《法律援助法》第48条第1款第3项", verified: true },
  TM48_4: { zh: "受援人的经济状况发生变化,不再符合条件", en: "Economic status changed", source: "《法律援助法》第48条第1款第4项", verified: true },
  TM48_5: { zh: "案件终止审理或者已经被撤销", en: "Case terminated or withdrawn", source: "《法律援助法》第48条第1款第5项", verified: true },
  TM48_6: { zh: "受援人自行委托律师或者其他代理人", en: "Recipient retained own lawyer/agent", source: "《法律援助法》第48条第1款第6项", verified: true },
  TM48_7: { zh: "受援人有正当理由要求终止", en: "Recipient asks with good reason", source: "《法律援助法》第48条第1款第7项", verified: true },
  TM48_8: { zh: "法律法规规定的其他情形", en: "Other by law", source: "《法律援助法》第48条第1款第8项", verified: true },
} as const satisfies CodeList;
