package se.samspar.demo.year;

import static se.samspar.fhir.generated.ConsultationOutcome.ADMISSION;
import static se.samspar.fhir.generated.ConsultationOutcome.BACK_TO_PRIMARY_CARE;
import static se.samspar.fhir.generated.ConsultationOutcome.CONTINUE_IN_PRIMARY_CARE;
import static se.samspar.fhir.generated.ConsultationOutcome.NO_FURTHER_NEED;

import java.time.Duration;
import java.util.List;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import se.samspar.fhir.generated.ConsultationOutcome;
import se.samspar.fhir.generated.Track;

/** What cannot wait, at any hour: to the emergency department, to whoever is on call, or by ambulance to the right door. */
final class AcuteCourse implements Course {

    private static final String AMBULANCE = "ambulans-skane";
    private static final String HOME_CARE = "kommun-lund-hemsjukvard";
    private static final String EMERGENCY_MEDICINE = "1145";

    /** A direct track, its door and the condition that it is for. */
    private record Door(Track track, String unit, String specialty, String condition, String picture) {}

    private static final List<Door> DOORS = List.of(
            new Door(
                    Track.AKUT_DIREKT_STEMI,
                    "sus-akut-internmedicin",
                    EMERGENCY_MEDICINE,
                    "I21.0",
                    "Bröstsmärta sedan en timme, ST-höjningar framvägg."),
            new Door(
                    Track.AKUT_DIREKT_HOFTFRAKTUR,
                    "sus-ortopedi",
                    "1324",
                    "S72.0",
                    "Fallit hemma, förkortat och utåtroterat ben."),
            new Door(
                    Track.AKUT_DIREKT_STROKE_TIA,
                    "sus-neurologi",
                    "1123",
                    "I63.9",
                    "Plötslig svaghet i höger arm och talsvårigheter."));

    @Override
    public void run(Scene scene) {
        if (scene.chance().in(0.3) && scene.age() > 45) {
            byAmbulance(scene);
        } else if (scene.chance().in(0.25)) {
            onCall(scene);
        } else {
            toEmergencyDepartment(scene);
        }
    }

    private static void byAmbulance(Scene scene) {
        Door door = scene.chance().of(DOORS);
        ServiceRequest request = RequestFactory.arriving(
                RequestFactory.about(
                        RequestFactory.request(
                                door.track(), ServiceRequestPriority.STAT, Sent.unit(AMBULANCE), door.unit()),
                        RequestFactory.specialty(door.specialty()),
                        door.picture()),
                door.condition(),
                scene.diary().now().plus(Duration.ofMinutes(scene.chance().between(12, 40))));
        RequestRun run = RequestRun.sent(scene, AMBULANCE, door.unit(), request);
        decidedSoon(scene, run, 10);
        run.answer(
                scene.chance().in(0.9) ? ADMISSION : NO_FURTHER_NEED,
                "Väntas direkt till rätt enhet.",
                "Vård hos oss.");
    }

    private static void onCall(Scene scene) {
        String sender = sender(scene);
        Specialty specialty = Specialty.forAge(scene.age(), scene.chance());
        ServiceRequest request = RequestFactory.afterCall(
                RequestFactory.about(
                        RequestFactory.request(
                                Track.AKUT_BAKJOUR, ServiceRequestPriority.ASAP, Sent.unit(sender), specialty.clinic),
                        specialty.toConcept(),
                        "Akut försämring i dag. Behöver patienten komma in?"),
                scene.diary().now().minus(Duration.ofMinutes(scene.chance().between(2, 20))));
        RequestRun run = RequestRun.sent(scene, sender, specialty.clinic, request);
        decidedSoon(scene, run, 15);
        run.answer(outcome(scene, CONTINUE_IN_PRIMARY_CARE), "Rådgivning per telefon.", "Kontakta oss vid försämring.");
        new Aftermath(scene).of(run);
    }

    private static void toEmergencyDepartment(Scene scene) {
        String sender = sender(scene);
        String receiver = scene.chance().in(0.7) ? "sus-akut-internmedicin" : "trelleborg-akut-internmedicin";
        ServiceRequest request = RequestFactory.about(
                RequestFactory.request(Track.AKUT_REMISS, ServiceRequestPriority.ASAP, Sent.unit(sender), receiver),
                RequestFactory.specialty(EMERGENCY_MEDICINE),
                "Feber, påverkat allmäntillstånd och sjunkande saturation. Tacksam för akut bedömning.");
        RequestRun run = RequestRun.sent(scene, sender, receiver, request);
        decidedSoon(scene, run, 60);
        run.answer(
                outcome(scene, BACK_TO_PRIMARY_CARE), "Undersökt på akutmottagningen.", "Uppföljning hos avsändaren.");
        new Aftermath(scene).of(run);
    }

    /** Home care meets people at any hour, health centres while they are open. */
    private static String sender(Scene scene) {
        return scene.diary().isInOfficeHours() && scene.chance().in(0.85)
                ? HealthCentre.any(scene.chance())
                : HOME_CARE;
    }

    /** The receiver decides within the minutes that the track gives, and then has as many for its answer. */
    private static void decidedSoon(Scene scene, RequestRun run, int minutes) {
        pass(scene, minutes);
        run.accept();
        pass(scene, minutes);
    }

    private static void pass(Scene scene, int minutes) {
        if (scene.happens(0.78, 0.94)) {
            scene.diary().minutes(1, minutes - 2);
        } else {
            scene.diary().minutes(minutes + 2, minutes * 3);
        }
    }

    private static ConsultationOutcome outcome(Scene scene, ConsultationOutcome home) {
        return scene.chance().of(List.of(ADMISSION, home, NO_FURTHER_NEED), possible -> switch (possible) {
            case ADMISSION -> 40;
            case NO_FURTHER_NEED -> 15;
            default -> 45;
        });
    }
}
