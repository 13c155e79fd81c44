/** The rules about consent. */
package se.samspar.consent.rule;
