// Remembers the results of a function, by object or by text.

/** Computes once for each object. The result lives as long as the object. */
export function memoByObject<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>()
  return key => {
    const remembered = known.get(key)
    if (remembered !== undefined) return remembered
    const value = compute(key)
    known.set(key, value)
    return value
  }
}

/** Computes once for each text. At `maxTexts` results, all of them are forgotten. */
export function memoByText<V>(compute: (text: string) => V, maxTexts: number): (text: string) => V {
  const known = new Map<string, V>()
  return text => {
    const remembered = known.get(text)
    if (remembered !== undefined) return remembered
    if (known.size >= maxTexts) known.clear()
    const value = compute(text)
    known.set(text, value)
    return value
  }
}
