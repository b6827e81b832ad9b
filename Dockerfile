# Build: docker build --tag cx-council .
# Run:   docker run --env-file .env --publish 3000:3000 --volume cx-council:/home/node/data --init cx-council
# After the build nothing is downloaded any more. `npm run check:dockerfile` carries out these steps without Docker.

FROM node:24-slim AS modules
WORKDIR /app
COPY package.json package-lock.json ./
COPY scripts/generate-client.mjs scripts/
COPY prisma prisma
# The image has its own Node; the copy that npm brings for other machines would only weigh.
RUN npm ci --omit=dev && rm -rf node_modules/node node_modules/.bin/node

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production DATA_DIR=/home/node/data
COPY --from=modules /app/node_modules node_modules
COPY --from=modules /app/src/adapters/postgres/generated src/adapters/postgres/generated
COPY package.json manifest.yml LICENSE ./
COPY prisma prisma
COPY practice practice
COPY src src
RUN node -e "const [major, minor] = process.versions.node.split('.'); if (major < 24 || (major === '24' && minor < 12)) throw new Error('Node 24.12 or newer is needed: docker build --pull')"
# PostgreSQL refuses to run as root and wants a user with a name: the image brings this one, with a folder of its own.
USER node
RUN mkdir -p "$DATA_DIR"
VOLUME /home/node/data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=3s --start-period=60s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=4", "--max-old-space-size=192", "src/main.ts"]
