import { prepareCluster } from "./cluster.ts";

/** Before the suites that start centers: one PostgreSQL to copy, and afterwards no more. */
let remove: () => void = () => undefined;
export const setup = (): void => {
  remove = prepareCluster();
};
export const teardown = (): void => remove();
