// Ends a program with an exit code, after its errors.

/** Prints the lines to stderr, and sets the exit code. */
export function fail(code: number, ...lines: string[]): void {
  for (const line of lines) console.error(line)
  process.exitCode = code
}
