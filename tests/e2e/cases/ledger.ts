import type { Clerk } from "./clerk.ts";
import { takes } from "./closing.ts";

/** An entry of the ledger, made by the accountant and posted by the head. */
export const enters = async (
  clerk: Clerk,
  minute: string,
  entry: {
    readonly voucher: string;
    readonly subject: string;
    readonly flow: string;
    readonly yuan: string;
    readonly claim?: string;
  },
): Promise<void> => {
  await clerk.becomes("wu", minute);
  await clerk.opens("#/ledger");
  await clerk.presses("记一笔账");
  await takes(clerk, "记账", async () => {
    await clerk.states("记账日", minute.slice(0, 10));
    await clerk.states("年度", minute.slice(0, 4));
    await clerk.picks("资金来源", "财政预算");
    await clerk.picks("科目", entry.subject);
    await clerk.picks("收支", entry.flow);
    await clerk.states("金额", entry.yuan);
    await clerk.states("凭证号", entry.voucher);
    await clerk.states("摘要", `=${entry.voucher}`);
    if (entry.claim !== undefined) await clerk.picks("补贴申领", entry.claim);
  });
  await clerk.sees("待复核");
  await clerk.becomes("sun", minute);
  await takes(clerk, "复核入账");
  await clerk.sees("已入账");
};
