# The server for docker compose; PostgreSQL runs beside it.
FROM maven:3.9.9-eclipse-temurin-17 AS build
WORKDIR /build
# What the pom names changes seldom: fetched once, whatever changes in the sources.
COPY pom.xml .
RUN mvn -B -ntp dependency:go-offline
COPY . .
# Without the binaries of the embedded PostgreSQL.
RUN mvn -B -ntp -DskipTests -Dspring-boot.excludeGroupIds=io.zonky.test.postgres package

FROM eclipse-temurin:17.0.17_10-jre-noble
RUN useradd --system --create-home samspar
USER samspar
WORKDIR /home/samspar
COPY --from=build /build/target/samspar.jar samspar.jar
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=2m \
  CMD ["curl", "-sf", "-o", "/dev/null", "http://localhost:8080/actuator/health/readiness"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-jar", "samspar.jar"]
