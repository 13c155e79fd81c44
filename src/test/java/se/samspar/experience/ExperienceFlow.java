package se.samspar.experience;

import static se.samspar.support.DemoRequests.parameters;

import java.util.List;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import se.samspar.fhir.generated.ExperienceScale;
import se.samspar.fhir.generated.Questionnaires;
import se.samspar.support.DemoCases;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.TestPatients;

/** What people answer about cases and consultations that have ended. */
final class ExperienceFlow {

    static final List<String> QUESTIONS = List.of("decided", "informed", "listened", "contact", "handover");

    private final SamsparApi api;

    ExperienceFlow(SamsparApi api) {
        this.api = api;
    }

    CarePlan openCase(String initiator, String... parties) {
        return DemoCases.open(api, initiator, List.of(parties)).entry(CarePlan.class);
    }

    CarePlan closedCase(String initiator, String... parties) {
        CarePlan aCase = openCase(initiator, parties);
        DemoCases.close(api, initiator, path(aCase));
        return aCase;
    }

    /** A consultation of the health centre in Dalby with orthopaedics. */
    ServiceRequest request() {
        return api.as("vc-dalby")
                .post("ServiceRequest/$submit", DemoRequests.submit(DemoRequests.consultation(), TestPatients.next()))
                .expect(200)
                .entry(ServiceRequest.class);
    }

    ServiceRequest answeredRequest() {
        ServiceRequest request = request();
        api.as("sus-ortopedi")
                .post(path(request) + "/$triage", parameters("decision", new CodeType("accept")))
                .expect(200);
        api.as("sus-ortopedi")
                .post(
                        path(request) + "/$answer",
                        parameters(
                                "kind",
                                new CodeType("final"),
                                "outcome",
                                new CodeType("continue-in-primary-care"),
                                "text",
                                "Måttlig artros.",
                                "nextStep",
                                "Fysioterapeuten ringer.",
                                "patientInformed",
                                new BooleanType(true)))
                .expect(200);
        return request;
    }

    static QuestionnaireResponse response(CarePlan aCase, int... answers) {
        return response(aCase, aCase.getSubject(), answers);
    }

    static QuestionnaireResponse response(ServiceRequest request, int... answers) {
        return response(request, request.getSubject(), answers);
    }

    /** Answers in the order of the questions. */
    private static QuestionnaireResponse response(Resource about, Reference person, int... answers) {
        QuestionnaireResponse response = new QuestionnaireResponse().setStatus(QuestionnaireResponseStatus.COMPLETED);
        response.setQuestionnaire(Questionnaires.EXPERIENCE_OF_COLLABORATION);
        response.addBasedOn(new Reference(path(about)));
        response.setSubject(new Reference(person.getReference()));
        response.setSource(new Reference(person.getReference()));
        for (int i = 0; i < answers.length; i++) {
            response.addItem()
                    .setLinkId(QUESTIONS.get(i))
                    .addAnswer()
                    .setValue(ExperienceScale.of(String.valueOf(answers[i]))
                            .orElseThrow()
                            .toCoding());
        }
        return response;
    }

    static QuestionnaireResponse withComment(QuestionnaireResponse response, String comment) {
        response.addItem().setLinkId("comment").addAnswer().setValue(new StringType(comment));
        return response;
    }

    HttpAnswer record(String slug, QuestionnaireResponse response) {
        return api.as(slug).post("QuestionnaireResponse", response, "Prefer: return=representation");
    }

    QuestionnaireResponse recorded(String slug, QuestionnaireResponse response) {
        return record(slug, response).expect(201).resource(QuestionnaireResponse.class);
    }

    /** Cases of this initiator, each with one who answers the same to all questions. */
    List<QuestionnaireResponse> recordEach(String initiator, String party, int... answers) {
        return IntStream.of(answers)
                .mapToObj(answer ->
                        IntStream.generate(() -> answer).limit(QUESTIONS.size()).toArray())
                .map(all ->
                        recorded(initiator, withComment(response(closedCase(initiator, party), all), "Tack Testsson")))
                .toList();
    }

    static String path(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
