package se.samspar.security;

import static se.samspar.support.DemoRequests.parameters;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import se.samspar.fhir.SubscriptionTopics;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;
import se.samspar.fhir.generated.SubscriptionTopic;
import se.samspar.support.DemoCases;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.StartedPathways;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** What units have done together: a consultation with all that follows from it, and a case with a message. */
record WorkOfOthers(
        ServiceRequest request,
        Appointment meeting,
        Encounter visit,
        AdverseEvent deviation,
        CarePlan aCase,
        Consent consent,
        Communication message,
        CarePlan pathway,
        Subscription subscription) {

    /** Dalby and orthopaedics have registered a consultation; the home service has written to Dalby in a case. */
    static WorkOfOthers done(SamsparApi api) {
        UnitClient dalby = api.as("vc-dalby");
        UnitClient orthopaedics = api.as("sus-ortopedi");
        ServiceRequest request = dalby.post(
                        "ServiceRequest/$submit", DemoRequests.submit(DemoRequests.consultation(), TestPatients.next()))
                .expect(200)
                .entry(ServiceRequest.class);
        Date planned = Date.from(Instant.now().plus(2, ChronoUnit.DAYS));
        Appointment meeting = orthopaedics
                .post(
                        path(request) + "/$triage",
                        parameters("decision", new CodeType("accept"), "plannedTime", new DateTimeType(planned)))
                .expect(200)
                .entry(Appointment.class);
        Encounter visit = dalby.post("Encounter/$register-consultation", registration(request))
                .expect(200)
                .entry(Encounter.class);
        AdverseEvent deviation = orthopaedics
                .post("AdverseEvent/$report-deviation", deviationReport(request))
                .expect(200)
                .entry(AdverseEvent.class);
        UnitClient homeService = api.as("kommun-lund-hemtjanst");
        HttpAnswer opened = homeService.post("CarePlan/$open-case", opening()).expect(200);
        CarePlan aCase = opened.entry(CarePlan.class);
        Communication message = homeService
                .post(path(aCase) + "/$send", parameters("message", complaint()))
                .expect(200)
                .entry(Communication.class);
        Subscription subscription =
                dalby.post("Subscription", wish()).expect(201).resource(Subscription.class);
        CarePlan pathway = StartedPathways.started(api, request, "treatment");
        return new WorkOfOthers(
                request, meeting, visit, deviation, aCase, opened.entry(Consent.class), message, pathway, subscription);
    }

    /** To an endpoint where nobody answers. */
    private static Subscription wish() {
        Subscription subscription = new Subscription();
        subscription.setStatus(SubscriptionStatus.REQUESTED).setReason("Inkorgen");
        subscription.setCriteria(SubscriptionTopics.canonical(SubscriptionTopic.TASK_FOR_UNIT));
        subscription
                .getChannel()
                .setType(SubscriptionChannelType.RESTHOOK)
                .setEndpoint("http://localhost:9/hook")
                .setPayload("application/fhir+json");
        subscription
                .getChannel()
                .getPayloadElement()
                .addExtension(Extensions.BACKPORT_PAYLOAD_CONTENT, new CodeType("empty"));
        return subscription;
    }

    private static Communication complaint() {
        Communication asked = new Communication();
        asked.addCategory(MessageType.VARDBEGARAN.toConcept()).setTopic(MessagePurpose.INFORMATION.toConcept());
        asked.addRecipient(DemoCases.unit("vc-dalby"));
        asked.addPayload().setContent(new StringType("Tilltagande knäsmärta"));
        return asked;
    }

    /** What the case was opened with, about another person. */
    static Parameters opening() {
        return parameters(
                "patient",
                TestPatients.next(),
                "initiator",
                DemoCases.unit("kommun-lund-hemtjanst"),
                "party",
                DemoCases.unit("vc-dalby"),
                "need",
                "Tilltagande knäsmärta",
                "consent",
                DemoCases.consent(ConsentProvisionType.PERMIT));
    }

    static Parameters deviationReport(ServiceRequest request) {
        return parameters(
                "concerns",
                new Reference(path(request)),
                "unit",
                DemoCases.unit("vc-dalby"),
                "text",
                "Svaret om knäsmärta saknades");
    }

    static Parameters registration(ServiceRequest request) {
        Instant start = Instant.now().minus(30, ChronoUnit.MINUTES);
        return parameters(
                "request",
                new Reference(path(request)),
                "period",
                new Period().setStart(Date.from(start)).setEnd(Date.from(start.plus(30, ChronoUnit.MINUTES))),
                "primaryCareUnit",
                DemoCases.unit("vc-dalby"),
                "primaryCarePractitioner",
                new Reference("PractitionerRole/vc-dalby-lakare-1"),
                "specialistUnit",
                DemoCases.unit("sus-ortopedi"),
                "specialistPractitioner",
                new Reference("PractitionerRole/sus-ortopedi-lakare-1"));
    }

    static String path(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
