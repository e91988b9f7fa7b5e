import type { CodeList } from "../codeList.ts";

/** Code list `meansTestExemptions`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const MEANS_TEST_EXEMPTIONS = {
  X42_1: { zh: "无固定生活来源的未成年人、老年人、残疾人等特定群体", en: "Minors, elderly, disabled etc. without fixed source of living", source: "《法律援助法》第42条第1项", verified: true, evidence: ["残疾证", "户口簿", "村(居)委会无固定生活来源证明"] },
  X42_2A: { zh: "社会救助对象(低保、特困、临时救助、受灾、流浪乞讨等)", en: "Social-assistance recipients", source: "《法律援助法》第42条第2项;《社会救助暂行办法》", verified: true, evidence: ["低保证", "特困证明", "临时救助决定"] },
  X42_2B: { zh: "司法救助对象", en: "Judicial-assistance recipients", source: "《法律援助法》第42条第2项", verified: true, evidence: ["法院/检察院/公安司法救助决定"] },
  X42_2C: { zh: "优抚对象", en: "Entitled-group (pension) recipients", source: "《法律援助法》第42条第2项", verified: true, evidence: ["优待证", "抚恤金领取证明"] },
  X42_3A: { zh: "申请支付劳动报酬的进城务工人员", en: "Migrant worker claiming pay", source: "《法律援助法》第42条第3项", verified: true, matters: ["M31_5B"] },
  X42_3B: { zh: "请求工伤事故人身损害赔偿的进城务工人员", en: "Migrant worker claiming work-injury damages", source: "《法律援助法》第42条第3项", verified: true, matters: ["M31_7A"] },
  X42_4: { zh: "法律、法规、规章规定的其他人员", en: "Others by law/regulation/rule", source: "《法律援助法》第42条第4项", verified: true, configurable: true },
} as const satisfies CodeList;
