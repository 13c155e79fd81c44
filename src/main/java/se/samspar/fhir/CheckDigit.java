package se.samspar.fhir;

/** The check digit of Swedish identity numbers (Luhn's algorithm). */
final class CheckDigit {

    private CheckDigit() {}

    /** Is the last digit the check digit of those before it? */
    static boolean isRight(String digits) {
        int sum = 0;
        for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
            int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
            int weighted = fromRight % 2 == 0 ? digit : 2 * digit;
            sum += weighted / 10 + weighted % 10;
        }
        return sum % 10 == 0;
    }
}
