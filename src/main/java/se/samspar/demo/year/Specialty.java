package se.samspar.demo.year;

import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import se.samspar.fhir.generated.CodeSystems;

/** What health centres ask which clinic about. */
enum Specialty {
    ORTHOPAEDICS(
            "sus-ortopedi",
            "1324",
            "Ortopedi",
            10,
            0,
            "M17.1",
            List.of(
                    "Tilltagande knäsmärta sedan ett år. Finns indikation för operation?",
                    "Smärta i axeln efter fall, lyfter inte armen över axelhöjd. Cuffskada?",
                    "Höftsmärta vid belastning. Bedömning inför eventuell protes?"),
            "Slätröntgen utförd. Träning hos fysioterapeut i tre månader."),
    HAND_SURGERY(
            "sus-handkirurgi",
            "1313",
            "Handkirurgi",
            5,
            0,
            "G56.0",
            List.of(
                    "Domningar i tumme till långfinger nattetid. Operation av karpaltunnel?",
                    "Ett finger som låser sig trots kortisoninjektion. Åtgärd?"),
            "Neurografi beställd. Skena nattetid i åtta veckor."),
    NEUROLOGY(
            "sus-neurologi",
            "1123",
            "Neurologi",
            5,
            0,
            "G43.9",
            List.of(
                    "Migrän som inte svarar på två förebyggande läkemedel. Nästa steg?",
                    "Nytillkommen vilotremor i höger hand. Parkinsons sjukdom?"),
            "Neurologiskt status noterat. Datortomografi utan anmärkning."),
    RHEUMATOLOGY(
            "sus-reumatologi",
            "1125",
            "Reumatologi",
            4,
            0,
            "M06.9",
            List.of(
                    "Svullna leder i händerna och morgonstelhet. Reumatoid artrit?",
                    "Polymyalgi som inte går att trappa ut. Förslag till behandling?"),
            "SR 42, CRP 28, anti-CCP taget. Röntgen av händer."),
    INTERNAL_MEDICINE(
            "sus-akut-internmedicin",
            "1114",
            "Internmedicin",
            5,
            0,
            "D50.9",
            List.of(
                    "Järnbrist utan känd orsak trots behandling. Vidare utredning?",
                    "Svårbehandlat högt blodtryck med tre läkemedel. Råd om nästa steg?"),
            "EKG, blodstatus, kreatinin och urinsticka utan anmärkning."),
    INTERNAL_MEDICINE_TRELLEBORG(
            "trelleborg-akut-internmedicin",
            "1114",
            "Internmedicin",
            2,
            0,
            "I50.9",
            List.of("Ökande andfåddhet vid ansträngning. Hjärtsvikt, ekokardiografi?"),
            "NT-proBNP 980, EKG sinusrytm, lungröntgen utförd."),
    PAEDIATRICS(
            "sus-barnmedicin",
            "1013",
            "Barn- och ungdomsmedicin",
            0,
            1,
            "J45.9",
            List.of(
                    "Återkommande obstruktiva besvär trots inhalation. Utredning av astma?",
                    "Långvarig buksmärta, frånvaro från skolan. Vidare utredning?"),
            "Tillväxtkurva bifogas i texten: följer sin kurva. Celiakiprov negativt.");

    private static final int ADULT = 16;

    final String clinic;
    final String diagnosis;
    final String workUp;

    private final String code;
    private final String display;
    private final int adults;
    private final int children;
    private final List<String> questions;

    Specialty(
            String clinic,
            String code,
            String display,
            int adults,
            int children,
            String diagnosis,
            List<String> questions,
            String workUp) {
        this.clinic = clinic;
        this.code = code;
        this.display = display;
        this.adults = adults;
        this.children = children;
        this.diagnosis = diagnosis;
        this.questions = questions;
        this.workUp = workUp;
    }

    /** One that somebody of that age is sent to. */
    static Specialty forAge(int age, Chance chance) {
        return chance.of(List.of(values()), specialty -> age < ADULT ? specialty.children : specialty.adults);
    }

    String question(Chance chance) {
        return chance.of(questions);
    }

    CodeableConcept toConcept() {
        return new CodeableConcept(new Coding(CodeSystems.HSA_VERKSAMHETSKOD, code, display));
    }

    Coding toDiagnosis() {
        return new Coding(CodeSystems.ICD_10_SE, diagnosis, null);
    }
}
