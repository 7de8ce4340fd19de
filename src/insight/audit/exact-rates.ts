/**
 * Exact statistics of small samples: the interval of a rate, the difference of two rates, many tests at once. Only + − × ÷ and
 * comparisons, so that every machine gives the same digits; libraries for this take powers and logarithms, which differ.
 */

/** Half of what a 95 % interval leaves out. */
const TAIL = 0.025;

/** A double is halved as often until nothing changes any more. */
const HALVINGS = 60;

/** Probabilities that differ by no more than this share are the same, as in R's `fisher.test`. */
const SAME = 1 + 1e-7;

/**
 * The 95 % interval of a rate (Clopper and Pearson 1934): the rates under which neither so many nor so few would be rarer than
 * 1 in 40.
 *
 * @param count - how many of `people`
 * @returns from 0 to 1 where there are no people
 */
export function rateInterval(count: number, people: number): readonly [least: number, most: number] {
  if (people === 0) return [0, 1];
  const least = count === 0 ? 0 : halved((rate) => shareFrom(count, people, rate) < TAIL);
  const most = count === people ? 1 : halved((rate) => 1 - shareFrom(count + 1, people, rate) > TAIL);
  return [least, most];
}

/** The point of 0 … 1 up to which something is so. */
function halved(isSo: (rate: number) => boolean): number {
  let [least, most] = [0, 1];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (least + most) / 2;
    if (isSo(middle)) least = middle;
    else most = middle;
  }
  return (least + most) / 2;
}

/** How probable it is that `count` or more of `people` are, each with this rate. */
function shareFrom(count: number, people: number, rate: number): number {
  const odds = rate / (1 - rate);
  return shareOf(
    people,
    Math.min(people, Math.floor((people + 1) * rate)),
    (k) => ((people - k) / (k + 1)) * odds,
    (k) => k >= count,
  );
}

/**
 * The share of all that belongs to some of 0 … `last`, each of which is `ratio(k)` times as likely as the one before it.
 *
 * @param likely - one of the most likely, so that no sum starts from what is too small to be told from 0
 */
function shareOf(
  last: number,
  likely: number,
  ratio: (k: number) => number,
  isCounted: (k: number, weight: number) => boolean,
  from = 0,
): number {
  let [all, counted] = [0, 0];
  const add = (k: number, weight: number): void => {
    all += weight;
    if (isCounted(k, weight)) counted += weight;
  };
  add(likely, 1);
  let weight = 1;
  for (let k = likely; k < last; k++) {
    weight *= ratio(k);
    add(k + 1, weight);
  }
  weight = 1;
  for (let k = likely - 1; k >= from; k--) {
    weight /= ratio(k);
    add(k, weight);
  }
  return counted / all;
}

/**
 * How probable a table of two rates is, or a less likely one with the same margins, where the rates do not differ (Fisher's exact
 * test, two-sided).
 *
 * @param count - how many of `people`
 * @param otherCount - how many of `others`
 */
export function rateDifference(count: number, people: number, otherCount: number, others: number): number {
  const counted = count + otherCount;
  const [first, last] = [Math.max(0, counted - others), Math.min(counted, people)];
  const ratio = (k: number): number => ((counted - k) / (k + 1)) * ((people - k) / (others - counted + k + 1));
  const mode = Math.floor(((counted + 1) * (people + 1)) / (people + others + 2));
  const likely = Math.min(last, Math.max(first, mode));
  // The weight of what is there, beside that of the most likely.
  let seen = 1;
  for (let k = likely; k < count; k++) seen *= ratio(k);
  for (let k = likely; k > count; k--) seen /= ratio(k - 1);
  return Math.min(
    1,
    shareOf(last, likely, ratio, (_, weight) => weight <= seen * SAME, first),
  );
}

/** Holm's correction (1979): what each test comes to when so many are made at once. */
export function corrected(probabilities: readonly number[]): readonly number[] {
  const order = [...probabilities.keys()].sort((a, b) => probabilities[a]! - probabilities[b]! || a - b);
  const result = probabilities.map(() => 0);
  let most = 0;
  order.forEach((test, place) => {
    most = Math.max(most, Math.min(1, probabilities[test]! * (order.length - place)));
    result[test] = most;
  });
  return result;
}
