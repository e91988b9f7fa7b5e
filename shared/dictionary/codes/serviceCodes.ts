import type { CodeList } from "../codeList.ts";

const DESIGN = "设计";

/** How a letter is served. The agency follows the pattern for court documents; service by notice was not read. */
// biome-ignore format: a table is read by columns
export const SERVICE_METHODS = {
  DIRECT:     { zh: "直接送达", en: "In person", source: "《刑事诉讼法》第107条", verified: true },
  LEFT:       { zh: "留置送达", en: "Left at the place", source: "《刑事诉讼法》第107条；《最高法刑诉解释》第204条", verified: true },
  POST:       { zh: "邮寄送达", en: "By post", source: DESIGN, verified: false },
  ELECTRONIC: { zh: "电子送达", en: "Electronically", source: DESIGN, verified: false },
  ORGAN:      { zh: "转交送达", en: "Through an organ or place of custody", source: DESIGN, verified: false },
  PUBLIC:     { zh: "公告送达", en: "By public notice", source: "未核实", verified: false },
} as const satisfies CodeList;

/** Who took the letter. */
// biome-ignore format: a table is read by columns
export const SERVICE_RELATIONS = {
  SELF:   { zh: "本人", en: "The addressee", source: "《刑事诉讼法》第107条", verified: true },
  FAMILY: { zh: "同住成年家属", en: "Adult of the household", source: "《刑事诉讼法》第107条", verified: true },
  UNIT:   { zh: "所在单位负责收件的人", en: "Person in charge of mail at the unit", source: "《刑事诉讼法》第107条", verified: true },
  PROXY:  { zh: "代理人或者指定代收人", en: "Proxy or person named to receive", source: DESIGN, verified: false },
  OTHER:  { zh: "其他", en: "Other", source: DESIGN, verified: false },
} as const satisfies CodeList;
