import type { ThemeConfig } from "antd";

/** System Chinese fonts first; the bundled slices only where the machine has none. */
export const FONTS =
  '"Source Han Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", "Noto Sans SC", system-ui, sans-serif';

/** Calm and official: government blue, 15 px text, square corners, no motion (old machines draw every frame on the CPU). */
export const DESK_THEME: ThemeConfig = {
  token: {
    colorPrimary: "#1d4f91",
    colorInfo: "#1d4f91",
    colorLink: "#1d4f91",
    colorError: "#b3261e",
    colorWarning: "#a15c00",
    colorSuccess: "#1b6e3a",
    // so dark a green or brown makes a murky ground of its own
    colorWarningBg: "#fdf4e3",
    colorWarningBorder: "#e3c48d",
    colorSuccessBg: "#eaf5ee",
    colorSuccessBorder: "#9fcbb0",
    colorText: "#1f2430",
    colorTextPlaceholder: "#667085",
    fontSize: 15,
    borderRadius: 3,
    fontFamily: FONTS,
    motion: false,
  },
  components: { Button: { fontWeight: 500 } },
};
