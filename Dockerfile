# The server for docker compose; PostgreSQL runs beside it.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
RUN mvn -B -ntp -DskipTests package

FROM eclipse-temurin:17-jre
RUN useradd --system --create-home samspar
USER samspar
WORKDIR /home/samspar
COPY --from=build /build/target/samspar.jar samspar.jar
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-jar", "samspar.jar"]
