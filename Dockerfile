# Daybook as a container: no build step, the sources run as they are, as a user without rights.
FROM node:24-slim

WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev && npm cache clean --force
COPY src ./src
COPY data ./data

# The state is the one thing that is written.
RUN mkdir /state && chown node:node /state
VOLUME /state
ENV DAYBOOK_STATE=/state

USER node
CMD ["node", "--min-semi-space-size=16", "--import", "./src/warm.mjs", "src/main.ts"]
