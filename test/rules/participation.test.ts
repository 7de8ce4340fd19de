/** Participation rules, as schemes use them. */
import { expect, test } from "vitest";
import type { Ladder } from "../../src/entry.js";
import { participation } from "../../src/rules/participation/index.js";
import type { ParticipationRule } from "../../src/rules/participation/participation-rule.js";
import type { Person } from "../../src/types.js";

const ladder: Ladder = [["PhD student before upgrade"], ["PhD student"], ["Postdoc", "Research Fellow"], ["Professor"]];
const verdict = (rule: ParticipationRule, person: Omit<Person, "id">) =>
  rule.bind({ people: [{ ...person, id: "bo" }], ladder, asOf: undefined })(0);

test("atLeastGrade() and atMostGrade() count the grade itself, its step's other names, and what lies beyond", () => {
  const least = participation.atLeastGrade({ grade: "Postdoc" });
  const most = participation.atMostGrade({ grade: "Postdoc" });
  const both = (grade: string) => [verdict(least, { grade }), verdict(most, { grade })];
  expect(both("PhD student before upgrade")).toEqual([0, 2]);
  expect(both("Research Fellow")).toEqual([2, 2]);
  expect(both("Professor")).toEqual([2, 0]);
  expect(both("Provost")).toEqual([1, 1]);
  expect([verdict(least, {}), verdict(most, {})]).toEqual([1, 1]);
});

test("check() of atLeastGrade() and atMostGrade() wants a ladder, and the grade on it", () => {
  for (const make of [participation.atLeastGrade, participation.atMostGrade]) {
    expect(make({ grade: "Postdoc" }).check({ ladder })).toBeUndefined();
    expect(make({ grade: " Postdoc " }).check({ ladder })).toBeUndefined();
    expect(make({ grade: "postdok" }).check({ ladder })).toBe('unknown grade "postdok"; did you mean "Postdoc"?');
    expect(make({ grade: "Postdoc" }).check({ ladder: [] })).toBe("expected the policy to have a ladder, got none");
  }
});

test("hasAttribute() holds for what is there and not false, or for the value it is given", () => {
  const attended = participation.hasAttribute({ attribute: "attended" });
  const of = (value: string | number | boolean | string[]) => ({ attributes: { attended: value } });
  expect([true, "yes", 0, ["launch"]].map((value) => verdict(attended, of(value)))).toEqual([2, 2, 2, 2]);
  expect(verdict(attended, of(false))).toBe(0);
  expect([verdict(attended, {}), verdict(attended, of("")), verdict(attended, of([]))]).toEqual([1, 1, 1]);

  const launch = participation.hasAttribute({ attribute: "attended", value: "launch" });
  expect(verdict(launch, of("launch"))).toBe(2);
  expect(verdict(launch, of(["check-in", "launch"]))).toBe(2);
  expect(verdict(launch, of("check-in"))).toBe(0);
  expect(verdict(participation.hasAttribute({ attribute: "attended", value: false }), of(false))).toBe(2);
});

test("hasAttribute() reads the field of a person where there is one, of either role", () => {
  expect(participation.hasAttribute({ attribute: "approved" }).reads).toEqual(["approved"]);
  expect(participation.hasAttribute({ attribute: "mentoringExperience" }).reads).toEqual(["mentoringExperience"]);
  expect(participation.hasAttribute({ attribute: "attributes.approved" }).reads).toEqual(["attributes.approved"]);
  expect(verdict(participation.hasAttribute({ attribute: "approved" }), { approved: true })).toBe(2);
});

test("participation rules say what they demand in one clause", () => {
  const either = participation.anyOf({
    rules: [participation.trained(), participation.hasAttribute({ attribute: "attended", value: "launch" })],
  });
  expect(either.words).toBe('the person has completed the training or the person\'s attended is "launch"');
  expect(participation.not({ of: participation.optedIn() }).words).toBe("it is not so that the person has opted in");
  expect(participation.atMostGrade({ grade: "Postdoc" }).words).toBe('the person\'s grade is at most "Postdoc"');
});

test("hasAttribute() takes a declaration of none as an answer, and an absent one in a closed world only", () => {
  const rule = participation.hasAttribute({ attribute: "lineManager" });
  const among = (person: Omit<Person, "id">, closedWorld: boolean) =>
    rule.bind({ people: [{ ...person, id: "bo" }], ladder, asOf: undefined, closedWorld })(0);
  expect([among({ lineManager: null }, true), among({ lineManager: null }, false)]).toEqual([0, 0]);
  expect([among({}, true), among({}, false), verdict(rule, {})]).toEqual([0, 1, 0]);
  expect(among({ lineManager: "ada" }, false)).toBe(2);
  const named = participation.hasAttribute({ attribute: "conflicts", value: "ada" });
  expect([verdict(named, { conflicts: [] }), verdict(named, { conflicts: ["ada"] })]).toEqual([0, 2]);
});

test("hasAttribute() takes an empty list of nominations to name nobody", () => {
  const rule = participation.hasAttribute({ attribute: "nominations" });
  expect([verdict(rule, { nominations: [] }), verdict(rule, {}), verdict(rule, { nominations: ["cy"] })]).toEqual([
    0, 1, 2,
  ]);
});
