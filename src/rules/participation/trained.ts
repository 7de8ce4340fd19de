/** The person has completed the training. */
import { CANNOT_TELL, HOLDS, REFUSES } from "../rule.js";
import { participationFactory } from "./participation-rule.js";
import { perPerson } from "./per-person.js";

/** `trained` is true; where it is not given nobody can tell, and nobody is taken by default. */
export const trained = participationFactory({
  name: "trained",
  shape: () => ({}),
  reads: () => ["trained"],
  words: () => "the person has completed the training",
  bind: ({ people }) =>
    perPerson(people, (person) => (person.trained === undefined ? CANNOT_TELL : person.trained ? HOLDS : REFUSES)),
});
