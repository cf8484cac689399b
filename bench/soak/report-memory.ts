// Reports the memory of the soaked program, which preloads this file, to the soak every two seconds.

setInterval(() => {
  const { rss, heapUsed } = process.memoryUsage()
  process.send?.({ rss, heapUsed })
}, 2000).unref()
process.channel?.unref()
