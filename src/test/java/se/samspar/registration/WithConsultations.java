package se.samspar.registration;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.SamsparApi;
import se.samspar.support.UnitClient;

/** What tests of registration begin with: the two units of a consultation. */
abstract class WithConsultations {

    @Autowired
    SamsparApi api;

    Consultations consultations;
    UnitClient dalby;
    UnitClient orthopaedics;

    @BeforeEach
    void bothUnits() {
        consultations = new Consultations(api);
        dalby = consultations.dalby();
        orthopaedics = consultations.orthopaedics();
    }
}
