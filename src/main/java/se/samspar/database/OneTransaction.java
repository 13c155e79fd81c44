package se.samspar.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** For a program that opens and commits as it likes: all that it does stays in one open transaction of ours. */
final class OneTransaction extends SingleConnectionDataSource {

    private static final Set<String> OURS = Set.of("commit", "rollback", "setAutoCommit", "close");

    OneTransaction(Connection connection) {
        super(guarded(connection), true);
    }

    private static Connection guarded(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                OneTransaction.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (OURS.contains(method.getName())) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
