import type { Result } from "../kernel/result.ts";
import type { Draft } from "../ops/draft.ts";
import type { RecordView } from "../ops/view.ts";
import type { Scene } from "./scene.ts";

/**
 * What a person wants done to one record. Pure: it answers with the changes to make, or a refusal; it makes nothing.
 * There is no door to the world but the scene. New ids are part of the input.
 */
export type Command<Input> = (view: RecordView, input: Input, scene: Scene) => Result<readonly Draft[]>;
