import { describe, expect, it } from "vitest";
import { recordFacts } from "../../../shared/commands/recordFacts.ts";
import { takeStep } from "../../../shared/commands/takeStep.ts";
import { APPLICATION_FACTS, aFile } from "../../builders/aView.ts";
import { anActor, aScene } from "../../builders/scene.ts";

const refusal = (code: string, detail?: string) => ({
  ok: false,
  refusal: { code, ...(detail !== undefined && { detail }) },
});

const PROPOSED = {
  ...APPLICATION_FACTS,
  receivedAt: "2026-03-02T09:00",
  examinerId: "staff-examiner",
  opinion: "GRANT",
};
const REASON = { reasonText: "符合条件" };

describe("法律援助法第四十三条第一款：收到申请、决定", () => {
  it("收到申请记载时间和接收人，一次操作完成", () => {
    const result = takeStep(aFile(APPLICATION_FACTS), { step: "receive", facts: {} }, aScene("CLERK"));
    expect(result).toMatchObject({
      ok: true,
      value: [
        {
          k: "step",
          lane: "application",
          from: "",
          to: "received",
          facts: { receivedAt: "2026-03-02T09:00", receivedBy: "staff-clerk" },
        },
      ],
    });
  });
  it.each(["personName", "consentSignedOn", "materials", "track"])("缺少 %s 时指明该事项", (f) => {
    const { [f]: _, ...facts } = APPLICATION_FACTS;
    expect(takeStep(aFile(facts), { step: "receive", facts: {} }, aScene("CLERK"))).toMatchObject(
      refusal("facts-missing", f),
    );
  });
  it("V03：收到时间不得晚于现在", () => {
    const late = { step: "receive", facts: { receivedAt: "2026-03-02T09:01" } };
    expect(takeStep(aFile(APPLICATION_FACTS), late, aScene("CLERK"))).toMatchObject(
      refusal("in-future", "receivedAt"),
    );
  });
  it("V01：身份证号与性别不一致", () => {
    const file = aFile({ ...APPLICATION_FACTS, sex: "M" });
    expect(takeStep(file, { step: "receive", facts: {} }, aScene("CLERK"))).toMatchObject(
      refusal("id-mismatch", "V01"),
    );
  });
  it("V05：审查人不得决定自己审查的案件", () => {
    const both = aScene("HEAD", "2026-03-04T09:00", {
      actor: anActor("HEAD", { id: "staff-examiner", roles: ["EXAMINER", "HEAD"] }),
    });
    expect(
      takeStep(aFile(PROPOSED, { application: "proposed" }), { step: "grant", facts: REASON }, both),
    ).toMatchObject(refusal("same-person"));
    expect(
      takeStep(
        aFile(PROPOSED, { application: "proposed" }),
        { step: "grant", facts: REASON },
        aScene("HEAD", "2026-03-04T09:00"),
      ).ok,
    ).toBe(true);
  });
  it("决定的日期、种类只能由决定步骤记载，不能伪造", () => {
    expect(recordFacts(aFile(), { facts: { decidedAt: "2026-03-01T09:00" } }, aScene("HEAD"))).toMatchObject(
      refusal("fact-owned", "decidedAt"),
    );
    const forged = { step: "receive", facts: { decision: "GRANT" } };
    expect(takeStep(aFile(APPLICATION_FACTS), forged, aScene("CLERK"))).toMatchObject(
      refusal("fact-owned", "decision"),
    );
  });
  it("先行提供的案件决定给予时，同一操作补办手续", () => {
    const file = aFile(PROPOSED, { application: "proposed", emergency: "emergency" });
    const result = takeStep(file, { step: "grant", facts: REASON }, aScene("HEAD", "2026-03-04T09:00"));
    expect(result).toMatchObject({
      ok: true,
      value: [{ step: "grant" }, { step: "regularise", to: "regularised" }],
    });
  });
});

