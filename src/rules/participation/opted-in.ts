/** The person has agreed to take part. */
import { CANNOT_TELL, HOLDS, REFUSES } from "../rule.js";
import { participationFactory } from "./participation-rule.js";
import { perPerson } from "./per-person.js";

/** `optedIn` is true; where it is not given nobody can tell, and nobody is taken by default. */
export const optedIn = participationFactory({
  name: "opted-in",
  shape: () => ({}),
  reads: () => ["optedIn"],
  words: () => "the person has opted in",
  bind: ({ people }) =>
    perPerson(people, (person) => (person.optedIn === undefined ? CANNOT_TELL : person.optedIn ? HOLDS : REFUSES)),
});
