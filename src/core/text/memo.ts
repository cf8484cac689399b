// Work that is done once and remembered: by object, or by text.

/** Once for each corpus, as long as anybody holds it. */
export function memoByObject<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const made = new WeakMap<K, V>()
  return of => {
    const known = made.get(of)
    if (known !== undefined) return known
    const value = make(of)
    made.set(of, value)
    return value
  }
}

/** Does the work once for each of at most so many texts, and then forgets them all. */
export function memoByText<V>(work: (text: string) => V, most: number): (text: string) => V {
  const known = new Map<string, V>()
  return text => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= most) known.clear()
    const value = work(text)
    known.set(text, value)
    return value
  }
}