describe("法律援助法第四十三条第二款：补充材料一次性告知（V09）", () => {
  const asked = {
    supplementItems: "事故认定书",
    supplementServedOn: "2026-04-02",
    supplementDueOn: "2026-04-12",
  };
  const scene = aScene("EXAMINER", "2026-04-10T09:00");
  it("再次通知被拒绝，写明新情况方可", () => {
    const file = aFile({ ...APPLICATION_FACTS, ...asked }, { application: "received" });
    const again = { ...asked, supplementServedOn: "2026-04-10", supplementDueOn: "2026-04-20" };
    expect(takeStep(file, { step: "askForMaterials", facts: again }, scene)).toMatchObject(
      refusal("second-notice", "V09"),
    );
    expect(
      takeStep(
        file,
        { step: "askForMaterials", facts: { ...again, supplementNewFacts: "出现新的当事人" } },
        scene,
      ).ok,
    ).toBe(true);
  });
  it("重复上次写明的情况不算新情况", () => {
    const file = aFile(
      { ...APPLICATION_FACTS, ...asked, supplementNewFacts: "出现新的当事人" },
      { application: "received" },
    );
    const again = { ...asked, supplementServedOn: "2026-04-10", supplementNewFacts: "出现新的当事人" };
    expect(takeStep(file, { step: "askForMaterials", facts: again }, scene)).toMatchObject(
      refusal("second-notice", "V09"),
    );
  });
  it("补充期限届满前不得视为撤回", () => {
    const file = aFile(
      {
        ...APPLICATION_FACTS,
        receivedAt: "2026-04-14T09:00",
        ...asked,
        supplementServedOn: "2026-04-15",
        supplementDueOn: "2026-04-25",
      },
      { application: "supplementing" },
    );
    const wish = { step: "deemWithdrawn", facts: { withdrawalReason: "逾期未补充" } };
    expect(takeStep(file, wish, aScene("HEAD", "2026-04-27T10:00"))).toMatchObject(
      refusal("stage-forbids", "supplementDueOn"),
    );
    expect(takeStep(file, wish, aScene("HEAD", "2026-04-28T10:00")).ok).toBe(true);
  });
});

describe("法律援助法第四十一、四十二条：不得询问经济状况的途径", () => {
  it.each(["T3_EXEMPT42", "T4_NO_COND32", "T5_NOTIFIED"])("%s 不能开展经济状况核查", (track) => {
    const file = aFile({ ...APPLICATION_FACTS, track }, { application: "received" });
    expect(takeStep(file, { step: "verify", facts: {} }, aScene("EXAMINER"))).toMatchObject(
      refusal("means-test-forbidden"),
    );
  });
});

describe("填写事项", () => {
  it("校验位错误的内容不保存，并指明事项", () => {
    expect(recordFacts(aFile(), { facts: { birthOn: "2026-02-30" } }, aScene("CLERK"))).toMatchObject(
      refusal("value-invalid", "birthOn"),
    );
  });
  it("同组事项（姓名与证件号）作为一个整体记载", () => {
    const result = recordFacts(
      aFile({ personName: "甲某", certType: "ID" }),
      { facts: { certNo: "11010519491231002X" } },
      aScene("CLERK"),
    );
    expect(result).toMatchObject({
      ok: true,
      value: [{ f: "#identity", v: { personName: "甲某", certType: "ID", certNo: "11010519491231002X" } }],
    });
  });
  it("冲突中的事项只能由专人处理", () => {
    const view = { ...aFile(), conflicts: [{ f: "phone", heads: [] }] };
    expect(recordFacts(view, { facts: { phone: "19900000000" } }, aScene("CLERK"))).toMatchObject(
      refusal("field-in-conflict", "phone"),
    );
  });
  it.each(["AUDITOR", "FINANCE", "SYSADMIN"] as const)("%s 无权填写卷宗", (role) => {
    expect(recordFacts(aFile(), { facts: { phone: "19900000000" } }, aScene(role))).toMatchObject(
      refusal("role-forbids"),
    );
  });
  it("一项不合格则全部不保存；__proto__ 不是事项", () => {
    const mixed = JSON.parse('{"phone":"19900000000","__proto__":{"x":1}}') as { phone: string };
    expect(recordFacts(aFile(), { facts: mixed }, aScene("CLERK"))).toMatchObject(
      refusal("field-unknown", "__proto__"),
    );
  });
});
