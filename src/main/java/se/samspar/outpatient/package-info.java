/**
 * The outpatient process (OVP-1 to OVP-19): cases with their parties, messages with a receipt for each receiver,
 * planning, coordinated individual plans and meetings, in the bounds that consent sets.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"rule", "fhir", "store", "directory", "consent", "attachment", "patient"})
package se.samspar.outpatient;
