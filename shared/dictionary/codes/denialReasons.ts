import type { CodeList } from "../codeList.ts";

/** Code list `denialReasons`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const DENIAL_REASONS = {
  DN_SCOPE: { zh: "申请事项不属于法律援助范围", en: "Matter outside legal aid scope", source: "《法律援助法》第31、32条(反向适用)", verified: true, track: "any", inferred: true },
  DN_MEANS: { zh: "不符合经济困难标准", en: "Hardship standard not met", source: "《法律援助法》第34、41条(反向适用)", verified: true, track: "T1/T2", inferred: true },
  DN_HASAGENT: { zh: "已委托辩护人或者代理人", en: "Already has a defender/agent", source: "《法律援助法》第24、29、31、33条\"没有委托\"要件", verified: true, track: "any", inferred: true },
  DN_NOTPARTY: { zh: "申请人不是当事人或无代为申请资格", en: "Applicant not a party / no capacity to apply for another", source: "《法律援助法》第40条(反向适用)", verified: true, track: "any", inferred: true },
  DN_DONE: { zh: "事项已审结或处理完毕,以同一事实和理由再次申请", en: "Matter already finished, same facts and grounds", source: "《北京市法律援助条例》第22条;《杭州市法律援助条例》第28条(地方)", verified: true, scope: "local" },
  DN_NOFORUM: { zh: "不属于法院或非诉处理机构受理范围", en: "No competent forum", source: "《北京市法律援助条例》第22条(地方)", verified: true, scope: "local" },
  DN_NORESP: { zh: "相对人不明确", en: "Opposing party not identifiable", source: "《北京市法律援助条例》第22条(地方)", verified: true, scope: "local" },
  DN_FALSE: { zh: "虚假材料", en: "False materials", source: "《法律援助法》第48条第1、2项之意旨;作为不予理由未核实", verified: false },
  DN_OTHER: { zh: "其他", en: "Other (free text required)", source: "—", verified: false },
} as const satisfies CodeList;
