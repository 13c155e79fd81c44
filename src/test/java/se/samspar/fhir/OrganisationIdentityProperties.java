package se.samspar.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UpperChars;

/** What makes an organisation number and an HSA-id (ALL-2). */
class OrganisationIdentityProperties {

    @Example
    void regionsHaveOrganisationNumbers() {
        assertThat(OrganisationIdentity.isOrganisationNumber("232100-0255")).isTrue();
        assertThat(OrganisationIdentity.isOrganisationNumber("2321000131")).isTrue();
        assertThat(OrganisationIdentity.isOrganisationNumber("162321000016")).isTrue();
    }

    @Example
    void hsaIdsNameThePrincipal() {
        assertThat(OrganisationIdentity.isHsaId("SE2321000131-P000000123457")).isTrue();
        assertThat(OrganisationIdentity.isHsaId("SE2321000255-DEMO-VC-DALBY")).isTrue();
        assertThat(OrganisationIdentity.isHsaId("SE2321000254-DEMO-VC-DALBY")).isFalse();
        assertThat(OrganisationIdentity.isHsaId("SE2321000255-")).isFalse();
        assertThat(OrganisationIdentity.isHsaId("2321000255-A")).isFalse();
        assertThat(OrganisationIdentity.isHsaId(null)).isFalse();
    }

    @Property
    void organisationNumberHasACheckDigit(
            @ForAll @IntRange(min = 10, max = 99) int group,
            @ForAll @IntRange(min = 2, max = 9) int third,
            @ForAll @IntRange(max = 999_999) int rest,
            @ForAll @IntRange(min = 1, max = 9) int off) {
        String number = PersonalIdentityProperties.withCheckDigit("16" + group + third + String.format("%06d", rest));
        assertThat(OrganisationIdentity.isOrganisationNumber(number)).isTrue();
        int wrongDigit = (number.charAt(11) - '0' + off) % 10;
        assertThat(OrganisationIdentity.isOrganisationNumber(number.substring(0, 11) + wrongDigit))
                .isFalse();
    }

    @Property
    void aDateIsNotAnOrganisationNumber(
            @ForAll @IntRange(min = 10, max = 99) int year,
            @ForAll @IntRange(max = 1) int third,
            @ForAll @IntRange(max = 999_999) int rest) {
        String number = PersonalIdentityProperties.withCheckDigit("16" + year + third + String.format("%06d", rest));
        assertThat(OrganisationIdentity.isOrganisationNumber(number)).isFalse();
    }

    @Property
    void anySuffixInCapitalsMakesAnHsaId(@ForAll @UpperChars @StringLength(min = 1, max = 18) String suffix) {
        assertThat(OrganisationIdentity.isHsaId("SE2321000255-" + suffix)).isTrue();
    }

    @Property
    void anyTextIsJudgedWithoutAnException(@ForAll String text, @ForAll @AlphaChars String letters) {
        assertThat(OrganisationIdentity.isHsaId(text + letters)).isFalse();
    }
}
