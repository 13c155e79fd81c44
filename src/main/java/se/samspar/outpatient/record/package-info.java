/** What belongs to a case, who sees it, and what happened in it. */
package se.samspar.outpatient.record;
