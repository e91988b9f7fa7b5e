/**
 * Passwords that every attacker tries first, folded to lower case; those with digits behind are also caught by their
 * core. Chosen for Chinese offices: pinyin, keyboard walks, and the names of things around the clerk.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `123456789012 1234567890123 12345678910 123123123123 111111111111 000000000000 888888888888 666666666666
  password password1 passw0rd p@ssw0rd p@ssword admin administrator admin123 admin@123 root guest welcome letmein
  iloveyou sunshine football baseball princess dragon monkey master qwerty qwertyuiop qwerty123 qwer1234 1qaz2wsx
  1qaz2wsx3edc 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y zaq12wsx zxcvbnm zxcvbnm123 asdfghjkl asdfghjkl123 q1w2e3r4 abc123
  abcd1234 abc123456 a123456789 aa123456 a1b2c3d4 a1b2c3d4e5f6 woaini woaini1314 woaini520 5201314 520520 1314520
  147258369 147258369000 159357 789456123 741852963 7758521 584520 zhongguo beijing shanghai guangzhou chongqing
  changeme default test test1234 testtest user user1234 system manager secret computer internet windows microsoft
  falvyuanzhu fayuan fayuangongzuotai sifaju sifating yuanzhu lvshi falv zhengfu gongwuyuan danganshi bangong
  bangongshi mima mima123456 legalaid legalaiddesk correcthorsebatterystaple`.split(/\s+/),
);
