package se.samspar.fhir;

/** A bean with operations of a feature; the server registers every one it finds. */
public interface OperationProvider {}
