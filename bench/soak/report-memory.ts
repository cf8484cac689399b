// Preloaded by the soaked program: tells the soak every two seconds what memory it takes.
setInterval(() => {
  const { rss, heapUsed } = process.memoryUsage()
  process.send?.({ rss, heapUsed })
}, 2000).unref()
process.channel?.unref()
