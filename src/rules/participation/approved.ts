/** The person has been approved by the scheme. */
import { CANNOT_TELL, HOLDS, REFUSES } from "../rule.js";
import { participationFactory } from "./participation-rule.js";
import { perPerson } from "./per-person.js";

/** `approved` is true; where it is not given nobody can tell, and nobody is taken by default. */
export const approved = participationFactory({
  name: "approved",
  shape: () => ({}),
  reads: () => ["approved"],
  words: () => "the person has been approved",
  bind: ({ people }) =>
    perPerson(people, (person) => (person.approved === undefined ? CANNOT_TELL : person.approved ? HOLDS : REFUSES)),
});
