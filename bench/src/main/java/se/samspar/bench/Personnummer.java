package se.samspar.bench;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;

/** Valid personnummer that nobody has: the serial numbers 980 to 999 are set aside for tests. */
final class Personnummer {

    private static final int SERIALS = 20;
    private static final LocalDate FIRST = LocalDate.of(1920, 1, 1);

    private final AtomicInteger next = new AtomicInteger();

    String next() {
        int number = next.getAndIncrement();
        String born = FIRST.plusDays(number / SERIALS).format(DateTimeFormatter.BASIC_ISO_DATE);
        String digits = born + (980 + number % SERIALS);
        return digits + checkDigit(digits.substring(2));
    }

    private static int checkDigit(String nineDigits) {
        int sum = 0;
        for (int i = 0; i < nineDigits.length(); i++) {
            int weighted = (nineDigits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += weighted / 10 + weighted % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
