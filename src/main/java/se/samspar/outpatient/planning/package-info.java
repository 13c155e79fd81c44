/** What the parties of a case plan together: the planning, and the coordinated individual plan (SIP) that may follow it. */
package se.samspar.outpatient.planning;
