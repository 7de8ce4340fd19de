/** This package's version, put in when it is built. */
declare const __VERSION__: string | undefined;

/** The version in package.json. */
export const VERSION: string = typeof __VERSION__ === "string" ? __VERSION__ : "0.0.0-dev";
