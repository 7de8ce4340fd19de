/** Days of the calendar, without `Date`: the same on every machine, in every zone. */

/** Whether text is a day of the calendar as `YYYY-MM-DD`. Gregorian throughout; there is no year 0. */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1 && day >= 1 && day <= daysIn(year, month);
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Full months from one day to a later one: a month ends on the same day, or on the last one of a shorter month. */
export function monthsBetween(from: string, until: string): number {
  const [fromYear, fromMonth, fromDay] = partsOf(from);
  const [year, month, day] = partsOf(until);
  const last = Math.min(fromDay, daysIn(year, month));
  return (year - fromYear) * 12 + (month - fromMonth) - (day < last ? 1 : 0);
}

const monthOf = (day: string): [number, number] => [Number(day.slice(0, 4)), Number(day.slice(5, 7))];

function partsOf(day: string): readonly [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
}

/**
 * The day that many months before a day, on the last day of the month where there is none of that number: six months before
 * 31 August is 28 or 29 February. Before the year 1 there is the first day of it.
 *
 * @param day - as {@link isDay} knows it
 * @param months - 0 or more
 */
export function monthsBefore(day: string, months: number): string {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months;
  if (count < 12) return "0001-01-01";
  const month = `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}`;
  let last = Number(day.slice(8));
  while (!isDay(`${month}-${String(last).padStart(2, "0")}`)) last--;
  return `${month}-${String(last).padStart(2, "0")}`;
}

/**
 * The day that many months after a day, on the last day of the month where there is none of that number: a month after 31
 * January is 28 or 29 February. After the year 9999 there is the last day of it.
 *
 * @param day - as {@link isDay} knows it
 * @param months - 0 or more
 */
export function monthsAfter(day: string, months: number): string {
  const [fromYear, fromMonth, fromDay] = partsOf(day);
  const count = fromYear * 12 + fromMonth - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  if (year > 9999) return "9999-12-31";
  const text = (number: number, digits: number): string => String(number).padStart(digits, "0");
  return `${text(year, 4)}-${text(month, 2)}-${text(Math.min(fromDay, daysIn(year, month)), 2)}`;
}

/**
 * The day that many days after a day. After the year 9999 there is the last day of it.
 *
 * @param day - as {@link isDay} knows it
 * @param days - 0 or more
 */
export function daysAfter(day: string, days: number): string {
  const months = Math.floor(days / 31);
  // So many months are never more days than these; the rest is counted within months.
  let at = monthsAfter(`${day.slice(0, 8)}01`, months);
  let left = days + Number(day.slice(8)) - 1 - daysBetween(`${day.slice(0, 8)}01`, at);
  for (let inMonth = daysIn(...monthOf(at)); left >= inMonth && at.endsWith("-01"); inMonth = daysIn(...monthOf(at))) {
    left -= inMonth;
    at = monthsAfter(at, 1);
  }
  // Only the last day there is begins no month.
  return at.endsWith("-31") ? at : `${at.slice(0, 8)}${String(left + 1).padStart(2, "0")}`;
}

/** Days from one day to another; negative where that is the earlier one. */
export const daysBetween = (from: string, until: string): number => dayNumber(until) - dayNumber(from);

/** Days since 1 March of the year 0. A year that begins in March has its odd day, if any, at its end. */
function dayNumber(day: string): number {
  const [year, month, date] = partsOf(day);
  const march = month > 2 ? year : year - 1;
  const months = (month + 9) % 12;
  const leapDays = Math.floor(march / 4) - Math.floor(march / 100) + Math.floor(march / 400);
  return march * 365 + leapDays + Math.floor((months * 153 + 2) / 5) + date - 1;
}
