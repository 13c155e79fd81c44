/** Messages of a case and their receipts (OVP-1, OVP-2, OVP-7 to OVP-10). */
package se.samspar.outpatient.message;
