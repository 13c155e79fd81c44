package se.samspar.bench;

/**
 * One HTTP request.
 *
 * @param unit the unit that asks, which decides the token where there are tokens
 * @param path relative to the FHIR base
 * @param body JSON, or null
 */
record Call(String unit, String method, String path, String body) {

    static Call get(String unit, String path) {
        return new Call(unit, "GET", path, null);
    }

    static Call post(String unit, String path, String body) {
        return new Call(unit, "POST", path, body);
    }
}
