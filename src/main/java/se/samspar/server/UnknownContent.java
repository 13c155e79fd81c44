package se.samspar.server;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;

/** What a client sends and FHIR does not know is refused: dropped, it would be missed by nobody but the patient. */
class UnknownContent extends LenientErrorHandler {

    @Override
    public void unknownElement(IParseLocation location, String name) {
        throw unreadable("has an element '" + name + "' that FHIR R4 does not know", location);
    }

    @Override
    public void unknownAttribute(IParseLocation location, String name) {
        throw unreadable("has an attribute '" + name + "' that FHIR R4 does not know", location);
    }

    @Override
    public void unexpectedRepeatingElement(IParseLocation location, String name) {
        throw unreadable("has the element '" + name + "' more than once", location);
    }

    @Override
    public void incorrectJsonType(
            IParseLocation location,
            String name,
            ValueType expected,
            ScalarType expectedScalar,
            ValueType found,
            ScalarType foundScalar) {
        throw unreadable("has the element '" + name + "' in another JSON type than FHIR's", location);
    }

    /** HAPI would repeat the value, which may be a patient's. */
    @Override
    public void invalidValue(IParseLocation location, String value, String error) {
        throw new DataFormatException(
                "The body has a value of " + location.getParentElementName() + " that cannot be read as its type.");
    }

    private static DataFormatException unreadable(String what, IParseLocation location) {
        String parent = location == null || location.getParentElementName() == null
                ? ""
                : " (in " + location.getParentElementName() + ")";
        return new DataFormatException("The body " + what + parent + ".");
    }
}
