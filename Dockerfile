# Packs Daybook into an image without a build step: the sources run as they are, as an unprivileged user on a read-only system.
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:24-slim
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json package-lock.json ./
COPY src ./src
COPY data ./data

# Only the state is written, apart from temporary files in /tmp.
RUN mkdir /state node_modules/.cache && chown node:node /state node_modules/.cache
VOLUME /state
ENV DAYBOOK_STATE=/state PORT=8080 NPM_CONFIG_UPDATE_NOTIFIER=false

USER node
# Compiled code is cached per user, and a read-only system cannot cache any later.
RUN node src/bin/warm-up.mjs
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--min-semi-space-size=16", "--import", "./src/bin/warm.mjs", "src/bin/start.ts"]
