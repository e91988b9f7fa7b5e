import type { CodeList } from "../codeList.ts";

/** Code list `proceduralStages`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const PROCEDURAL_STAGES = {
  ST_NONE: { zh: "尚未进入法律程序", en: "Not yet in any procedure", source: "旧版申请表\"法律状态\"栏(文库)", verified: true, group: "civil" },
  ST_INVEST: { zh: "侦查", en: "Investigation", source: "《刑事诉讼法》第108条", verified: true, group: "criminal", organ: ["POLICE", "PROC", "STATESEC"] },
  ST_ARREST: { zh: "审查逮捕", en: "Arrest review", source: "《人民检察院刑事诉讼规则》第267条", verified: true, group: "criminal", organ: ["PROC"] },
  ST_PROSEC: { zh: "审查起诉", en: "Prosecution review", source: "《刑事诉讼法》第172条", verified: true, group: "criminal", organ: ["PROC"] },
  ST_TRIAL1: { zh: "一审", en: "First instance", source: "旧版申请表;诉讼法", verified: true, group: "both" },
  ST_TRIAL2: { zh: "二审", en: "Second instance", source: "旧版申请表;诉讼法", verified: true, group: "both" },
  ST_REMAND: { zh: "重审", en: "Remand", source: "旧版申请表", verified: true, group: "both" },
  ST_RETRIAL: { zh: "再审", en: "Retrial", source: "《法律援助法》第33条", verified: true, group: "both" },
  ST_DEATHREV: { zh: "死刑复核", en: "Death-penalty review", source: "《法律援助法》第25条第1款第5项", verified: true, group: "criminal" },
  ST_COMPMED: { zh: "强制医疗程序", en: "Compulsory-treatment procedure", source: "《法律援助法》第28条", verified: true, group: "criminal" },
  ST_ABSENTIA: { zh: "缺席审判", en: "Trial in absentia", source: "《法律援助法》第25条第1款第6项", verified: true, group: "criminal" },
  ST_LABMED: { zh: "劳动争议调解", en: "Labour mediation", source: "《法律援助法》第22条第6项", verified: true, group: "civil" },
  ST_ARB: { zh: "仲裁", en: "Arbitration", source: "《法律援助法》第22条第6项", verified: true, group: "civil" },
  ST_MED: { zh: "调解", en: "Mediation", source: "旧版申请表", verified: true, group: "civil" },
  ST_ADM: { zh: "行政处理中", en: "Administrative handling", source: "旧版申请表", verified: true, group: "civil" },
  ST_AR: { zh: "行政复议", en: "Administrative reconsideration", source: "《行政复议法》第18条", verified: true, group: "civil" },
  ST_EXEC: { zh: "执行", en: "Enforcement", source: "一般知识,未核实是否单列", verified: false, group: "both" },
  ST_APPEALPET: { zh: "申诉", en: "Petition against final judgment", source: "《法律援助法》第33条", verified: true, group: "both" },
} as const satisfies CodeList;
