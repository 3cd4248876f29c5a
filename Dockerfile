# syntax=docker/dockerfile:1
# Nachra as an image: `docker build -t nachra .` How to run it is in docs/install.md; compose.yaml starts all of it.
FROM node:24-bookworm-slim AS node
WORKDIR /app

# Everything that a build needs. Nothing is compiled on Node.js 24, so scripts of dependencies are not run.
FROM node AS built
COPY package.json package-lock.json .npmrc ./
COPY emails/package.json emails/
COPY renderer/package.json renderer/
COPY renderer/bin renderer/bin/
COPY sqlite sqlite/
COPY delivery/package.json delivery/
COPY delivery/bin delivery/bin/
COPY cms/preferred-pm cms/preferred-pm/
COPY cms/plugin/package.json cms/plugin/
COPY cms/app/package.json cms/app/
RUN npm ci --include=dev --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build && npm run build:admin

# What production runs: no development dependency, and of the others nothing that only a reader or a debugger looks at.
FROM built AS slim
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
  && find node_modules */node_modules cms/*/node_modules -type f \
    \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -name '*.md' \) -delete \
  && rm -rf tests bench docs .ci

FROM node AS nachra
ENV NODE_ENV=production HOST=0.0.0.0 PORT=1337 NACHRA_DATA_DIR=/data XDG_STATE_HOME=/state
# What belongs to the installation is in /data, what this machine remembers of the ledger in /state (docs/operation.md).
RUN mkdir /data /state && chown node:node /data /state
COPY --from=slim --chown=node:node /app /app
USER node
VOLUME ["/data", "/state"]
EXPOSE 1337
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "cms/app/run.js", "start"]
