/** The rules over registrations (contract section 7). */
package se.samspar.registration.rule;
