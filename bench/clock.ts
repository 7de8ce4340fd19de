/** What the process has used: CPU time, because the machine may be busy, and its own memory at the peak. */

/** Milliseconds of CPU time, of all threads, with garbage of before taken away first. */
export function timed<T>(run: () => T): { cpuMs: number; result: T } {
  (globalThis as { readonly gc?: () => void }).gc?.();
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  return { cpuMs: (user + system) / 1000, result };
}

export function peakMegabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
