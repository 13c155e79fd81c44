/** The rules of the outpatient process. */
package se.samspar.outpatient.rule;
