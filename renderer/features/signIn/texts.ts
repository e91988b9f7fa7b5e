import type { Label } from "../../../shared/dictionary/field.ts";

// biome-ignore format: a table is read by columns
export const SIGN_IN_TEXTS = {
  title:       { zh: "法援工作台", en: "Legal Aid Desk" },
  desk:        { zh: "工位：{name}", en: "Desk: {name}" },
  login:       { zh: "登录名", en: "Login" },
  password:    { zh: "密码", en: "Password" },
  signIn:      { zh: "登录", en: "Sign in" },
  signingIn:   { zh: "正在核对…", en: "Checking…" },
  forgot:      { zh: "忘记密码，用恢复密钥重设", en: "Forgotten: use the recovery key" },
  recoverTitle:{ zh: "用恢复密钥重设密码", en: "New password with the recovery key" },
  recoveryKey: { zh: "恢复密钥", en: "Recovery key" },
  newPassword: { zh: "新密码", en: "New password" },
  recover:     { zh: "重设密码", en: "Set the new password" },
  recovered:   { zh: "密码已重设，请用新密码登录。", en: "The password is set; sign in with it." },
  back:        { zh: "返回登录", en: "Back to sign-in" },
  offline:     { zh: "不联网也可登录和办理业务", en: "Sign-in and all work need no network" },
} as const satisfies Record<string, Label>;
