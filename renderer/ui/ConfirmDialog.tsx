import { Modal } from "antd";
import type { ReactNode } from "react";
import { useLabel } from "./language.tsx";
import { UI_WORDS } from "./words.ts";

type Props = {
  readonly isOpen: boolean;
  readonly title: string;
  readonly children: ReactNode;
  readonly confirmText?: string;
  readonly isDanger?: boolean;
  readonly width?: number;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Asks before something that cannot be taken back. Escape and "cancel" leave everything as it was. */
export const ConfirmDialog = ({
  isOpen,
  title,
  children,
  confirmText,
  isDanger,
  width,
  onConfirm,
  onClose,
}: Props) => {
  const t = useLabel();
  return (
    <Modal
      open={isOpen}
      title={title}
      okText={confirmText ?? t(UI_WORDS.confirm)}
      cancelText={t(UI_WORDS.cancel)}
      okButtonProps={{ danger: isDanger === true }}
      width={width ?? 560}
      onOk={onConfirm}
      onCancel={onClose}
      destroyOnHidden
      mask={{ closable: false }}
    >
      {children}
    </Modal>
  );
};
