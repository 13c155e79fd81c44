package se.samspar.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.registration.Consultations.halfHour;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.Test;
import se.samspar.fhir.Parts;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.generated.Extensions;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;

/** The server writes down when a half was finished first, whoever claims what. */
@SamsparTest
class CompletedRegistrationTest extends WithConsultations {

    private static final Instant CLAIMED = Instant.parse("2020-01-01T12:00:00Z");

    @Test
    void eachHalfSaysWhenItsUnitHadFinishedIt() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        HttpAnswer registered = consultations.registered(consultations.accepted(), halfHour());
        Encounter contact = Consultations.contact(registered);
        assertThat(completed(Consultations.visit(registered)).orElseThrow()).isBetween(before, Instant.now());
        assertThat(completed(contact)).isEmpty();

        orthopaedics
                .post(ResourcePath.of(contact) + "/$complete-registration", new Parameters())
                .expect(200);
        assertThat(completed(read(orthopaedics, contact)).orElseThrow()).isBetween(before, Instant.now());
    }

    @Test
    void itStaysAsItWasWhateverIsWrittenAfterwards() {
        Encounter visit = Consultations.visit(consultations.registered(consultations.accepted(), halfHour()));
        Optional<Instant> first = completed(visit);

        assertThat(completed(put(claiming(visit))))
                .as("somebody claims another")
                .isEqualTo(first);
        Encounter without = read(dalby, visit);
        without.setExtension(null);
        assertThat(completed(put(without))).as("somebody leaves it out").isEqualTo(first);
        assertThat(completed(put(read(dalby, visit).setStatus(EncounterStatus.INPROGRESS))))
                .isEqualTo(first);
        assertThat(completed(put(read(dalby, visit).setStatus(EncounterStatus.FINISHED))))
                .isEqualTo(first);
    }

    @Test
    void nobodyClaimsItForARegistrationThatIsNotFinished() {
        Encounter visit = claiming(Consultations.visit(consultations.accepted(), halfHour()));
        Encounter stored = Consultations.stored(dalby, visit, Encounter.class);
        assertThat(completed(stored)).isEmpty();
        assertThat(completed(put(claiming(stored)))).isEmpty();
    }

    private static Encounter claiming(Encounter half) {
        half.getExtension().removeIf(extension -> Extensions.REGISTRATION_COMPLETED.equals(extension.getUrl()));
        half.addExtension(new Extension(Extensions.REGISTRATION_COMPLETED, new InstantType(Date.from(CLAIMED))));
        return half;
    }

    private Encounter put(Encounter visit) {
        dalby.put(ResourcePath.of(visit), visit).expect(200);
        return read(dalby, visit);
    }

    private static Encounter read(UnitClient unit, Encounter half) {
        return unit.read(Encounter.class, half.getIdElement().getIdPart());
    }

    private static Optional<Instant> completed(Encounter half) {
        return Parts.of(half, Extensions.REGISTRATION_COMPLETED, InstantType.class)
                .map(time -> time.getValue().toInstant());
    }
}
