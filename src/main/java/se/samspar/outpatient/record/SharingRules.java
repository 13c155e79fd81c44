package se.samspar.outpatient.record;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import se.samspar.fhir.generated.RuleCode;

/** The rules about who shares what with whom in a case; what else they find hangs on what is said. */
public final class SharingRules {

    public static final Set<RuleCode> ALL = Collections.unmodifiableSet(EnumSet.of(
            RuleCode.CASE_OPEN,
            RuleCode.PARTY_TAKES_PART,
            RuleCode.CONSENT_COVERS_PARTY,
            RuleCode.REFUSED_CONSENT_STAYS_INSIDE,
            RuleCode.CONSENT_VERIFIED_BY_UNIT));

    private SharingRules() {}
}
