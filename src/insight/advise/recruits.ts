/** Who might be recruited: profiles of new mentors, made of values that occur in the pool. */
import { canonicalJson } from "../../fingerprint.js";
import type { Policy } from "../../policy/policy.js";
import { DECLARATIONS, fieldValue, isAttribute, isMissing, MENTOR_FIELDS, PREFIX } from "../../records.js";
import type { Json, Mentor, Pool } from "../../types.js";

/** One field of a profile. */
export interface ProfileField {
  /** `"grade"`, `"attributes.site"` */
  readonly field: string;
  /** a value of the field that somebody in the pool has */
  readonly value: Json;
}

/** A mentor who might be recruited, with nothing in their record but their profile. */
export interface Recruit {
  readonly profile: readonly ProfileField[];
  readonly record: Mentor;
}

/** Profiles times mentees: beyond this only those that some mentor of the pool has are looked at. */
const MOST_PAIRS = 4_000_000;

/** Who might be recruited. */
export interface Recruits {
  readonly list: readonly Recruit[];
  /** whether these are all profiles there are */
  readonly areAll: boolean;
}

/** Fields that are one person's own, or no trait to look for. */
const PERSONAL: ReadonlySet<string> = new Set([
  "id",
  "nominations",
  "avoid",
  "waitingSince",
  "hold",
  "away",
  "withdrawn",
  "capacity",
  "minimum",
  "willingToMove",
  "tier",
]);

/**
 * Every combination of values that occur in the pool, one for each fact of mentors that rules on pairs or on taking part read;
 * where those are too many, the combinations that mentors of the pool have. Where a least score is asked for, they offer all
 * areas that are sought, because whoever offers nothing would never be matched.
 */
export function recruitsFor(pool: Pool, policy: Policy): Recruits {
  const reads = [
    ...policy.must.flatMap(({ reads }) => reads.mentor),
    ...policy.participation.mentors.flatMap((rule) => rule.reads),
  ];
  const fields = [...new Set(reads)]
    .filter((field) => !PERSONAL.has(field) && !DECLARATIONS.has(field))
    .filter((field) => isAttribute(field) || MENTOR_FIELDS.includes(field))
    .sort();
  const people = [...pool.mentors, ...pool.mentees];
  const values = fields.map((field) => distinct(people.map((person) => fieldValue(person, field) as Json | undefined)));
  const combinations = values.reduce((count, list) => count * Math.max(1, list.length), 1);
  const most = Math.floor(MOST_PAIRS / Math.max(1, pool.mentees.length));
  const areAll = combinations <= most;
  const profiles = areAll ? product(fields, values) : occurring(fields, pool.mentors).slice(0, most);
  const offers =
    policy.minimumScore > 0 && !fields.includes("offers")
      ? [...new Set(pool.mentees.flatMap(({ seeks = [] }) => seeks))].sort()
      : [];
  const known = new Set(people.map(({ id }) => id));
  let prefix = "recruit";
  while (people.some(({ id }) => id.startsWith(prefix)) || known.has(prefix)) prefix += "+";
  return {
    list: profiles.map((profile, at) => ({ profile, record: recordOf(`${prefix}-${at}`, profile, offers) })),
    areAll,
  };
}

function distinct(values: readonly (Json | undefined)[]): Json[] {
  const byText = new Map(
    values.filter((value) => !isMissing(value)).map((value): [string, Json] => [canonicalJson(value!), value!]),
  );
  return [...byText.keys()].sort().map((text) => byText.get(text)!);
}

/** A field of which nobody says anything stays open. */
function product(fields: readonly string[], values: readonly (readonly Json[])[]): ProfileField[][] {
  return fields.reduce<ProfileField[][]>(
    (profiles, field, at) => {
      const list = values[at]!;
      if (list.length === 0) return profiles;
      return profiles.flatMap((profile) => list.map((value) => [...profile, { field, value }]));
    },
    [[]],
  );
}

function occurring(fields: readonly string[], mentors: readonly Mentor[]): ProfileField[][] {
  const byText = new Map<string, ProfileField[]>();
  for (const mentor of mentors) {
    const profile = fields
      .map((field) => ({ field, value: fieldValue(mentor, field) as Json }))
      .filter(({ value }) => !isMissing(value));
    byText.set(canonicalJson(profile as unknown as Json), profile);
  }
  return [...byText.keys()].sort().map((text) => byText.get(text)!);
}

function recordOf(id: string, profile: readonly ProfileField[], offers: readonly string[]): Mentor {
  const own = profile.filter(({ field }) => !isAttribute(field));
  const attributes = profile.filter(({ field }) => isAttribute(field));
  return {
    id,
    capacity: 1,
    ...(offers.length === 0 ? {} : { offers }),
    ...Object.fromEntries(own.map(({ field, value }) => [field, value])),
    ...(attributes.length === 0
      ? {}
      : { attributes: Object.fromEntries(attributes.map(({ field, value }) => [field.slice(PREFIX.length), value])) }),
  } as Mentor;
}
