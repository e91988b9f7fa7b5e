/**
 * Every lawful "no" the product can say, with one sentence for the clerk in each language.
 * The same codes are used on the desk, in the host and at the center; they are never logged as errors.
 */
// biome-ignore format: a table is read by columns
export const REFUSALS = {
  "stage-forbids":        { zh: "当前阶段不能办理此步骤", en: "This step cannot be taken at the present stage" },
  "role-forbids":         { zh: "您的岗位无权办理此步骤", en: "Your role may not take this step" },
  "facts-missing":        { zh: "还缺少必填事项", en: "A required fact is missing" },
  "fact-owned":           { zh: "该事项只能由相应的办理步骤记载", en: "This fact can be recorded only by the step that owns it" },
  "value-invalid":        { zh: "填写的内容不符合要求", en: "The value does not fit the field" },
  "field-unknown":        { zh: "数据字典中没有该事项", en: "The data dictionary has no such field" },
  "field-in-conflict":    { zh: "该事项存在冲突，须先由专人处理", en: "This field is in conflict and must be resolved first" },
  "reason-required":      { zh: "须说明理由", en: "A reason must be stated" },
  "same-person":          { zh: "审查人与决定人不得为同一人", en: "The examiner and the person who decides must differ" },
  "recusal":              { zh: "有利害关系的工作人员应当回避", en: "Staff with an interest in the matter must withdraw" },
  "check-digit":          { zh: "证件号码校验位不正确", en: "The check digit of the number is wrong" },
  "id-mismatch":          { zh: "证件号码与出生日期或性别不一致", en: "The number does not match the date of birth or sex" },
  "in-future":            { zh: "日期不能晚于现在", en: "The date lies in the future" },
  "before-document":      { zh: "收到时间不能早于文书日期", en: "It cannot be received before the date of the document" },
  "evidence-missing":     { zh: "免予核查须有材料证明", en: "The exemption needs an evidence item" },
  "matter-mismatch":      { zh: "该免核查情形不适用于此类事项", en: "This exemption does not apply to this matter" },
  "means-test-forbidden": { zh: "此类事项不得以经济条件为由不予援助", en: "Aid in this matter may not be refused on means" },
  "second-notice":        { zh: "补充材料应当一次性告知，不得再次通知", en: "Materials may be asked for only once" },
  "qualification":        { zh: "承办人员不符合法定条件", en: "The person assigned does not meet the legal qualification" },
  "conflict-of-interest": { zh: "承办人员存在利益冲突", en: "The person assigned has a conflict of interest" },
  "proxy-opposes":        { zh: "代理申请人是对方当事人", en: "The proxy is an opposing party" },
  "guardian-consent":     { zh: "不满十四周岁须监护人同意并专门处理", en: "Under fourteen: guardian consent and special handling are required" },
  "number-provisional":   { zh: "临时编号不得印在法律文书上", en: "A provisional number may not be printed on a letter" },
  "secret-case":          { zh: "涉及国家秘密的案件不得在本系统办理，请使用涉密网络或纸质办理", en: "State-secret cases must not be handled here; use paper or the secret network" },
  "not-competent":        { zh: "本机构无管辖权", en: "This agency is not competent" },
  "same-section":         { zh: "异议审查人须来自其他科室", en: "The reviewer must sit in another section" },
  "ground-document":      { zh: "缺少终止情形的依据材料", en: "The document of the ground is missing" },
  "closing-incomplete":   { zh: "结案材料缺少必备项目", en: "The closing file lacks a mandatory paper" },
  "template-foreign":     { zh: "不是完好的 Word 文档（.docx）", en: "Not a sound Word document (.docx)" },
  "template-unsafe":      { zh: "模板含有宏、外部链接、嵌入对象或图片，不能使用", en: "The template holds macros, outside links, embedded objects or pictures" },
  "template-slots":       { zh: "模板的占位符不正确", en: "The slots of the template are not right" },
  "filed":                { zh: "已归档，只能阅读；更正须附页说明", en: "Filed: it may only be read; corrections are appended" },
  "export-unapproved":    { zh: "导出未经脱敏的个人信息，须由负责人先行批准", en: "An export of whole personal data needs the head's approval first" },
  "sealed":               { zh: "未成年人卷宗已封存，只有负责人和档案管理员可以说明用途后查阅", en: "A minor's file is sealed: only the head and the archivist may open it, stating why" },
  "overdrawn":            { zh: "该资金已透支，须先冲销或者补足，在此之前停止支付", en: "The fund is overdrawn: reverse an entry or add money first; payments stop until then" },
  "contested":            { zh: "该步骤存在争议，须先由专人处理", en: "The step is contested and must be resolved first" },
  "version-unknown":      { zh: "此内容由较新版本写入，请先升级", en: "Written by a newer version; please upgrade" },
  "already-done":         { zh: "已经办理，无须重复", en: "Already done" },
  "not-found":            { zh: "没有找到", en: "Not found" },
  "signed-out":           { zh: "请先登录", en: "Please sign in first" },
  "sign-in-failed":       { zh: "用户名或密码不正确", en: "Wrong name or password" },
  "sign-in-wait":         { zh: "多次登录失败，请稍后再试", en: "Too many failures; please wait" },
  "password-weak":        { zh: "密码至少十二位，或至少八位且包含三类字符，且不得含用户名或常见密码", en: "Use twelve characters, or eight of three kinds, without the user name or common words" },
  "login-taken":          { zh: "该登录名已被使用", en: "This login name is taken" },
  "already-set-up":       { zh: "本机已经初始化", en: "This desk is already set up" },
  "not-set-up":           { zh: "本机尚未初始化", en: "This desk is not set up yet" },
  "recovery-key-invalid": { zh: "恢复密钥不正确", en: "The recovery key is not right" },
  "no-key-store":         { zh: "本机没有可用的系统钥匙串", en: "This computer has no usable key store" },
  "station-key-gone":     { zh: "密码已绑定本机的系统钥匙串，而钥匙串现在打不开。请以平时使用的系统账户打开本程序；仍不行的，点“忘记密码”用恢复密钥重设", en: "Passwords are bound to this computer's key store, which does not open now. Start the desk from the usual system account; if that fails, use the recovery key under “forgotten password”" },
  "backup-damaged":       { zh: "备份文件已损坏或不完整，没有恢复任何内容；请换一份备份", en: "The backup is damaged or not whole; nothing was restored. Use another one" },
  "backup-unknown":       { zh: "这不是法援工作台的备份文件", en: "This is not a backup of Legal Aid Desk" },
  "disk-full":            { zh: "磁盘空间不足，已转为只读，请清理后重试", en: "The disk is nearly full; the desk is read-only until space is freed" },
  "journal-damaged":      { zh: "日志文件损坏，已转为只读，请联系管理员", en: "The journal is damaged; the desk is read-only, call the administrator" },
  "too-large":            { zh: "内容过大", en: "Too large" },
  "malformed":            { zh: "格式不正确", en: "Malformed" },
  "forbidden-key":        { zh: "含有不允许的字段名", en: "A key name is not allowed" },
  "signature-invalid":    { zh: "签名无效", en: "The signature is not valid" },
  "hash-mismatch":        { zh: "内容与校验值不一致", en: "The content does not match its hash" },
  "wrong-bureau":         { zh: "不属于本单位", en: "Belongs to another bureau" },
  "device-unknown":       { zh: "设备未登记", en: "The device is not enrolled" },
  "device-revoked":       { zh: "设备已被停用", en: "The device has been revoked" },
  "code-invalid":         { zh: "登记码无效或已过期", en: "The enrolment code is not valid or has expired" },
  "center-unreachable":   { zh: "暂时无法连接省级中心，内容已保存在本机", en: "The center cannot be reached now; everything is saved on this computer" },
  "center-not-set":       { zh: "尚未设置省级中心", en: "No center is configured" },
  "insecure-address":     { zh: "省级中心地址必须使用 https", en: "The center's address must use https" },
  "gap":                  { zh: "缺少前面的记录", en: "Earlier records are missing" },
  "fork":                 { zh: "同一位置出现两条不同记录，已保留待处理", en: "Two different records claim one position; both are kept" },
  "busy":                 { zh: "系统忙，请稍后再试", en: "Busy, please try again" },
} as const satisfies Record<string, { readonly zh: string; readonly en: string }>;

/** The name of one refusal. */
export type RefusalCode = keyof typeof REFUSALS;

/** A lawful "no": its code, the article it rests on, and the dictionary name or rule number it is about. */
export type Refusal = { readonly code: RefusalCode; readonly source?: string; readonly detail?: string };

/** True when `text` is a refusal code this version knows. */
export const isRefusalCode = (text: string): text is RefusalCode => Object.hasOwn(REFUSALS, text);
