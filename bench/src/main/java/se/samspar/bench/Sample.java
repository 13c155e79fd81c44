package se.samspar.bench;

/**
 * What one kind of work with one number of clients gave in one round.
 *
 * @param nanos how long each operation took
 * @param seconds how long all of them took
 * @param serverMillis processor time of the server
 * @param databaseMillis processor time of its PostgreSQL
 * @param foreign share of the machine's processors that neither of them nor the bench used
 */
record Sample(long[] nanos, double seconds, double serverMillis, double databaseMillis, double foreign) {

    double perSecond() {
        return nanos.length / seconds;
    }

    double cpuMillisPerOperation() {
        return (serverMillis + databaseMillis) / nanos.length;
    }
}
