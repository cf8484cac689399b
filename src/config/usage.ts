// What --help says: every flag and every variable.

export const usage = `usage: npm start [-- --now 2027-01-07T06:59:57+07:00] [-- --check]

  --check      say what would start, ask each platform once, start nothing; ends with 0 where all is well, else with 1
  --now TIME   start the clock at this moment (ISO 8601 with an offset) and let it run
  --help       this text

Variables may also stand in a file .env in this folder; those of the real environment win.

  DAYBOOK_CORPUS   the folder of the corpus (default: data)
  DAYBOOK_STATE    the folder of the state: subscriptions and what was posted (default: state)
  DAYBOOK_LOG      error, info or debug: what is logged where platforms are served (default: info)
  DAYBOOK_ENV_FILE a file in place of .env
  DATABASE_URL     postgres://...: the ledger in PostgreSQL, for several replicas (default: SQLite in the state)
  PORT, HOST       serve /health, /ready, /metrics, /calendar.ics and the webhook there (HOST default: 127.0.0.1)

  TELEGRAM_TOKEN           the bot's token from @BotFather: serve Telegram in place of the terminal
  TELEGRAM_API_ROOT        a Bot API server of your own (default: Telegram's)
  TELEGRAM_WEBHOOK_URL     https://...: have updates delivered here, through PORT (default: ask for them)
  TELEGRAM_WEBHOOK_SECRET  with it: 1 to 256 letters of A-Z a-z 0-9 _ - that only Telegram is told

  DISCORD_TOKEN    the bot's token from the developer portal: serve Discord in place of the terminal
  DISCORD_API      a REST base other than Discord's, such as http://localhost:8080/api
  DISCORD_GUILD    a server's id: register the commands there alone, where they change at once
  DISCORD_SHARDS   auto, or a number of processes for very many servers (default: one process)

  TELEGRAM_TOKEN_FILE, TELEGRAM_WEBHOOK_SECRET_FILE, DISCORD_TOKEN_FILE, DATABASE_URL_FILE
                   the path of a file that holds the value, in place of the variable itself

  LANG             vi_VN or km_KH: the terminal speaks Vietnamese or Khmer (default: English)
  NO_COLOR         set to anything: no ANSI marks`
