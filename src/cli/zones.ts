/** Time zones: which offset a zone has on a day. Zone data differs between versions of Node, so the offset is written down. */

/** Hours east of UTC at noon UTC of a day, `YYYY-MM-DD`; `undefined` where this machine knows no such zone. */
export function offsetOf(zone: string, day: string): number | undefined {
  let shown: string;
  try {
    const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
    const parts = format.formatToParts(new Date(`${day}T12:00:00Z`));
    shown = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  } catch {
    return undefined;
  }
  if (shown === "GMT") return 0;
  const [, sign, hours, minutes] = /^GMT([+-])(\d{2}):(\d{2})/.exec(shown) ?? [];
  if (sign === undefined) return undefined;
  const size = Number(hours) + Number(minutes) / 60;
  return sign === "-" ? -size : size;
}
