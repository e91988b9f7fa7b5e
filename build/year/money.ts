import type { Facts } from "../demo/registers.ts";
import type { Handler, Registers } from "./registers.ts";
import { type CaseStory, type Course, type Kit, nextCourse } from "./story.ts";
import { type Subject, type Teller, tellerFrom } from "./teller.ts";

const ACCOUNTANT = "wu";
const POSTER = "sun";

/** What is paid for: a case, or a shift. */
type Paid = Pick<CaseStory, "kit" | "clerk" | "head" | "tell"> & {
  readonly id?: string;
  readonly row?: { readonly facts: Facts };
  readonly shiftId?: string;
};

const COURSES = [
  { name: "paid", weight: 94 },
  { name: "returned", weight: 4 },
  { name: "reversed", weight: 0.5 },
  { name: "mistyped", weight: 1 },
] as const satisfies readonly Course[];

const voucher = (kit: Kit): string => {
  const count = (kit.told.get("vouchers") ?? 0) + 1;
  kit.told.set("vouchers", count);
  return `记-${String(count).padStart(6, "0")}`;
};

const enter = (kit: Kit, tell: Teller, facts: Facts): Subject => {
  const subject = { t: "fundEntry", id: kit.chance.id() };
  tell.step(ACCOUNTANT, subject, {
    name: "enterEntry",
    facts: {
      enteredOn: tell.today(),
      fiscalYear: Number(tell.today().slice(0, 4)),
      fund: "BUDGET",
      voucherNo: voucher(kit),
      ...facts,
    },
  });
  return subject;
};
const post = (tell: Teller, subject: Subject): void => {
  tell.wait(0);
  tell.step(POSTER, subject, { name: "postEntry" });
};

const pay = (
  kit: Kit,
  tell: Teller,
  { claim, entry, course }: { readonly claim: Subject; readonly entry: Facts; readonly course: string },
): void => {
  if (course === "mistyped") {
    const wrong = enter(kit, tell, { ...entry, amountFen: Number(entry.amountFen) + 1 });
    tell.wait(0);
    tell.step(POSTER, wrong, { name: "voidEntry", facts: { voidReason: "金额录入错误。" } });
  }
  const paid = enter(kit, tell, entry);
  post(tell, paid);
  tell.wait(0);
  tell.step(ACCOUNTANT, claim, { name: "payClaim", facts: { paidOn: tell.today(), entryId: paid.id } });
  if (course !== "reversed") return;
  tell.wait(10);
  const { claimId: _, ...rest } = entry;
  const back = enter(kit, tell, { ...rest, flow: "IN", reverses: paid.id, summary: "退回误付的补贴" });
  post(tell, back);
  tell.step(POSTER, claim, { name: "reverseClaim", facts: { reverseReason: "付款账户有误，款项退回。" } });
};

/** What is claimed, and how it goes. */
type Claimed = { readonly claim: Subject; readonly course: string; readonly facts: Facts };

const approve = (
  { kit, clerk, head, tell }: Pick<CaseStory, "kit" | "clerk" | "head" | "tell">,
  { claim, course, facts }: Claimed,
): void => {
  tell.step(clerk, claim, { name: "submitClaim", facts });
  tell.wait(kit.chance.whole(1, 3));
  if (course === "returned") {
    tell.step(head, claim, { name: "returnClaim", facts: { returnReason: "请附直接费用票据。" } });
    tell.wait(2);
    tell.step(clerk, claim, { name: "submitClaim", facts });
    tell.wait(1);
  }
  tell.step(head, claim, { name: "approveClaim" });
  tell.wait(kit.chance.whole(4, 15));
};

