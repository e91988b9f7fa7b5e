import { Button, type ButtonProps } from "antd";
import { useId } from "react";

type Props = Omit<ButtonProps, "disabled" | "aria-describedby"> & {
  /** What must happen before it can be pressed, in the language of the screen; "" when nothing must. */
  readonly waitsFor: string;
  /** The id of a text on the page that says so already; then it is not said a second time. */
  readonly toldBy?: string;
};

/**
 * A button that may not be pressed yet and says why: beside it, and to whoever only hears the screen. No other button of
 * the page may be switched off (tests/house/habits).
 */
export const WaitingButton = ({ waitsFor, toldBy, ...button }: Props) => {
  const own = useId();
  const isWaiting = waitsFor !== "";
  // always in the same place of the tree: the button under the hand is not another one once it may be pressed
  return (
    <span className="lad-waiting">
      <Button {...button} {...(isWaiting && { disabled: true, "aria-describedby": toldBy ?? own })} />
      {isWaiting && toldBy === undefined && (
        <span id={own} className="lad-quiet">
          {waitsFor}
        </span>
      )}
    </span>
  );
};
