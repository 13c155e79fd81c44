/** A patient's way through a pathway: started at any phase, moved on or left, with expected and real times. */
package se.samspar.pathway.plan;
