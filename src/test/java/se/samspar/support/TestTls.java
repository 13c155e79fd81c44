package se.samspar.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A certificate of this test run for localhost, which the server under test trusts. */
public final class TestTls implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String PASSWORD = "changeit";
    private static final Path STORE = generate();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.ssl.bundle.jks.receiver.truststore.location=file:" + STORE,
                        "spring.ssl.bundle.jks.receiver.truststore.password=" + PASSWORD,
                        "samspar.notification.ssl-bundle=receiver")
                .applyTo(context);
    }

    /** What a receiver at localhost shows. */
    static SSLContext context() {
        try (InputStream file = Files.newInputStream(STORE)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(file, PASSWORD.toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Path generate() {
        try {
            Path store = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "tls")
                    .toAbsolutePath()
                    .resolve("receiver.p12");
            String keytool =
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            Process process = new ProcessBuilder(
                            (keytool + " -genkeypair -alias receiver -keyalg EC -validity 30 -dname CN=localhost"
                                            + " -ext san=dns:localhost -storetype PKCS12 -storepass " + PASSWORD
                                            + " -keystore " + store)
                                    .split(" "))
                    .inheritIO()
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool failed");
            }
            return store;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
