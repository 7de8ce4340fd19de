/** The days that a scheme's terms give a pair. */
import { expect, test } from "vitest";
import { type PolicyInput, termDates } from "../../src/index.js";

const dates = (terms: NonNullable<PolicyInput["terms"]>, since: string) =>
  termDates({ name: "test", terms }, { since });

test("termDates() gives the end, the days of feedback in order, and the meetings due by when", () => {
  const terms = { months: 12, meetings: { atLeast: 3, perMonths: 6 }, feedbackMonths: [6, 3, 6] };
  expect(dates(terms, "2026-11-30")).toEqual({
    start: "2026-11-30",
    end: "2027-11-30",
    feedback: ["2027-02-28", "2027-05-30"],
    meetings: [
      { by: "2027-05-30", atLeast: 3 },
      { by: "2027-11-30", atLeast: 6 },
    ],
  });
});

test("termDates() asks for the share of a period that the term does not fill, rounded down, and for nothing below one", () => {
  const due = (months: number, atLeast: number, perMonths: number) =>
    dates({ months, meetings: { atLeast, perMonths } }, "2026-01-31").meetings;
  expect(due(18, 3, 12)).toEqual([
    { by: "2027-01-31", atLeast: 3 },
    { by: "2027-07-31", atLeast: 4 },
  ]);
  expect(due(6, 3, 12)).toEqual([{ by: "2026-07-31", atLeast: 1 }]);
  expect(due(3, 3, 12)).toEqual([]);
});

test("termDates() has no end where the terms have none, and then the first period of meetings alone", () => {
  expect(dates({ meetings: { atLeast: 2, perMonths: 12 } }, "2024-02-29")).toEqual({
    start: "2024-02-29",
    feedback: [],
    meetings: [{ by: "2025-02-28", atLeast: 2 }],
  });
  expect(termDates({ name: "no terms" }, { since: "2026-01-01" })).toEqual({
    start: "2026-01-01",
    feedback: [],
    meetings: [],
  });
});

test("termDates() stays within the calendar", () => {
  expect(dates({ months: 1200 }, "9950-05-05").end).toBe("9999-12-31");
});

test("termDates() refuses a pair without a day, or with none of the calendar", () => {
  const refused = (since?: string) => () => termDates({ name: "x" }, since === undefined ? {} : { since });
  expect(refused()).toThrow("Cannot read the pair: 1 issue\n  since: expected a day as YYYY-MM-DD, got nothing");
  expect(refused("2026-02-30")).toThrow('expected a day as YYYY-MM-DD, got "2026-02-30"');
});
