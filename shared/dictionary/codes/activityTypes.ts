import type { CodeList } from "../codeList.ts";

/** Code list `activityTypes`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const ACTIVITY_TYPES = {
  AC_CONTACT: { zh: "约见/联系受援人", en: "Meet/contact recipient", source: "程序规定第五章(新华社)", verified: true },
  AC_MEET: { zh: "会见", en: "Meet detainee", source: "《刑事诉讼法》第39条", verified: true },
  AC_READ: { zh: "阅卷", en: "Read file", source: "《刑事诉讼法》第40条", verified: true },
  AC_INVEST: { zh: "调查取证", en: "Collect evidence", source: "《律师法》", verified: true },
  AC_DRAFT: { zh: "起草文书", en: "Draft", source: "—", verified: true },
  AC_FILE: { zh: "立案/申请仲裁", en: "File suit/arbitration", source: "—", verified: true },
  AC_HEAR: { zh: "出庭/参加庭审", en: "Hearing", source: "《最高法刑诉解释》", verified: true },
  AC_OPINION: { zh: "提交书面辩护/代理意见", en: "Written opinion", source: "程序规定(新华社)", verified: true },
  AC_MEDIATE: { zh: "和解、调解", en: "Settlement/mediation", source: "程序规定(新华社)", verified: true },
  AC_REPORT: { zh: "向受援人通报/向机构报告", en: "Notify recipient / report to agency", source: "《法律援助法》第46条第2款;格式十四", verified: true },
  AC_SERVE: { zh: "送达", en: "Service", source: "格式二十二", verified: true },
  AC_MAJOR: { zh: "重大事项报告", en: "Major matter report", source: "广州服务标准4.5.7(目录)", verified: true },
  AC_OTHER: { zh: "其他", en: "Other", source: "—", verified: false },
} as const satisfies CodeList;
