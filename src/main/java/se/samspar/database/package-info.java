/**
 * The database under the server: embedded PostgreSQL for the first start and the tests, schema migrations for HAPI's
 * tables and for ours, and commands that ask it without a server. Imports nothing of ours.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package se.samspar.database;
