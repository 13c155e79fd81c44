package se.samspar.followup.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LengthOfTimeTest {

    @ParameterizedTest
    @CsvSource({
        "0,     0 minuter",
        "119,   119 minuter",
        "119.5, '119,5 minuter'",
        "120,   2 timmar",
        "2160,  36 timmar",
        "2879,  48 timmar",
        "2880,  2 dygn",
        "3600,  '2,5 dygn'"
    })
    void aTimeIsSaidInTheLongestLengthOfWhichThereAreTwo(BigDecimal minutes, String said) {
        assertThat(Amounts.amount(minutes, "minuter")).isEqualTo(said);
    }
}
