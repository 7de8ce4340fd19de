/** Time zones: which offset a zone has on a day. Zone data differs between versions of Node, so the offset is written down. */

/** Hours east of UTC at noon UTC of a day, `YYYY-MM-DD`; `undefined` where this machine knows no such zone. */
export function offsetOf(zone: string, day: string): number | undefined {
  let parts: readonly Intl.DateTimeFormatPart[];
  try {
    const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
    parts = format.formatToParts(new Date(`${day}T12:00:00Z`));
  } catch {
    return undefined;
  }
  // "GMT-03:30", and "GMT" or "GMT+00:00" for none.
  const { value } = parts.find(({ type }) => type === "timeZoneName")!;
  const [hours, minutes] = [Number(value.slice(4, 6)), Number(value.slice(7, 9))];
  const size = hours + minutes / 60;
  return value.startsWith("GMT-") ? -size : size;
}
