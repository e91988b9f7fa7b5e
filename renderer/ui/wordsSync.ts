import type { Label } from "../../shared/dictionary/field.ts";

/** How sync is doing, by the phase of its loop. */
// biome-ignore format: a table is read by columns
export const SYNC_PHASES = {
  off:             { zh: "未启用同步", en: "Sync is off" },
  "by-file":       { zh: "用U盘上报", en: "Reports by stick" },
  offline:         { zh: "未连网，照常办理", en: "Offline; work goes on" },
  portal:          { zh: "网络需要登录认证", en: "The network asks for a sign-in" },
  working:         { zh: "正在同步", en: "Syncing" },
  idle:            { zh: "同步正常", en: "In sync" },
  "needs-upgrade": { zh: "须升级后才能同步", en: "Upgrade needed to sync" },
  frozen:          { zh: "本工位已被省级中心暂停，请联系管理员", en: "The province has frozen this desk; call the administrator" },
  revoked:         { zh: "本工位已被省级中心停用，请联系管理员", en: "The province has revoked this desk; call the administrator" },
  ended:           { zh: "本工位登记有效期已过，请联系省级中心续期", en: "This desk's enrolment has ended; ask the province to renew it" },
  failing:         { zh: "同步暂时失败，将自动重试", en: "Sync failed for now; it retries by itself" },
} as const satisfies Record<string, Label>;