/** A claim for a closed case or a served shift: submitted, approved by another, paid by its own entry (V19, V20). */
export const claimSubsidy = (
  paid: Paid,
  { handler, standard }: { readonly handler: Handler; readonly standard: keyof Registers["standards"] },
): void => {
  const { kit, clerk, head, id: fileId, shiftId, row } = paid;
  const tell = paid.tell.branch();
  const course = nextCourse(kit, `claims ${standard === "duty" ? "duty" : "case"}`, COURSES).name;
  const claim = { t: "subsidyClaim", id: kit.chance.id() };
  const { id: standardId, facts } = kit.registers.standards[standard];
  const baseFen = Number(facts.amountFen) * (standard === "duty" ? 2 : 1);
  const directCostsFen = standard === "duty" ? 0 : kit.chance.whole(0, 30) * 1000;
  const totalFen = baseFen + directCostsFen;
  tell.wait(kit.chance.whole(3, 8));
  tell.open(clerk, claim, {
    ...(fileId !== undefined && { fileId }),
    ...(shiftId !== undefined && { shiftId }),
    ...(row?.facts.proceduralStage !== undefined && { proceduralStage: row.facts.proceduralStage }),
    providerId: handler.providerId,
    lawyerId: handler.id,
    standardId,
    ...(directCostsFen > 0 && { directCostsFen }),
  });
  approve({ kit, clerk, head, tell }, { claim, course, facts: { baseFen, sharePercent: 100, totalFen } });
  pay(kit, tell, {
    claim,
    course,
    entry: {
      subject: standard === "duty" ? "LS_DUTY" : "LS_CASE",
      flow: "OUT",
      amountFen: totalFen,
      summary: standard === "duty" ? "值班律师补贴" : "办案补贴",
      claimId: claim.id,
    },
  });
};

/** The money of the year: appropriations enough for every claim, and what it costs to run. */
export const budget = (kit: Kit, cases: number): void => {
  const tell = tellerFrom(kit, 0, 8 * 60 + 31);
  post(
    tell,
    enter(kit, tell, {
      subject: "LS_BUDGET",
      flow: "IN",
      amountFen: 2_000_000_00 + cases * 2_500_00,
      summary: "年度法律援助经费",
    }),
  );
  post(
    tell,
    enter(kit, tell, {
      fund: "TRANSFER",
      subject: "LS_TRANSFER",
      flow: "IN",
      amountFen: 800_000_00,
      summary: "中央、省级转移支付",
    }),
  );
  for (let month = 0; month < 12; month += 1) {
    tell.wait(18);
    post(
      tell,
      enter(kit, tell, {
        fund: "TRANSFER",
        subject: kit.chance.pick(["LS_TRAIN", "LS_QC"]),
        flow: "OUT",
        amountFen: kit.chance.whole(20, 90) * 10_000,
        summary: "宣传培训和质量评估费用",
      }),
    );
  }
};

/** One donation: registered, published, and spent on its purpose (公益事业捐赠法第十六至二十二条). */
export const donation = (kit: Kit): void => {
  const { chance } = kit;
  const tell = tellerFrom(kit, chance.whole(2, 180));
  const subject = { t: "donation", id: chance.id() };
  const amountFen = chance.whole(5, 60) * 100_000;
  tell.open(ACCOUNTANT, subject, {
    donorName: kit.persons.company(),
    acceptedBy: "甲县司法局",
    agreedOn: tell.today(),
  });
  tell.step(ACCOUNTANT, subject, {
    name: "registerDonation",
    facts: {
      receiptNo: `捐-${chance.whole(1000, 9999)}`,
      receivedOn: tell.today(),
      amountFen,
      purpose: "用于农民工法律援助办案",
      subjects: ["LS_CASE", "LS_DIRECT"],
    },
  });
  const entry = { fund: "DONATION", donationId: subject.id };
  post(
    tell,
    enter(kit, tell, { ...entry, subject: "LS_DONATE", flow: "IN", amountFen, summary: "社会捐赠" }),
  );
  tell.wait(20);
  post(
    tell,
    enter(kit, tell, {
      ...entry,
      subject: "LS_DIRECT",
      flow: "OUT",
      amountFen: Math.floor(amountFen / 2),
      summary: "农民工案件直接费用",
    }),
  );
  tell.wait(5);
  tell.step(POSTER, subject, { name: "publishDonation", facts: { publishedOn: tell.today() } });
};
