# Atelier's container image. The build lays out what it holds (build/Image.java, the same recipe without Docker:
# ./mvnw -q -Pimage); here it is only put in its place.
FROM node:22-bookworm-slim AS node

FROM eclipse-temurin:25-jdk AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm && useradd --create-home builder
# The cache is trained on a PostgreSQL, which does not run as root.
USER builder
WORKDIR /home/builder/atelier
COPY --chown=builder . .
RUN ./mvnw --batch-mode --no-transfer-progress -q -Pimage

# The same C library as where the cache was made; a shell for the health check, and no more.
FROM debian:trixie-slim
COPY --from=build --chown=0:0 /home/builder/atelier/bootstrap/target/image /opt/atelier
WORKDIR /opt/atelier
USER 10001:10001
ENV APP_ENV=production PORT=8080 MALLOC_ARENA_MAX=2
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s CMD ["./healthy"]
# Java is process 1: it hears SIGTERM itself. Its options are in jvm.options alone.
ENTRYPOINT ["runtime/bin/java", "@jvm.options", "-jar", "atelier.jar"]
