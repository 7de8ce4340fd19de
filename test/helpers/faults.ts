/** Runs a check over many seeds and keeps the first few things that are wrong. */

/** The first few faults over seeds `0 … count − 1`, each with its seed. */
export function faults(count: number, faultOf: (seed: number) => string | undefined): string[] {
  const found: string[] = [];
  for (let seed = 0; seed < count && found.length < 5; seed++) {
    let wrong: string | undefined;
    try {
      wrong = faultOf(seed);
    } catch (error) {
      wrong = String(error);
    }
    if (wrong !== undefined) found.push(`seed ${seed}: ${wrong}`);
  }
  return found;
}
