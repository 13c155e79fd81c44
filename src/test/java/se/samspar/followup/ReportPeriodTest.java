package se.samspar.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.samspar.directory.SwedishTime;

class ReportPeriodTest {

    @Test
    void figuresOfOthersAreReportedOnceTheirPeriodHasEnded() {
        ReportPeriod tertial = new ReportPeriod(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 30));
        ReportPeriod january = new ReportPeriod(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31));
        Instant may = at(LocalDate.of(2026, 5, 1));
        assertThat(tertial.ofOthers(true, true, may).end()).isEqualTo(tertial.end());
        assertThatThrownBy(() -> tertial.ofOthers(true, true, may.minusMillis(1)))
                .hasMessageContaining("has not ended");
        assertThat(january.ofOthers(true, true, at(LocalDate.of(2026, 2, 1))).end())
                .isEqualTo(january.end());
        assertThatThrownBy(() -> january.ofOthers(false, true, may.minusMillis(1)))
                .as("which months of organizations are told is settled at the end of the tertial")
                .hasMessageContaining("has not ended");
        assertThat(january.ofOthers(false, true, may).end()).isEqualTo(january.end());
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay(SwedishTime.ZONE).toInstant();
    }
}
